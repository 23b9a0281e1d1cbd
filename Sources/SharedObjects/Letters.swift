/// Letters of ASCII, which messages and symbols are read by.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  static let tilde = UInt8(ascii: "~")
  static let openingParenthesis = UInt8(ascii: "(")
  static let closingParenthesis = UInt8(ascii: ")")
  static let underscore = UInt8(ascii: "_")

  var isWhiteSpace: Bool { self == .space || (0x09...0x0D).contains(self) }
  var isQuotationMark: Bool { self == 0x22 || self == 0x27 || self == 0x60 }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// What words of C's names and of English are made of.
  var isWordByte: Bool { isLetter || isDigit || self == .underscore }
}
