/// Reads the tokens of one file, wherever its lines end inside of brackets.
///
/// Never fails: what is no Python comes out as signs.
struct PythonLexer {
  private let bytes: [UInt8]
  private(set) var position = 0
  /// Of brackets that are open.
  private var depth = 0
  /// Counted from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  /// Passes over blank lines and comments to the next line that holds something.
  ///
  /// - Returns: How far that is indented; tabs reach to the next multiple of eight.
  mutating func takeIndent() -> Int {
    var indent = 0
    while let byte = peek() {
      switch byte {
      case .space: indent += 1
      case .tab: indent = indent / 8 * 8 + 8
      case .lineFeed, .carriageReturn, Self.formFeed: indent = 0
      case Self.comment:
        skipComment()
        continue
      default: return indent
      }
      advance()
    }
    return indent
  }

  /// The next token of the line; `nil` at the line's end, which is passed over.
  mutating func next() -> PythonToken? {
    while let byte = peek() {
      switch byte {
      case .space, .tab, .carriageReturn, Self.formFeed: advance()
      case .lineFeed:
        advance()
        if depth == 0 { return nil }
      case Self.comment: skipComment()
      case Self.backslash where peek(1) == .lineFeed: skip(2)
      case Self.backslash where peek(1) == .carriageReturn && peek(2) == .lineFeed: skip(3)
      case .quote, Self.apostrophe: return string()
      case _ where byte.isPartOfPythonName: return word()
      default: return sign(byte)
      }
    }
    return nil
  }

  private mutating func sign(_ byte: UInt8) -> PythonToken {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    advance()
    return token(.sign(byte), from: position - 1)
  }

  /// A name, or the string that it is the prefix of, such as `rb""`.
  private mutating func word() -> PythonToken {
    let start = position
    while let byte = peek(), byte.isPartOfPythonName { position += 1 }
    if let byte = peek(), byte == .quote || byte == Self.apostrophe, bytes[start..<position].isStringPrefix {
      return string()
    }
    return token(.word, from: start)
  }

  /// `string ::= "'" character* "'" | "'''" character* "'''"`, or with double quotes; an open one ends with its line.
  private mutating func string() -> PythonToken {
    let mark = peek()
    let length = peek(1) == mark && peek(2) == mark ? 3 : 1
    skip(length)
    let start = position
    while let byte = peek() {
      if byte == mark, length == 1 || (peek(1) == mark && peek(2) == mark) {
        let string = token(.string, from: start)
        skip(length)
        return string
      }
      if byte == .lineFeed, length == 1 { break }
      // Even in a raw string a quote behind a backslash ends nothing.
      skip(byte == Self.backslash ? 2 : 1)
    }
    return token(.string, from: start)
  }

  private func token(_ kind: PythonToken.Kind, from start: Int) -> PythonToken {
    PythonToken(range: start..<position, kind: kind, isNested: depth > 0)
  }

  private mutating func skipComment() {
    while let byte = peek(), byte != .lineFeed { position += 1 }
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func skip(_ count: Int) { for _ in 0..<count { advance() } }

  private mutating func advance() {
    guard position < bytes.count else { return }
    if bytes[position] == .lineFeed { line += 1 }
    position += 1
  }

  private static let comment = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  private static let apostrophe = UInt8(ascii: "'")
  private static let formFeed: UInt8 = 0x0C
}

extension ArraySlice<UInt8> {
  /// `prefix ::= letter letter?`, of r, b, u, f and t in either case.
  fileprivate var isStringPrefix: Bool {
    count <= 2 && allSatisfy { "rbuft".utf8.contains($0.asciiLowercased) }
  }
}
