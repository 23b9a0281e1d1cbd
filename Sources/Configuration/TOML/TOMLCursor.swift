/// A place in the bytes of a TOML document that moves forward only and counts lines.
struct TOMLCursor {
  private let bytes: [UInt8]
  private var position = 0
  private var lineStart = 0
  /// From 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
    lineStart = position
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  var isAtEnd: Bool { position >= bytes.count }

  /// What is wrong here.
  func problem(_ reason: String) -> TOMLProblem {
    let column = String(decoding: bytes[lineStart..<position], as: UTF8.self).unicodeScalars.count + 1
    return .syntax(line: line, column: column, reason: reason)
  }

  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  @discardableResult
  mutating func take() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    if byte == .lineFeed { (line, lineStart) = (line + 1, position) }
    return byte
  }

  /// Takes this byte; whether it was there.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    take()
    return true
  }

  /// Takes the bytes up to the first one that does not fit.
  @discardableResult
  mutating func take(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), fits(byte) { take() }
    return bytes[start..<position]
  }

  /// `ws = *( %x20 / %x09 )`
  mutating func skipBlanks() { take { $0 == .space || $0 == .tab } }

  /// `newline = %x0A / %x0D.0A`; whether it was there.
  mutating func takeNewline() -> Bool {
    if peek() == .carriageReturn, peek(1) == .lineFeed { take() }
    return take(.lineFeed)
  }

  /// `comment = "#" *non-eol`; the line end stays.
  mutating func skipComment() {
    if peek() == .hash { take { $0 != .lineFeed && $0 != .carriageReturn } }
  }

  /// `ws-comment-newline`: all that may stand between the values of an array.
  mutating func skipBlanksAndLines() {
    repeat {
      skipBlanks()
      skipComment()
    } while takeNewline()
  }
}

/// The signs of TOML's grammar.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let dot = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let equals = UInt8(ascii: "=")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// `unquoted-key = 1*( ALPHA / DIGIT / %x2D / %x5F )`, a character of it.
  var isBareKey: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) && self >= UInt8(ascii: "A")
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
