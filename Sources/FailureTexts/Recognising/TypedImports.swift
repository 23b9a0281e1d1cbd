/// What a person imported at a prompt of Python or IPython, by `python -c`, or in a program that is cited.
enum TypedImports {
  /// So far above is looked.
  private static let limit = 20

  /// The modules, in order, of the statements that stand above a line: at a prompt, in the nearest command, or alone.
  static func modules(_ lines: [TextLine], before index: Int) -> [String] {
    var typed: [String] = []
    for line in lines[max(0, index - limit)..<index].reversed() {
      if let statement = line.isInput ? line.trimmed : line.trimmed.behind(">>> ") {
        typed = modules(statement) + typed
      } else if let command = command(line.trimmed) {
        return typed.isEmpty ? command : typed
      }
    }
    return typed.isEmpty ? bare(lines[max(0, index - limit)..<index]) : typed
  }

  /// The statements that stand by themselves right above the line, as people cite a program of two lines.
  private static func bare(_ lines: ArraySlice<TextLine>) -> [String] {
    lines.reversed().drop { $0.trimmed.isEmpty || $0.kind == .fence }.prefix { isStatement($0.trimmed) }.reversed()
      .flatMap { modules($0.trimmed) }
  }

  /// The statement right above an exception, where it tells what the message leaves out: of which module a name was wanted
  /// (CPython before 3.7), or which package's part was not found (Python 2).
  static func statement(_ lines: [TextLine], before index: Int, thatFailedWith message: String) -> String? {
    guard let above = lines[max(0, index - limit)..<index].last(where: { !$0.trimmed.isEmpty && $0.kind != .fence })
    else { return nil }
    let line = above.trimmed.behind(">>> ") ?? above.trimmed
    guard let rest = line.behind("from "), let (module, names) = rest.split(at: " import ") else { return nil }
    let missing = Array(message.utf8)[...]
    if let name = missing.behind("cannot import name ")?.filter({ $0 != UInt8(ascii: "'") }) {
      return !name.contains(.space) && words(names).contains(name[...]) ? line.text : nil
    }
    guard let part = missing.behind("No module named "), !part.isEmpty else { return nil }
    return module.trimmed.text.hasSuffix("." + part.text) ? line.text : nil
  }

  private static func words(_ text: Bytes) -> [Bytes] { text.split { !$0.isNamePart } }

  private static func isStatement(_ line: Bytes) -> Bool {
    line.begins(with: "import ") || line.begins(with: "from ") && line.contains(" import ")
  }

  /// `python -c 'import a, b; from c import d'` behind a prompt of a shell.
  private static func command(_ line: Bytes) -> [String]? {
    guard let (program, rest) = line.split(at: " -c "), program.contains("python"), let mark = rest.first,
      mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\"")
    else { return nil }
    let code = rest.dropFirst().prefix { $0 != mark }
    return code.split(separator: UInt8(ascii: ";")).flatMap { modules($0.trimmed) }
  }

  /// `import a.b as c, d`, `from a import b`
  private static func modules(_ statement: Bytes) -> [String] {
    if let rest = statement.behind("from ") { return [module(rest)].compactMap(\.self) }
    guard let rest = statement.behind("import ") else { return [] }
    return rest.split(separator: UInt8(ascii: ",")).compactMap(module)
  }

  private static func module(_ text: Bytes) -> String? {
    let name = text.trimmed.prefix { $0.isNamePart || $0 == UInt8(ascii: ".") }
    return name.isEmpty ? nil : name.text
  }
}
