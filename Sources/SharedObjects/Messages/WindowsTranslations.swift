/// What Windows' loader says in other languages than English, as far as one part of it tells the code.
///
/// The texts of FormatMessage for codes 127, 193, 1114 and 1455, as public reports quote them after CPython's "DLL load
/// failed". That of 126, a missing module, needs no words: what none of these fit is taken as that.
enum WindowsTranslations {
  static func problem(_ text: String) -> LoaderProblem? {
    // `%1` stands in it since CPython has no name to put there (Python/dynload_win.c).
    if text.contains("%1"), text.contains("Win32") { return .wrongMachine(has: nil, needs: nil) }
    // Of these only the message about the start of a library has the abbreviation in its words.
    if text.contains("DLL") { return .initializationFailed }
    if procedure.contains(where: text.contains) { return .missingProcedure }
    return pagingFile.contains(where: text.contains) ? .exhausted("The paging file is too small") : nil
  }

  /// Words for what is called from another library.
  private static let procedure: [String] = [
    "Prozedur", "procédure", "proceso", "procedimiento", "procedura", "procedimento", "procedury", "procedure",
    "процедура", "процедуру", "プロシージャ", "指定的程序", "프로시저", "yordam", "proceduren",
  ]

  private static let pagingFile: [String] = [
    "Auslagerungsdatei", "fichier de pagination", "archivo de paginación", "arquivo de paginação", "file di paging",
    "页面文件", "分頁檔", "ページング", "페이징 파일", "файл подкачки", "Файл подкачки", "plik stronicowania",
  ]
}
