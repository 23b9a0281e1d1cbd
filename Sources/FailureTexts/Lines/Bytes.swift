/// Part of a text; what the forms of failures are recognised in. Regular expressions would cost more than the rest.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let escape: UInt8 = 0x1B
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let quote = UInt8(ascii: "\"")
  static let closingBracket = UInt8(ascii: "]")
  static let closingParenthesis = UInt8(ascii: ")")

  var isBlank: Bool { self == .space || self == .tab }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isUpper: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLetter: Bool { isUpper || (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")) }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }

  /// Part of a name in Python; letters beyond ASCII are taken as such without a look (PEP 3131).
  var isNamePart: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}

extension Collection where Element == UInt8 {
  /// The bytes as text; they come from cleaned lines, which are UTF-8 unless they were cut within a character.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The number that all of the bytes are, if it has at most nine digits.
  var number: Int? {
    guard !isEmpty, count <= 9 else { return nil }
    var value = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension Bytes {
  /// Whether these bytes begin with a text.
  func begins(with text: String) -> Bool {
    let text = text.utf8.span
    guard count >= text.count else { return false }
    var place = startIndex
    for index in text.indices {
      guard self[place] == text[index] else { return false }
      place += 1
    }
    return true
  }

  /// Without blanks at either end.
  var trimmed: Bytes { drop(while: \.isBlank).withoutTrailingBlanks }

  var withoutTrailingBlanks: Bytes {
    guard let last = lastIndex(where: { !$0.isBlank }) else { return [] }
    return self[startIndex...last]
  }

  /// The offset at which a text first stands in these bytes.
  func offset(of text: String, from start: Int = 0) -> Int? {
    let text = text.utf8.span
    guard !text.isEmpty, count >= text.count else { return nil }
    let first = text[0]
    var index = startIndex + start
    let last = endIndex - text.count
    while index <= last {
      if self[index] == first {
        var length = 1
        while length < text.count, self[index + length] == text[length] { length += 1 }
        if length == text.count { return index - startIndex }
      }
      index += 1
    }
    return nil
  }

  func contains(_ text: String) -> Bool { offset(of: text) != nil }

  /// What stands before and behind the first place of a text.
  func split(at text: String) -> (before: Bytes, after: Bytes)? {
    guard let offset = offset(of: text) else { return nil }
    return (prefix(offset), dropFirst(offset + text.utf8.count))
  }

  /// What stands behind a text at the start.
  func behind(_ text: String) -> Bytes? {
    begins(with: text) ? dropFirst(text.utf8.count) : nil
  }

  /// A copy in lower case, as far as letters are ASCII.
  var lowercased: Bytes { map(\.lowercased)[...] }
}
