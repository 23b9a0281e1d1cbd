extension Phrase {
  /// What macOS says, in its newer and older wording, as public reports quote it; dyld's own source was not read.
  static let dyld: [Phrase] = [
    // dlopen(FILE, FLAGS): what follows says why.
    Phrase("dlopen(", .dyld, object: .elsewhere) { reading in
      guard let file = reading.cursor.take(upTo: "): "), let comma = file.lastIndex(of: ","), file.contains("/") else {
        return nil
      }
      reading.requested = String(file[..<comma])
      reading.isIntroduction = true
      return .notLoaded
    },
    Phrase("Library not loaded: ", .dyld, object: .elsewhere) { reading in
      guard let name = reading.cursor.name() else { return nil }
      reading.object = name
      if reading.cursor.take("Referenced from:") { reading.requested = reading.cursor.dyldFile() }
      guard reading.cursor.take("Reason:") else { return .missingLibrary }
      if let problem = reading.cursor.olderLibrary() { return problem }
      let problem = reading.cursor.wrongMachine()
      _ = reading.cursor.file()
      return problem ?? .missingLibrary
    },
    Phrase("Symbol not found: ", .dyld, object: .elsewhere) { reading in
      guard let name = reading.cursor.dyldSymbol() else { return nil }
      if reading.cursor.take("Referenced from:") { reading.object = reading.cursor.dyldFile() }
      let library = reading.cursor.take("Expected in:") ? reading.cursor.dyldFile() : nil
      return .undefinedSymbol(PrintedSymbol(name: name, definedIn: library))
    },
    Phrase("symbol not found in flat namespace ", .dyld, object: .elsewhere) { reading in
      reading.cursor.dyldSymbol().map { .undefinedSymbol(PrintedSymbol(name: $0)) }
    },
    Phrase("tried: ", .dyld, object: .elsewhere) { reading in
      guard let file = reading.cursor.name(), file.contains("/") else { return nil }
      reading.object = file
      return reading.cursor.wrongMachine() ?? (reading.cursor.take("(no such file)") ? .missingLibrary : nil)
    },
    // Where a mail program or a terminal broke the line.
    Phrase("incompatible architecture (have ", .dyld, object: .elsewhere) { reading in
      guard let has = reading.cursor.name(), reading.cursor.take(", need "), let needs = reading.cursor.name() else {
        return nil
      }
      return .wrongMachine(has: has, needs: needs)
    },
    Phrase("no suitable image found. Did find:", .dyld, object: .elsewhere) { reading in
      guard let line = reading.cursor.file(), let colon = line.lastIndex(of: ":") else { return nil }
      reading.object = String(line[..<colon])
      return line.hasSuffix("wrong architecture")
        ? .wrongMachine(has: nil, needs: nil) : .unsuitable(String(line[colon...].dropFirst(2)))
    },
    Phrase("image not found", .dyld, object: .elsewhere, means: .missingLibrary),
  ]
}

extension MessageCursor {
  /// `(mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))` in the rest of the line.
  fileprivate mutating func wrongMachine() -> LoaderProblem? {
    var rest = self
    guard rest.take(upTo: "incompatible architecture (have ") != nil, let has = rest.name(), rest.take(", need "),
      let needs = rest.name()
    else { return nil }
    self = rest
    return .wrongMachine(has: has, needs: needs)
  }

  /// `Incompatible library version: a.dylib requires version 12.0.0 or later, but b.dylib provides version 11.0.0`
  fileprivate mutating func olderLibrary() -> LoaderProblem? {
    guard take("Incompatible library version: "), let user = take(upTo: " requires version "),
      let version = take(upTo: " or later"), take(upTo: "provides version ") != nil, file() != nil
    else { return nil }
    return .missingVersion(version, requiredBy: user)
  }

  /// In quotation marks, in parentheses (dyld 3) or bare; without the underscore that macOS puts before each name of C.
  fileprivate mutating func dyldSymbol() -> String? {
    _ = take("(")
    guard let name = wholeSymbol() else { return nil }
    return name.hasPrefix("_") ? String(name.dropFirst()) : name
  }

  /// A file, after the identifier of its build where that is given: `<4C4C44…> /usr/lib/…`.
  fileprivate mutating func dyldFile() -> String? {
    if take("<") { _ = take(upTo: ">") }
    position = text.skipWhiteSpace(from: position)
    return text[position]?.isQuotationMark == true ? name() : file()
  }
}
