extension UInt8 {
  /// `\w` of Python's `re` as far as it is ASCII.
  var isWordCharacter: Bool { isASCIILetterOrDigit || self == UInt8(ascii: "_") }

  /// `WS` of the specification's grammar and of pypa's `packaging`: within a requirement only these two are blank.
  var isBlank: Bool { self == .space || self == .tab }
}

extension ByteCursor {
  /// Takes blanks; whether there were any.
  @discardableResult
  mutating func skipBlank() -> Bool {
    let start = position
    while let byte = peek(), byte.isBlank { skip() }
    return position > start
  }

  /// Takes a whole word, in this case of letters; whether it was there.
  ///
  /// Beyond ASCII nothing is a word here: what is not ASCII has no place after one anyway.
  mutating func take(word: String) -> Bool {
    let count = word.utf8.count
    guard peek(count)?.isWordCharacter != true else { return false }
    for (distance, byte) in word.utf8.enumerated() where peek(distance) != byte { return false }
    skip(count)
    return true
  }

  /// `identifier ::= [A-Za-z0-9] [A-Za-z0-9._-]*`, whatever it ends in
  mutating func takeName() -> ArraySlice<UInt8> {
    guard peek()?.isASCIILetterOrDigit == true else { return [] }
    return take { $0.isWordCharacter || $0 == .dot || $0 == UInt8(ascii: "-") }
  }
}
