extension Phrase {
  /// What Windows says through CPython (Python/dynload_win.c) and ctypes (Modules/_ctypes/callproc.c).
  static let windows: [Phrase] = [
    Phrase("DLL load failed", .windows, object: .elsewhere) { reading in
      var cursor = reading.cursor
      let code = cursor.take("with error code") ? cursor.symbol().flatMap(UInt32.init) : nil
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
    Phrase("Module use of ", .python, object: .elsewhere) { reading in
      guard let library = reading.cursor.symbol(), reading.cursor.take("conflicts with this version of Python") else {
        return nil
      }
      return .otherPython(library)
    },
  ]

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

  static func windowsProblem(code: UInt32) -> LoaderProblem? {
    windowsCodes.first { $0.code == code }?.problem
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

  /// The system's text, in English; another language's is only known by a number.
  fileprivate mutating func windowsProblem() -> LoaderProblem? {
    let words = file(endedBy: \.isQuotationMark)
    if let problem = words.flatMap(Phrase.windowsProblem(words:)) { return problem }
    return words?.hasPrefix("Access is denied") == true ? .unopenable(.permissionDenied) : nil
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
