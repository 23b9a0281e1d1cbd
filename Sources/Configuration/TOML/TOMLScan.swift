/// A look through a TOML document before it is parsed: its structure, one function for each production of the grammar
/// (toml.io, toml-v1.0.0.abnf), and on which lines its keys stand.
///
/// The parser is not given what has not passed here. toml++ 3.4 ends the process by an assertion at some text that is
/// no TOML (`1979-05-27Tx:`, `a.=`), and its values end one within the other, which takes stack.
struct TOMLScan {
  /// The line of each key of the two tables that are read, by its whole path; keys in inline tables have none.
  private(set) var lines: [[String]: Int] = [:]

  var cursor: TOMLCursor
  private var table: [String] = []

  /// Parts of a dotted key, and arrays and inline tables within one another: what people write has three.
  static let deepest = 32

  /// - Throws: ``TOMLProblem/syntax(line:column:reason:)``, ``TOMLProblem/tooDeep(line:)``
  init(_ source: [UInt8]) throws(TOMLProblem) {
    cursor = TOMLCursor(source)
    while !cursor.isAtEnd { try expression() }
  }

  /// The line of the key, or of the nearest one above it that is written down.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }

  /// `expression = ws [ comment ] / ws keyval ws [ comment ] / ws table ws [ comment ]`, with its line end.
  private mutating func expression() throws(TOMLProblem) {
    cursor.skipBlanks()
    switch cursor.peek() {
    case nil, .hash?, .lineFeed?, .carriageReturn?: break
    case .openBracket?: try header()
    default: try line()
    }
    cursor.skipBlanks()
    cursor.skipComment()
    guard cursor.takeNewline() || cursor.isAtEnd else { throw cursor.problem("the line should end here") }
  }

  /// `table = std-table / array-table`: `"[" ws key ws "]"`, or with two brackets each.
  private mutating func header() throws(TOMLProblem) {
    let line = cursor.line
    cursor.take()
    let isArray = cursor.take(.openBracket)
    table = try key()
    note(table, line)
    for _ in 0..<(isArray ? 2 : 1) {
      guard cursor.take(.closeBracket) else { throw cursor.problem("expected `]`") }
    }
  }

  /// A `keyval` that is no part of an inline table.
  private mutating func line() throws(TOMLProblem) {
    let line = cursor.line
    note(table + (try keyValue(depth: 0)), line)
  }

  /// Explicit mention of a table counts before what lies in it.
  private mutating func note(_ path: [String], _ line: Int) {
    // Most of a pyproject.toml is of other tools.
    guard path.first == "tool" && path.dropFirst().first == "realimport" || path.first == "project" else { return }
    for count in 1..<max(1, path.count) where lines[Array(path.prefix(count))] == nil {
      lines[Array(path.prefix(count))] = line
    }
    if lines[path] == nil || path == table { lines[path] = line }
  }

  /// `keyval = key ws "=" ws val`; gives the key.
  mutating func keyValue(depth: Int) throws(TOMLProblem) -> [String] {
    let key = try key()
    guard cursor.take(.equals) else { throw cursor.problem("expected `=`") }
    cursor.skipBlanks()
    try value(depth: depth)
    return key
  }

  /// `key = simple-key *( ws "." ws simple-key )`, with the blanks around it.
  private mutating func key() throws(TOMLProblem) -> [String] {
    var parts: [String] = []
    repeat {
      cursor.skipBlanks()
      parts.append(try simpleKey())
      guard parts.count <= Self.deepest else { throw .tooDeep(line: cursor.line) }
      cursor.skipBlanks()
    } while cursor.take(.dot)
    return parts
  }

  /// `simple-key = quoted-key / unquoted-key`; the escapes of a quoted key stay as they are written.
  private mutating func simpleKey() throws(TOMLProblem) -> String {
    let isQuoted = cursor.peek() == .doubleQuote || cursor.peek() == .singleQuote
    let text = isQuoted ? try lineString() : cursor.take(while: \.isBareKey)
    guard isQuoted || !text.isEmpty else { throw cursor.problem("expected a key") }
    return String(decoding: text, as: UTF8.self)
  }
}
