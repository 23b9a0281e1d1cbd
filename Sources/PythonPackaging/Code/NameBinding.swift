/// What a name in the text of a module stands for.
package enum NameBinding: Sendable, Equatable {
  /// A module, by its dotted name.
  case module(String)
  /// Something of a module, or a module below it.
  case member(String, of: String)
  /// What another name of the same text leads to: `name = other.part(…)`, `class name(other):`, `@other.part` over
  /// `def name():`.
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
    var decorator: String?
    for statement in statements {
      if let line, statement.line >= line { break }
      let place = blocks.enter(statement, of: self)
      let binding = binding(name, statement, folder) ?? decorator.flatMap { decorated(name, statement, by: $0) }
      decorator = self.decorator(statement, after: decorator)
      guard let place, let binding else { continue }
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

  /// What a function is after it was given to the outermost one of its decorators.
  private func decorated(_ name: String, _ statement: PythonStatement, by decorator: String) -> NameBinding? {
    guard statement.keyword == .def, words(statement).first(where: { $0 != "async" && $0 != "def" }) == name,
      decorator != name
    else { return nil }
    return .name(decorator)
  }

  /// The name with which the outermost decorator begins, as far as nothing else stands between.
  private func decorator(_ statement: PythonStatement, after earlier: String?) -> String? {
    guard statement.keyword == nil, let sign = tokens[statement.tokens].first, sign.range.count == 1,
      bytes[sign.range.lowerBound] == UInt8(ascii: "@")
    else { return nil }
    return earlier ?? words(statement).first
  }

  /// The names with which what is called with a keyword argument begins: `a` of `a.b(c, keyword=d)`.
  package func names(at line: Int, calledWith keyword: String) -> [String] {
    guard let statement = statements.last(where: { $0.line <= line }) else { return [] }
    let pieces = pieces(statement)
    return pieces.indices.compactMap { place -> String? in
      guard pieces[place] == keyword, pieces[(place + 1)...].first == "=",
        pieces[(place + 1)...].dropFirst().first != "=",
        let bracket = Self.bracket(around: place, in: pieces)
      else { return nil }
      return Self.start(ofExpressionBefore: bracket, in: pieces)
    }.filter(ModuleName.isIdentifier)
  }

  /// The place of the bracket that opens the one in which a piece stands.
  private static func bracket(around place: Int, in pieces: [String]) -> Int? {
    var depth = 0
    for place in pieces[..<place].indices.reversed() {
      switch pieces[place] {
      case ")", "]", "}": depth += 1
      case "(", "[", "{":
        if depth == 0 { return place }
        depth -= 1
      default: break
      }
    }
    return nil
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

  /// - Parameter end: The place of the dot, or of the bracket, behind the expression.
  private static func start(ofExpressionBefore end: Int, in pieces: [String]) -> String? {
    var (place, depth) = (end - 1, 0)
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
