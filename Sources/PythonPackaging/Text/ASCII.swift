/// The letters and signs that the standards' grammars are made of, all of them ASCII.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")

  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercased) }

  var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  /// The same letter in lower case; any other byte as it is.
  var asciiLowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

  /// White space as Python's `str.strip` sees it, as far as it is ASCII.
  var isPythonWhitespace: Bool { (0x09...0x0D).contains(self) || (0x1C...0x20).contains(self) }

  /// The value of a hexadecimal digit.
  var hexDigitValue: UInt8? {
    switch asciiLowercased {
    case let digit where digit.isASCIIDigit: digit - UInt8(ascii: "0")
    case let letter where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter):
      letter - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Collection where Element == UInt8 {
  /// The text of the bytes: UTF-8, or Latin-1 where they are not UTF-8, as old tools wrote.
  var textOrLatin1: String {
    if let text = String(validating: self, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in self { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }
}

extension ArraySlice<UInt8> {
  /// Without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> {
    let start = drop(while: \.isPythonWhitespace)
    guard let last = start.lastIndex(where: { !$0.isPythonWhitespace }) else { return [] }
    return start[...last]
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let utf8 = self.utf8
    let isBlank = { (byte: UInt8) in byte.isPythonWhitespace }
    guard let first = utf8.firstIndex(where: { !isBlank($0) }) else { return "" }
    guard let last = utf8.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(self[first...last])
  }
}
