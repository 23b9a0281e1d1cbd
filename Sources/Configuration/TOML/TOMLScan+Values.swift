extension TOMLScan {
  /// `val = string / boolean / array / inline-table / date-time / float / integer`
  mutating func value(depth: Int) throws(TOMLProblem) {
    guard depth < Self.deepest else { throw .tooDeep(line: cursor.line) }
    switch cursor.peek() {
    case .doubleQuote?, .singleQuote?: try string()
    case .openBracket?: try array(depth: depth + 1)
    case .openBrace?: try inlineTable(depth: depth + 1)
    default: try word()
    }
  }

  /// `array = "[" [ array-values ] ws-comment-newline "]"`; a comma may stand behind the last value.
  private mutating func array(depth: Int) throws(TOMLProblem) {
    cursor.take()
    cursor.skipBlanksAndLines()
    while !cursor.take(.closeBracket) {
      try value(depth: depth)
      cursor.skipBlanksAndLines()
      if cursor.take(.comma) {
        cursor.skipBlanksAndLines()
      } else if cursor.peek() != .closeBracket {
        throw cursor.problem("expected `,` or `]`")
      }
    }
  }

  /// `inline-table = "{" ws [ keyval *( ws "," ws keyval ) ] ws "}"`
  private mutating func inlineTable(depth: Int) throws(TOMLProblem) {
    cursor.take()
    cursor.skipBlanks()
    if cursor.take(.closeBrace) { return }
    repeat {
      _ = try keyValue(depth: depth)
      cursor.skipBlanks()
    } while cursor.take(.comma)
    guard cursor.take(.closeBrace) else { throw cursor.problem("expected `,` or `}`") }
  }

  /// What is written without quotes. A blank may stand between a date and its time.
  private mutating func word() throws(TOMLProblem) {
    let start = cursor
    let word = cursor.take(while: Self.isOfWord)
    guard TOMLWord.isValue(word) else { throw start.problem("expected a value") }
    guard TOMLWord.isDate(word), cursor.peek() == .space, cursor.peek(1)?.isDigit == true else { return }
    cursor.take()
    let time = cursor
    guard TOMLWord.isTime(cursor.take(while: Self.isOfWord)) else { throw time.problem("expected a time") }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isBareKey || byte == .dot || byte == .colon || byte == UInt8(ascii: "+")
  }

  /// `string = ml-basic-string / basic-string / ml-literal-string / literal-string`
  private mutating func string() throws(TOMLProblem) {
    guard let quote = cursor.peek() else { return }
    guard cursor.peek(1) == quote, cursor.peek(2) == quote else {
      _ = try lineString()
      return
    }
    try blockString(quote)
  }

  /// `basic-string` and `literal-string`: gives what is between the quotes.
  mutating func lineString() throws(TOMLProblem) -> ArraySlice<UInt8> {
    let start = cursor
    guard let quote = cursor.take() else { return [] }
    var isEscaped = false
    let text = cursor.take { byte in
      if byte == .lineFeed || byte == quote && !isEscaped { return false }
      isEscaped = byte == .backslash && quote == .doubleQuote && !isEscaped
      return true
    }
    guard cursor.take(quote) else { throw start.problem("this string does not end on its line") }
    return text
  }

  /// `ml-basic-string` and `ml-literal-string`: up to two quotes may stand right before the three that end it.
  private mutating func blockString(_ quote: UInt8) throws(TOMLProblem) {
    let start = cursor
    for _ in 0..<3 { cursor.take() }
    while !(cursor.peek() == quote && cursor.peek(1) == quote && cursor.peek(2) == quote) {
      guard let byte = cursor.take() else { throw start.problem("this string does not end") }
      if byte == .backslash, quote == .doubleQuote { cursor.take() }
    }
    for _ in 0..<5 where cursor.peek() == quote { cursor.take() }
  }
}
