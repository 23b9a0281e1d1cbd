extension Phrase {
  /// What Windows says through CPython (Python/dynload_win.c) and ctypes (Modules/_ctypes/callproc.c).
  static let windows: [Phrase] = [
    Phrase("DLL load failed", .windows, object: .elsewhere) { reading in
      var cursor = reading.cursor
      let code = cursor.take("with error code") ? cursor.symbol().flatMap(systemCode) : nil
      if cursor.take("while importing") { reading.requested = cursor.symbol() }
      let problem = cursor.take(":") ? cursor.windowsProblem() : code.flatMap(windowsProblem(code:))
      reading.cursor = cursor
      return problem ?? .notLoaded
    },
    Phrase("WinError ", .windows, object: .elsewhere) { reading in
      guard let code = reading.cursor.number(), let problem = windowsProblem(code: code) else { return nil }
      reading.requested = reading.cursor.quotedFile(before: "or one of its dependencies")
      return problem
    },
    // Where only the system's text was pasted.
    Phrase(
      "%1 is not a valid Win32 application", .windows, object: .elsewhere, means: .wrongMachine(has: nil, needs: nil)),
    // ctypes since 3.8: FileNotFoundError.
    Phrase("Could not find module ", .windows, object: .elsewhere) { reading in
      guard let file = reading.cursor.name(), reading.cursor.take("(or one of its dependencies)") else { return nil }
      reading.requested = file
      return .missingLibrary
    },
    // torch/__init__.py: Error loading "FILE" or one of its dependencies.
    Phrase("or one of its dependencies", .windows, object: .elsewhere) { reading in
      guard let file = reading.cursor.text.quotedFile(before: reading.start) else { return nil }
      reading.requested = file
      return .notLoaded
    },
    // How a process ends that Windows did not start (ntstatus.h): in hexadecimal, or as the number that Python gives.
    Phrase("0xC0000135", .windows, object: .elsewhere, means: .missingLibrary),
    Phrase("0xc0000135", .windows, object: .elsewhere, means: .missingLibrary),
    Phrase("3221225781", .windows, object: .elsewhere, means: .missingLibrary),
    Phrase("0xC0000139", .windows, object: .elsewhere, means: .missingProcedure),
    Phrase("0xc0000139", .windows, object: .elsewhere, means: .missingProcedure),
    Phrase("3221225785", .windows, object: .elsewhere, means: .missingProcedure),
    Phrase("0xC000007B", .windows, object: .elsewhere, means: .wrongMachine(has: nil, needs: nil)),
    Phrase("0xc000007b", .windows, object: .elsewhere, means: .wrongMachine(has: nil, needs: nil)),
    Phrase("3221225595", .windows, object: .elsewhere, means: .wrongMachine(has: nil, needs: nil)),
    Phrase("0xC0000142", .windows, object: .elsewhere, means: .initializationFailed),
    Phrase("0xc0000142", .windows, object: .elsewhere, means: .initializationFailed),
    // PyInstaller's start of a program.
    Phrase("Error loading Python DLL", .windows, object: .elsewhere, read: pythonLibrary),
    Phrase("Failed to load Python DLL", .windows, object: .elsewhere, read: pythonLibrary),
    Phrase("Module use of ", .python, object: .elsewhere) { reading in
      guard let library = reading.cursor.symbol(), reading.cursor.take("conflicts with this version of Python") else {
        return nil
      }
      return .otherPython(library)
    },
  ]

  @Sendable private static func pythonLibrary(_ reading: inout PhraseReading) -> LoaderProblem? {
    _ = reading.cursor.take(":")
    reading.requested = reading.cursor.name()
    return reading.requested == nil ? nil : .notLoaded
  }

  /// System error codes of Windows (winerror.h) that its loader gives.
  private static let windowsCodes: [(code: UInt32, words: String, problem: LoaderProblem)] = [
    (126, "The specified module could not be found", .missingLibrary),
    (127, "The specified procedure could not be found", .missingProcedure),
    (193, "%1 is not a valid Win32 application", .wrongMachine(has: nil, needs: nil)),
    (216, "This version of %1 is not compatible", .wrongMachine(has: nil, needs: nil)),
    (182, "The operating system cannot run %1", .missingProcedure),
    (1114, "A dynamic link library (DLL) initialization routine failed", .initializationFailed),
    (1455, "The paging file is too small", .exhausted("The paging file is too small")),
    (577, "Windows cannot verify the digital signature", .unopenable(.blockedByPolicy)),
    (1260, "This program is blocked by group policy", .unopenable(.blockedByPolicy)),
    (4551, "An Application Control policy has blocked this file", .unopenable(.blockedByPolicy)),
  ]

  /// Statuses (ntstatus.h) that it gives in their place, as where a library's own start raised one. Windows has no text for
  /// them, so that CPython writes the number.
  private static let windowsStatuses: [UInt32: LoaderProblem] = [
    0xC000_001D: .processorLevel, 0xC000_007B: .wrongMachine(has: nil, needs: nil), 0xC000_0135: .missingLibrary,
    0xC000_0139: .missingProcedure, 0xC000_0142: .initializationFailed,
  ]

  /// CPython before 3.8 writes it with a sign.
  private static func systemCode(_ digits: String) -> UInt32? {
    UInt32(digits) ?? Int32(digits).map(UInt32.init(bitPattern:))
  }

  static func windowsProblem(code: UInt32) -> LoaderProblem? {
    windowsCodes.first { $0.code == code }?.problem ?? windowsStatuses[code]
  }

  static func windowsProblem(words: String) -> LoaderProblem? {
    windowsCodes.first { words.hasPrefix($0.words) }?.problem
  }
}

extension MessageCursor {
  fileprivate mutating func number() -> UInt32? {
    let start = position
    while let byte = text[position], byte.isDigit, position - start < 10 { position += 1 }
    return UInt32(text.string(start..<position))
  }

  /// The system's text, in English or in another language, of which some have an apostrophe in a word.
  fileprivate mutating func windowsProblem() -> LoaderProblem? {
    var rest = self
    let whole = rest.file()
    let words = file(endedBy: \.isQuotationMark)
    if let problem = words.flatMap(Phrase.windowsProblem(words:)) { return problem }
    if words?.hasPrefix("Access is denied") == true { return .unopenable(.permissionDenied) }
    return whole.flatMap(WindowsTranslations.problem)
  }

  /// The file that is named before these words in the same line.
  fileprivate mutating func quotedFile(before words: String) -> String? {
    var rest = self
    guard rest.take(upTo: words) != nil else { return nil }
    let start = rest.position - words.utf8.count
    guard let file = text.quotedFile(before: start) else { return nil }
    self = rest
    return file
  }
}

extension MessageText {
  /// The file in quotation marks, straight or curly, that stands before this place in the same line.
  fileprivate func quotedFile(before end: Int) -> String? {
    let limit = max(0, end - Self.longestName)
    let start = bytes[limit..<end].lastIndex(of: .newline).map { $0 + 1 } ?? limit
    let parts = string(start..<end).split { "\"'“”".contains($0) }
    return parts.last { $0.contains(".") && !$0.contains("{") && !$0.contains(": ") }.map(String.init)
  }
}
