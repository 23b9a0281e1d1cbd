/// Reads clauses about versions: packaging.python.org, "Version specifiers"; one function for each production.
///
/// White space is that of Python's `re`, as in pypa's `packaging`.
struct SpecifierParser {
  private(set) var cursor: ByteCursor
  /// Whether a comma ends what follows `===`: in a set it separates clauses.
  private var doesCommaEnd = true

  /// Reads on where another grammar is.
  init(at cursor: ByteCursor) {
    self.cursor = cursor
  }

  /// The whole text: `specifiers ::= space specifier? (space ',' space specifier?)* space`
  mutating func wholeSet() throws(SpecifierProblem) -> [Specifier] {
    var found: [Specifier] = []
    repeat {
      cursor.skipPythonWhitespace()
      if !cursor.isAtEnd, cursor.peek() != .comma { found.append(try specifier()) }
      cursor.skipPythonWhitespace()
    } while cursor.take(.comma)
    if !cursor.isAtEnd { throw problem(.unexpectedText) }
    return found
  }

  /// `following ::= (',' specifier?)*`, none of it apart from what stands before
  mutating func directlyFollowing() throws(SpecifierProblem) -> [Specifier] {
    var found: [Specifier] = []
    while cursor.take(.comma) {
      if !isAtEndOfText, cursor.peek() != .comma { found.append(try specifier(isJoined: true)) }
    }
    if !isAtEndOfText { throw problem(.unexpectedText) }
    return found
  }

  /// Whether what follows `===` ends here, commas aside.
  private var isAtEndOfText: Bool {
    cursor.isAtEnd || cursor.peek() == UInt8(ascii: ";") || cursor.peek() == UInt8(ascii: ")")
      || cursor.isAtPythonWhitespace
  }

  /// The whole text: `space specifier space`
  mutating func wholeSpecifier() throws(SpecifierProblem) -> Specifier {
    doesCommaEnd = false
    cursor.skipPythonWhitespace()
    let specifier = try specifier()
    cursor.skipPythonWhitespace()
    if !cursor.isAtEnd { throw problem(.unexpectedText) }
    return specifier
  }

  /// `specifier ::= '===' space text | operator space version '.*'?`
  ///
  /// - Parameter isJoined: whether there may be no white space in it.
  mutating func specifier(isJoined: Bool = false) throws(SpecifierProblem) -> Specifier {
    guard let sign = cursor.takeOperator() else { throw problem(.operatorExpected) }
    if !isJoined { cursor.skipPythonWhitespace() }
    if sign == .arbitrary { return try text() }
    let start = cursor.position
    let version = try version()
    let isWildcard = cursor.peek() == .dot && cursor.peek(1) == UInt8(ascii: "*")
    try check(version, after: sign, from: start, isWildcard: isWildcard)
    if isWildcard { cursor.skip(2) }
    let written = String(decoding: cursor.taken(since: start), as: UTF8.self)
    return Specifier(operator: sign, operand: isWildcard ? .prefix(version) : .version(version), written: written)
  }

  /// `text ::= [^\s;)]+`; what follows a specifier in a requirement ends it.
  private mutating func text() throws(SpecifierProblem) -> Specifier {
    let start = cursor.position
    while !isAtEndOfText, !(doesCommaEnd && cursor.peek() == .comma) { cursor.skip() }
    let text = String(decoding: cursor.taken(since: start), as: UTF8.self)
    if text.isEmpty { throw problem(.version(.empty)) }
    return Specifier(operator: .arbitrary, operand: .text(text), written: text)
  }

  private mutating func version() throws(SpecifierProblem) -> Version {
    if cursor.isAtEnd || cursor.peek() == .comma { throw problem(.version(.empty)) }
    var parser = VersionParser(at: cursor)
    do throws(VersionProblem) {
      let version = try parser.version()
      cursor = parser.cursor
      return version
    } catch {
      throw SpecifierProblem(reason: .version(error.reason), text: error.text, position: error.position)
    }
  }

  /// What the operators admit after them.
  private func check(
    _ version: Version, after sign: Specifier.Operator, from start: Int, isWildcard: Bool
  ) throws(SpecifierProblem) {
    let isExact = sign == .equal || sign == .notEqual
    if isWildcard {
      let isRelease = version.prerelease == nil && version.post == nil && version.dev == nil
      guard isRelease, version.local.isEmpty, isExact else { throw problem(.wildcardNotAllowed) }
    }
    guard version.local.isEmpty || isExact else {
      let before = cursor.taken(since: start).prefix { $0 != UInt8(ascii: "+") }.count
      throw problem(.localNotAllowed, at: start + before)
    }
    guard sign != .compatible || version.release.count > 1 else { throw problem(.twoNumbersExpected, at: start) }
  }

  private func problem(_ reason: SpecifierProblem.Reason, at position: Int? = nil) -> SpecifierProblem {
    SpecifierProblem(reason: reason, text: cursor.text, position: position ?? cursor.position)
  }
}

extension ByteCursor {
  /// `operator ::= '===' | '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>'`
  mutating func takeOperator() -> Specifier.Operator? {
    let isEqual = peek(1) == UInt8(ascii: "=")
    let sign: Specifier.Operator
    switch (peek(), isEqual) {
    case (UInt8(ascii: "="), true): sign = peek(2) == UInt8(ascii: "=") ? .arbitrary : .equal
    case (UInt8(ascii: "~"), true): sign = .compatible
    case (UInt8(ascii: "!"), true): sign = .notEqual
    case (UInt8(ascii: "<"), _): sign = isEqual ? .atMost : .below
    case (UInt8(ascii: ">"), _): sign = isEqual ? .atLeast : .above
    default: return nil
    }
    skip(sign.rawValue.utf8.count)
    return sign
  }
}
