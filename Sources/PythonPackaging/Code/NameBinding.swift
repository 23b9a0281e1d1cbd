/// What a name in the text of a module stands for.
package enum NameBinding: Sendable, Equatable {
  /// A module, by its dotted name.
  case module(String)
  /// Something of a module, or a module below it.
  case member(String, of: String)
  /// What another name of the same text leads to: `name = other.part(…)`, `class name(other):`.
  case name(String)
}

extension PythonSource {
  /// What is bound to a name last, ahead of a line where one is given; what only an `except` clause or another branch
  /// binds counts where nothing else does.
  ///
  /// - Parameter folder: The names of the packages that the module lies in, to which relative names are relative.
  package func binding(of name: String, before line: Int? = nil, in folder: [String]) -> NameBinding? {
    var blocks = ImportBlocks()
    var (usual, conditional): (NameBinding?, NameBinding?)
    for statement in statements {
      if let line, statement.line >= line { break }
      guard let place = blocks.enter(statement, of: self), let binding = binding(name, statement, folder) else {
        continue
      }
      if place.occasion == .condition { conditional = binding } else { usual = binding }
    }
    return usual ?? conditional
  }

  private func binding(_ name: String, _ statement: PythonStatement, _ folder: [String]) -> NameBinding? {
    switch statement.keyword {
    case .import, .from: return ImportedNames(statement: pieces(statement)).binding(of: name, in: folder)
    case .class, nil: break
    default: return nil
    }
    // `class name(other`, `name = other`, `name: type = other`.
    let pieces = pieces(statement)
    let isClass = statement.keyword == .class
    guard pieces.dropFirst(isClass ? 1 : 0).first == name,
      let sign = pieces.firstIndex(of: isClass ? "(" : "="), pieces.indices.contains(sign + 1),
      isClass || sign == 1 || pieces[1] == ":", ModuleName.isIdentifier(pieces[sign + 1]), pieces[sign + 1] != name
    else { return nil }
    return .name(pieces[sign + 1])
  }

  /// The names with which the expressions of the statement at a line begin, in their order.
  ///
  /// - Parameter attribute: Only of expressions that take this attribute of something: `a` and `f` in
  ///   `a.b.attribute + f(x).attribute`.
  package func names(at line: Int, before attribute: String? = nil) -> [String] {
    guard let statement = statements.last(where: { $0.line <= line }) else { return [] }
    let pieces = pieces(statement)
    let starts = pieces.indices.compactMap { place -> String? in
      guard let attribute else {
        let isKeyword = pieces.indices.contains(place + 1) && pieces[place + 1] == "=" && place > 0
        return pieces[..<place].last == "." || isKeyword ? nil : pieces[place]
      }
      guard pieces[place] == attribute, pieces[..<place].last == "." else { return nil }
      return Self.start(ofExpressionBefore: place - 1, in: pieces)
    }
    return starts.filter(ModuleName.isIdentifier)
  }

  /// The line of the class in whose body a line stands.
  package func classLine(around line: Int) -> Int? {
    guard let inner = statements.last(where: { $0.line <= line }) else { return nil }
    var indent = inner.indent
    for statement in statements.reversed() where statement.line < inner.line && statement.indent < indent {
      if statement.keyword == .class { return statement.line }
      indent = statement.indent
    }
    return nil
  }

  /// - Parameter dot: The place of the dot behind the expression.
  private static func start(ofExpressionBefore dot: Int, in pieces: [String]) -> String? {
    var (place, depth) = (dot - 1, 0)
    while pieces.indices.contains(place) {
      switch pieces[place] {
      case ")", "]": depth += 1
      case "(", "[": depth -= 1
      case ".": break
      case _ where depth == 0 && pieces[..<place].last != ".": return pieces[place]
      default: break
      }
      if depth < 0 { return nil }
      place -= 1
    }
    return nil
  }
}
