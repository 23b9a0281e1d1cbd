/// What the dynamic loader says where no exception carries it: it ended the program (ld.so(8)), or only the message of an
/// exception was pasted.
enum LoaderLine: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    let line = lines[index]
    guard line.phrases.contains(.loader), line.kind == .text, line.level == nil, let message = message(line.trimmed)
    else { return nil }
    let failure = TextFailure(.message(message.text), form: .program, lines: line.number...line.number)
    return Recognised(failure: failure, end: index + 1)
  }

  private static func message(_ line: Bytes) -> Bytes? {
    for words in [": symbol lookup error: ", ": error while loading shared libraries: "] {
      if let (_, message) = line.split(at: words) { return message }
    }
    if alone.contains(where: { line.begins(with: $0) }) { return line }
    return bare.contains { isFile(line, before: $0) } ? line : nil
  }

  /// Messages that nothing precedes: musl's; CPython's of an extension module (Python/importdl.c); Windows' (winerror.h);
  /// Android's.
  private static let alone: [String] = [
    "Error relocating ", "dynamic module does not define ", "%1 is not a valid Win32 application", "dlopen failed: ",
    "ld-elf.so.1: Shared object ",
  ]

  /// What glibc writes behind the name of a file (elf/dl-lookup.c, elf/dl-version.c, elf/dl-load.c).
  private static let bare: [String] = [
    ": undefined symbol: ", ": version `", ": cannot open shared object file: ", ": invalid ELF header",
    ": wrong ELF class", ": file too short", ": cannot allocate memory in static TLS block",
    ": cannot enable executable stack", ": symbol ",
  ]

  /// Whether nothing but one file stands before these words.
  private static func isFile(_ line: Bytes, before words: String) -> Bool {
    guard let (file, _) = line.split(at: words) else { return false }
    return !file.isEmpty && !file.contains(" ") && file.contains(".so")
  }
}
