/// What shells say of a process that a signal ended, in other languages than English.
///
/// strsignal(3) by the catalogues of glibc 2.36. Each language's words are in lower case as far as they are of ASCII, and
/// without a first letter beyond it, which may be a capital.
enum SignalTranslations {
  static let table: [(words: String, signal: String)] = [
    ("speicherzugriffsfehler", "SIGSEGV"), ("erreur de segmentation", "SIGSEGV"), ("violación de segmento", "SIGSEGV"),
    ("errore di segmentazione", "SIGSEGV"), ("falha de segmentação", "SIGSEGV"), ("falta de segmentação", "SIGSEGV"),
    ("шибка сегментирования", "SIGSEGV"), ("омилка адресування", "SIGSEGV"),
    ("naruszenie ochrony pamięci", "SIGSEGV"), ("segmentatiefout", "SIGSEGV"), ("segmenteringsfel", "SIGSEGV"),
    ("세그멘테이션 오류", "SIGSEGV"), ("段错误", "SIGSEGV"), ("記憶體區段錯誤", "SIGSEGV"),
    ("ngültiger maschinenbefehl", "SIGILL"), ("instruction non permise", "SIGILL"), ("instrucción ilegal", "SIGILL"),
    ("istruzione non consentita", "SIGILL"), ("instrução ilegal", "SIGILL"), ("едопустимая инструкция", "SIGILL"),
    ("омилкова інструкція", "SIGILL"), ("błędna instrukcja", "SIGILL"), ("ongeldige instructie", "SIGILL"),
    ("otillåten instruktion", "SIGILL"), ("명령어가 잘못됨", "SIGILL"), ("非法指令", "SIGILL"), ("無效指令", "SIGILL"),
    ("getötet", "SIGKILL"), ("已杀死", "SIGKILL"),
  ]

  static func signal(in lower: Bytes) -> String? {
    table.first { lower.contains($0.words) }?.signal
  }
}
