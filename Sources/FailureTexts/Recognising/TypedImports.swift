/// What a person imported at a prompt of Python or IPython.
enum TypedImports {
  /// So far above is looked.
  private static let limit = 20

  /// The modules, in order, of the lines that stand above one.
  static func modules(_ lines: [TextLine], before index: Int) -> [String] {
    lines[max(0, index - limit)..<index].compactMap { line in
      (line.isInput ? line.trimmed : line.trimmed.behind(">>> ")).flatMap(module)
    }
  }

  /// `import a.b as c`, `from a import b`
  private static func module(_ line: Bytes) -> String? {
    guard let rest = line.behind("import ") ?? line.behind("from ") else { return nil }
    let name = rest.trimmed.prefix { $0.isNamePart || $0 == UInt8(ascii: ".") }
    return name.isEmpty ? nil : name.text
  }
}
