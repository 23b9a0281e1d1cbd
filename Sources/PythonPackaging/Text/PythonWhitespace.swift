extension Collection where Element == UInt8 {
  /// How many bytes at the start are one character of white space, as `str.isspace` and `\s` of Python's `re` have
  /// it; zero where there is none.
  ///
  /// CPython, Objects/unicodetype_db.h, `_PyUnicode_IsWhitespace`: what is Zs in Unicode or separates text
  /// bidirectionally (types WS, B, S).
  var pythonWhitespacePrefix: Int {
    guard let first else { return 0 }
    if first < 0x80 { return first.isPythonWhitespace ? 1 : 0 }
    var bytes = makeIterator()
    _ = bytes.next()
    guard let second = bytes.next() else { return 0 }
    // U+0085 and U+00A0.
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard let third = bytes.next() else { return 0 }
    return Self.isWide(first, second, third) ? 3 : 0
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000 in UTF-8.
  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without white space at either end: Python's `str.strip`.
  var withoutPythonWhitespace: ArraySlice<UInt8> {
    var rest = self
    while rest.pythonWhitespacePrefix > 0 { rest = rest.dropFirst(rest.pythonWhitespacePrefix) }
    while let length = (1...3).first(where: { rest.suffix($0).pythonWhitespacePrefix == $0 }) {
      rest = rest.dropLast(length)
    }
    return rest
  }
}
