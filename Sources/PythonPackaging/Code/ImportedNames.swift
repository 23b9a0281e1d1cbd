/// What an import names, before it is known where that stands.
struct ImportedNames {
  private var names: [Name] = []

  private struct Name {
    /// How many dots stand before it.
    let level: Int
    let parts: [String]
  }

  var isRelative: Bool { names.contains { $0.level > 0 } }

  /// - Parameter pieces: The words and signs of the statement:
  ///
  ///       import ::= 'import' module ('as' name)? (',' module ('as' name)?)*
  ///       from ::= 'from' '.'* module? 'import' '('? name ('as' name)? (',' name ('as' name)?)* ','? ')'?
  init(statement pieces: [String]) {
    let groups = pieces.drop { $0 != "import" }.dropFirst().split(separator: ",").map { group in
      group.prefix { $0 != "as" }.filter { $0 != "(" && $0 != ")" }
    }.filter { !$0.isEmpty }
    guard pieces.first == "from" else {
      names = groups.map { Name(level: 0, parts: $0.filter { $0 != "." }) }
      return
    }
    let module = pieces.dropFirst().prefix { $0 != "import" }
    let level = module.prefix { $0 == "." }.count
    let base = Name(level: level, parts: module.filter { $0 != "." })
    names = [base] + groups.filter { $0 != ["*"] }.map { Name(level: level, parts: base.parts + $0) }
  }

  /// - Parameter texts: Names in quotes, of which those that are no names of modules are left out.
  init(texts: [String]) {
    names = texts.compactMap { text in
      let parts = text.drop { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.allSatisfy(ModuleName.isIdentifier) else { return nil }
      return Name(level: text.prefix { $0 == "." }.count, parts: parts)
    }
  }

  /// As dotted names from the top; those that lead out of all packages are left out.
  func modules(in folder: [String]) -> [String] {
    names.compactMap { name in
      guard name.level <= folder.count + 1 else { return nil }
      let base = name.level == 0 ? [] : Array(folder.dropLast(name.level - 1))
      let parts = base + name.parts
      return parts.isEmpty ? nil : parts.joined(separator: ".")
    }
  }
}
