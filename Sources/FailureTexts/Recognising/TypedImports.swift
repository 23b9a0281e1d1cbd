/// What a person imported at a prompt of Python or IPython, or by `python -c`.
enum TypedImports {
  /// So far above is looked.
  private static let limit = 20

  /// The modules, in order, of the statements that stand above a line: at a prompt, or in the nearest command.
  static func modules(_ lines: [TextLine], before index: Int) -> [String] {
    var typed: [String] = []
    for line in lines[max(0, index - limit)..<index].reversed() {
      if let statement = line.isInput ? line.trimmed : line.trimmed.behind(">>> ") {
        typed = modules(statement) + typed
      } else if let command = command(line.trimmed) {
        return typed.isEmpty ? command : typed
      }
    }
    return typed
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
