/// What an import names, before it is known where that stands.
struct ImportedNames {
  private var names: [Name] = []
  /// Whether it takes names out of a module: `from`.
  private var isMemberwise = false

  private struct Name {
    /// How many dots stand before it.
    let level: Int
    let parts: [String]
    /// The name that the text calls it by; of `import a.b` the first part.
    var bound: String?

    /// From the top; `nil` for what leads out of all packages.
    func path(in folder: [String]) -> [String]? {
      guard level <= folder.count + 1 else { return nil }
      return (level == 0 ? [] : Array(folder.dropLast(level - 1))) + parts
    }
  }

  var isRelative: Bool { names.contains { $0.level > 0 } }

  /// - Parameter pieces: The words and signs of the statement:
  ///
  ///       import ::= 'import' module ('as' name)? (',' module ('as' name)?)*
  ///       from ::= 'from' '.'* module? 'import' '('? name ('as' name)? (',' name ('as' name)?)* ','? ')'?
  init(statement pieces: [String]) {
    let groups = pieces.drop { $0 != "import" }.dropFirst().split(separator: ",").map { group in
      group.filter { $0 != "(" && $0 != ")" }.split(separator: "as", maxSplits: 1).map(Array.init)
    }
    let named = groups.compactMap { group in
      group.first.map { (parts: $0.filter { $0 != "." }, alias: group.dropFirst().first?.first) }
    }
    guard pieces.first == "from" else {
      names = named.map { Name(level: 0, parts: $0.parts, bound: $0.alias ?? $0.parts.first) }
      return
    }
    isMemberwise = true
    let module = pieces.dropFirst().prefix { $0 != "import" }
    let level = module.prefix { $0 == "." }.count
    let base = Name(level: level, parts: module.filter { $0 != "." })
    names =
      [base]
      + named.filter { $0.parts != ["*"] }.map {
        Name(level: level, parts: base.parts + $0.parts, bound: $0.alias ?? $0.parts.last)
      }
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
    names.compactMap { $0.path(in: folder) }.filter { !$0.isEmpty }.map { $0.joined(separator: ".") }
  }

  /// What a name of the text stands for that such a statement gives.
  func binding(of name: String, in folder: [String]) -> NameBinding? {
    guard let path = names.last(where: { $0.bound == name })?.path(in: folder), let last = path.last else { return nil }
    let whole = path.joined(separator: ".")
    return isMemberwise && path.count > 1 ? .member(last, of: String(whole.dropLast(last.count + 1))) : .module(whole)
  }
}
