/// What stands between the quotes of a string in Python's source text; docs.python.org, "Lexical analysis", section
/// "String and Bytes literals".
///
/// Markers have such strings since `packaging` hands them to `ast.literal_eval`. Names of characters (`\N{…}`) are not
/// known here, and refused.
enum PythonStringLiteral {
  /// The text, or `nil` where Python would refuse the literal.
  static func text(_ content: ArraySlice<UInt8>) -> String? {
    let isPlain = content.allSatisfy { !$0.isSpecial }
    return isPlain ? String(decoding: content, as: UTF8.self) : unescaped(content)
  }

  private static func unescaped(_ content: ArraySlice<UInt8>) -> String? {
    var cursor = ByteCursor(content)
    var text: [UInt8] = []
    while let byte = cursor.peek() {
      cursor.skip()
      if byte == .backslash {
        guard let addition = escape(&cursor) else { return nil }
        text += addition
      } else if byte.isSpecial {
        return nil
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `escape ::= '\' (line-end | letter | octal | 'x' hex{2} | 'u' hex{4} | 'U' hex{8} | other)`
  private static func escape(_ cursor: inout ByteCursor) -> [UInt8]? {
    guard let byte = cursor.peek() else { return nil }
    if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) { return octal(&cursor) }
    cursor.skip()
    if let value = letters[byte] { return [value] }
    switch byte {
    case .lineFeed: return []
    case .carriageReturn:
      _ = cursor.take(.lineFeed)
      return []
    case UInt8(ascii: "x"): return hexadecimal(&cursor, count: 2)
    case UInt8(ascii: "u"): return hexadecimal(&cursor, count: 4)
    case UInt8(ascii: "U"): return hexadecimal(&cursor, count: 8)
    case UInt8(ascii: "N"), 0: return nil
    // An unknown escape stands for itself, with a warning of Python's.
    default: return [.backslash, byte]
    }
  }

  private static let letters: [UInt8: UInt8] = [
    .backslash: .backslash, UInt8(ascii: "'"): UInt8(ascii: "'"), .quote: .quote, UInt8(ascii: "a"): 0x07,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): .lineFeed, UInt8(ascii: "r"): .carriageReturn,
    UInt8(ascii: "t"): .tab, UInt8(ascii: "v"): 0x0B,
  ]

  private static func octal(_ cursor: inout ByteCursor) -> [UInt8]? {
    var value: UInt32 = 0
    for _ in 0..<3 {
      guard let digit = cursor.peek(), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { break }
      value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
      cursor.skip()
    }
    return utf8(value)
  }

  private static func hexadecimal(_ cursor: inout ByteCursor, count: Int) -> [UInt8]? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = cursor.peek()?.hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
      cursor.skip()
    }
    return utf8(value)
  }

  /// Half of a surrogate pair, which Python's strings can hold, becomes U+FFFD.
  private static func utf8(_ value: UInt32) -> [UInt8]? {
    guard value <= 0x10FFFF else { return nil }
    return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }
}

extension UInt8 {
  fileprivate static let backslash = UInt8(ascii: "\\")

  /// What cannot stand in such a literal as it is: Python's source holds no NUL, and one line ends the string.
  fileprivate var isSpecial: Bool { self == .backslash || self == .lineFeed || self == .carriageReturn || self == 0 }
}
