extension Phrase {
  /// What macOS says, in the wording of dyld 1378 (dyld/Loader.cpp, common/MachOFile.cpp), and in older ones as public
  /// reports quote them.
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
      let isFound = reading.cursor.take("no suitable image found. Did find:")
      let problem = reading.cursor.wrongMachine() ?? (isFound ? reading.cursor.refusal() : nil)
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
      guard let file = reading.cursor.name(), file.contains("/") || file.hasSuffix(".dylib") else { return nil }
      reading.object = file
      if let problem = reading.cursor.wrongMachine() { return problem }
      return reading.cursor.take("(no such file") ? .missingLibrary : reading.cursor.refusal()
    },
    // Where a mail program or a terminal broke the line.
    architectures("incompatible architecture (have "),
    architectures("missing compatible architecture (have "),
    Phrase("mach-o, but wrong architecture", .dyld, object: .required, means: .wrongMachine(has: nil, needs: nil)),
    Phrase("which is newer than running OS", .dyld, object: .elsewhere, means: .newerSystem),
    Phrase("no suitable image found. Did find:", .dyld, object: .elsewhere) { reading in
      var line = reading.cursor
      line.position = line.text.skipWhiteSpace(from: line.position)
      guard let file = line.take(upTo: ": "), let words = line.file() else { return nil }
      reading.object = file
      let refusal = reading.cursor.refusal()
      reading.cursor = line
      return refusal ?? .unsuitable(words)
    },
    // AMFI's reason, of which only the end was pasted.
    Phrase("not valid for use in process", .dyld, object: .elsewhere, means: .unopenable(.blockedByPolicy)),
    Phrase("image not found", .dyld, object: .elsewhere, means: .missingLibrary),
  ]

  private static func architectures(_ words: String) -> Phrase {
    Phrase(words, .dyld, object: .elsewhere) { reading in
      guard let has = reading.cursor.name(), reading.cursor.take(", need "), let needs = reading.cursor.name() else {
        return nil
      }
      return .wrongMachine(has: has, needs: needs)
    }
  }
}

extension MessageCursor {
  /// `(mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))` in the rest of the line.
  fileprivate mutating func wrongMachine() -> LoaderProblem? {
    for words in ["incompatible architecture (have ", "missing compatible architecture (have "] {
      var rest = self
      guard rest.take(upTo: words) != nil, let has = rest.name(), rest.take(", need "), let needs = rest.name() else {
        continue
      }
      self = rest
      return .wrongMachine(has: has, needs: needs)
    }
    return nil
  }

  /// What else the parenthesis behind a file says of it, in this line.
  fileprivate mutating func refusal() -> LoaderProblem? {
    let refusals: [(words: String, problem: LoaderProblem)] = [
      ("wrong architecture", .wrongMachine(has: nil, needs: nil)), ("not a mach-o file", .notAnObjectFile),
      ("not valid mach-o file", .notAnObjectFile),
      ("unknown file type", .notAnObjectFile), ("which is newer than running OS", .newerSystem),
      // A command that the dynamic linker must know, and does not, since it is older (EXTERNAL_HEADERS/mach-o/loader.h).
      ("unknown required load command", .newerSystem), ("is unknown)", .newerSystem),
      ("not valid for use in process", .unopenable(.blockedByPolicy)),
    ]
    for (words, problem) in refusals {
      var rest = self
      rest.position = text.skipWhiteSpace(from: position)
      guard rest.take(upTo: words) != nil else { continue }
      self = rest
      return problem
    }
    return nil
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
    return name.hasPrefix("_") ? String(name.dropFirst()).asLinked : name
  }

  /// A file, after the identifier of its build where that is given: `<4C4C44…> /usr/lib/…`.
  fileprivate mutating func dyldFile() -> String? {
    if take("<") { _ = take(upTo: ">") }
    position = text.skipWhiteSpace(from: position)
    if text[position]?.isQuotationMark == true { return name() }
    let start = self
    guard let line = file() else { return nil }
    // What it was built for stands behind it, in newer wording and in older one.
    for words in [" (built for ", " (which was built for "] {
      var rest = start
      if let file = rest.take(upTo: words), file.utf8.count < line.utf8.count { return file }
    }
    return line
  }
}
