internal import SystemPackage

/// The literal `MAPPING` in an `__editable___…_finder.py`, by which setuptools finds the modules of an editable
/// distribution: names and paths, as Python's `repr` writes a dictionary.
struct FinderMapping {
  private(set) var modules: [(name: String, path: FilePath)] = []

  /// `nil` when the file holds no such literal.
  init?(_ bytes: [UInt8]) {
    guard let line = Lines(bytes).first(where: { $0.starts(with: "MAPPING".utf8) }),
      let brace = line.firstIndex(of: UInt8(ascii: "{"))
    else { return nil }
    var cursor = ByteCursor(line[line.index(after: brace)...])
    guard readItems(&cursor) else { return nil }
  }

  /// `items ::= (string ':' string (',' string ':' string)*)? '}'`
  private mutating func readItems(_ cursor: inout ByteCursor) -> Bool {
    while !cursor.takeSign("}") {
      guard let name = cursor.takeString(), cursor.takeSign(":"), let path = cursor.takeString() else {
        return false
      }
      modules.append((String(decoding: name, as: UTF8.self), FilePath(bytes: path)))
      _ = cursor.takeSign(",")
    }
    return true
  }
}

extension ByteCursor {
  /// `space sign`
  fileprivate mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
    _ = take(while: \.isPythonWhitespace)
    guard peek() == UInt8(ascii: sign) else { return false }
    skip()
    return true
  }

  /// `string ::= space ("'" character* "'" | '"' character* '"')`
  fileprivate mutating func takeString() -> [UInt8]? {
    _ = take(while: \.isPythonWhitespace)
    guard let quote = peek(), quote == .quote || quote == UInt8(ascii: "'") else { return nil }
    skip()
    var text: [UInt8] = []
    while let byte = peek() {
      skip()
      if byte == quote { return text }
      if byte != UInt8(ascii: "\\") {
        text.append(byte)
      } else {
        guard let escaped = takeEscape() else { return nil }
        text += escaped
      }
    }
    return nil
  }

  /// What follows a backslash: `'x' hex{2} | 'u' hex{4} | 'U' hex{8} | 'n' | 'r' | 't' | sign`
  private mutating func takeEscape() -> [UInt8]? {
    guard let letter = peek() else { return nil }
    skip()
    switch letter {
    case UInt8(ascii: "x"): return takeScalar(digits: 2)
    case UInt8(ascii: "u"): return takeScalar(digits: 4)
    case UInt8(ascii: "U"): return takeScalar(digits: 8)
    case UInt8(ascii: "n"): return [.lineFeed]
    case UInt8(ascii: "r"): return [.carriageReturn]
    case UInt8(ascii: "t"): return [.tab]
    default: return [letter]
    }
  }

  /// A character by its number; U+DC80…U+DCFF stand for bytes that are not UTF-8 (PEP 383).
  private mutating func takeScalar(digits: Int) -> [UInt8]? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek()?.hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
      skip()
    }
    if (0xDC80...0xDCFF).contains(value) { return [UInt8(truncatingIfNeeded: value)] }
    return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) }
  }
}
