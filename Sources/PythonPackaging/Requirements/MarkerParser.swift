/// Reads a marker: the grammar of packaging.python.org, "Dependency specifiers", as pypa's `packaging` reads it; one
/// function for each production.
struct MarkerParser {
  private(set) var cursor: ByteCursor
  private var depth = 0

  /// Reads on where another grammar is.
  init(at cursor: ByteCursor) {
    self.cursor = cursor
  }

  /// The whole text: `marker`
  mutating func wholeText() throws(MarkerProblem) -> MarkerGroup {
    let group = try marker()
    if !cursor.isAtEnd { throw problem(.unexpectedText) }
    return group
  }

  /// `marker ::= atom (('and' | 'or') atom)*`
  mutating func marker() throws(MarkerProblem) -> MarkerGroup {
    var alternatives: [[MarkerGroup.Member]] = []
    var members = [try atom()]
    while let word = connective() {
      if word == .or {
        alternatives.append(members)
        members = []
      }
      members.append(try atom())
    }
    return MarkerGroup(alternatives + [members])
  }

  private enum Connective { case and, or }

  private mutating func connective() -> Connective? {
    if cursor.take(word: "and") { return .and }
    return cursor.take(word: "or") ? .or : nil
  }

  /// `atom ::= blank ('(' marker ')' | comparison) blank`
  private mutating func atom() throws(MarkerProblem) -> MarkerGroup.Member {
    cursor.skipBlank()
    defer { cursor.skipBlank() }
    guard cursor.peek() == UInt8(ascii: "(") else { return .comparison(try comparison()) }
    guard depth < Marker.depthLimit else { throw problem(.tooDeep) }
    depth += 1
    defer { depth -= 1 }
    cursor.skip()
    let group = try marker()
    guard cursor.take(UInt8(ascii: ")")) else {
      throw problem(cursor.isAtEnd ? .closingParenthesisExpected : .unexpectedText)
    }
    return MarkerGroup.Member(group)
  }

  /// `comparison ::= operand blank sign blank operand`
  private mutating func comparison() throws(MarkerProblem) -> MarkerComparison {
    let left = try operand()
    cursor.skipBlank()
    let sign = try sign()
    cursor.skipBlank()
    return MarkerComparison(left: left, sign: sign, right: try operand()).normalized
  }

  /// `operand ::= variable | string`
  private mutating func operand() throws(MarkerProblem) -> MarkerComparison.Operand {
    if cursor.peek() == .quote || cursor.peek() == UInt8(ascii: "'") { return .value(try string()) }
    var ahead = cursor
    let word = String(decoding: ahead.takeVariable(), as: UTF8.self)
    guard let variable = MarkerVariable(spelling: word) else {
      throw problem(word.isEmpty ? .operandExpected : .unknownVariable(word))
    }
    cursor = ahead
    return .variable(variable)
  }

  /// `string ::= "'" [^']* "'" | '"' [^"]* '"'`, which Python then reads as a literal of its own
  private mutating func string() throws(MarkerProblem) -> String {
    let start = cursor
    let quote = cursor.peek()
    cursor.skip()
    let content = cursor.take { $0 != quote }
    guard !cursor.isAtEnd else { throw start.problem(.stringUnclosed) }
    cursor.skip()
    guard let text = PythonStringLiteral.text(content) else { throw start.problem(.stringInvalid) }
    return text
  }

  /// `sign ::= '===' | '==' | '~=' | '!=' | '<=' | '>=' | '<' | '>' | 'in' | 'not' blank 'in'`
  private mutating func sign() throws(MarkerProblem) -> MarkerComparison.Sign {
    if cursor.take(word: "in") { return .isIn }
    if cursor.take(word: "not") {
      let isApart = cursor.skipBlank()
      guard isApart, cursor.take(word: "in") else { throw problem(.inExpected) }
      return .isNotIn
    }
    guard let sign = cursor.takeOperator() else { throw problem(.operatorExpected) }
    return .version(sign)
  }

  private func problem(_ reason: MarkerProblem.Reason) -> MarkerProblem {
    cursor.problem(reason)
  }
}

extension ByteCursor {
  fileprivate func problem(_ reason: MarkerProblem.Reason) -> MarkerProblem {
    MarkerProblem(reason: reason, text: text, position: position)
  }

  /// `variable ::= word ('.' word)?`, the dot only in the names of before PEP 508
  fileprivate mutating func takeVariable() -> ArraySlice<UInt8> {
    let start = position
    let first = take(while: \.isWordCharacter)
    if peek() == .dot, MarkerVariable.legacyModules.contains(where: { first.elementsEqual($0.utf8) }) {
      skip()
      _ = take(while: \.isWordCharacter)
    }
    return taken(since: start)
  }
}
