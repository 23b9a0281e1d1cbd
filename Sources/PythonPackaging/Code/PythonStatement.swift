/// A statement, or the head of a compound one up to its colon.
struct PythonStatement {
  /// That of its line; what follows a colon on the same line is indented by one more.
  let indent: Int
  /// The first line of it, counted from 1.
  let line: Int
  let keyword: Keyword?
  /// Without the final colon or semicolon, as places in the tokens of the file.
  let tokens: Range<Int>

  /// Keywords that begin statements; of those that `async` begins the second.
  enum Keyword: String {
    case `if`, `elif`, `else`, `for`, `while`, `try`, `except`, `finally`, `with`, `def`, `class`
    case `import`, `from`, `raise`

    /// Whether a colon and other statements follow.
    var isCompound: Bool {
      switch self {
      case .import, .from, .raise: false
      default: true
      }
    }
  }
}

/// Cuts a file into statements.
struct StatementReading {
  private let bytes: [UInt8]
  private(set) var tokens: [PythonToken] = []
  private(set) var statements: [PythonStatement] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    var lexer = PythonLexer(bytes)
    while !lexer.isAtEnd {
      let indent = lexer.takeIndent()
      let line = lexer.line
      let start = tokens.count
      while let token = lexer.next() { tokens.append(token) }
      split(start..<tokens.count, indent, line)
    }
  }

  /// `line ::= (head ':')? simple (';' simple)*`
  private mutating func split(_ line: Range<Int>, _ indent: Int, _ number: Int) {
    var (start, indent) = (line.lowerBound, indent)
    var keyword = keyword(at: start)
    for place in line where !tokens[place].isNested {
      switch tokens[place].kind {
      case .sign(.colon) where keyword?.isCompound == true: break
      case .sign(UInt8(ascii: ";")): break
      default: continue
      }
      add(start..<place, indent, number, keyword)
      if keyword?.isCompound == true { indent += 1 }
      start = place + 1
      keyword = self.keyword(at: start)
    }
    add(start..<line.upperBound, indent, number, keyword)
  }

  private mutating func add(
    _ tokens: Range<Int>, _ indent: Int, _ line: Int, _ keyword: PythonStatement.Keyword?
  ) {
    guard !tokens.isEmpty else { return }
    statements.append(PythonStatement(indent: indent, line: line, keyword: keyword, tokens: tokens))
  }

  private func keyword(at place: Int) -> PythonStatement.Keyword? {
    let first = word(at: place)
    return (first == "async" ? word(at: place + 1) : first).flatMap(PythonStatement.Keyword.init)
  }

  /// `nil` for what is longer than any keyword.
  private func word(at place: Int) -> String? {
    guard tokens.indices.contains(place), tokens[place].kind == .word, tokens[place].range.count <= 7 else {
      return nil
    }
    return String(decoding: bytes[tokens[place].range], as: UTF8.self)
  }
}
