/// A piece of Python's source text ("Lexical analysis" of Python's language reference); comments are none.
struct PythonToken {
  /// Of a string what stands between its quotes.
  let range: Range<Int>
  let kind: Kind
  /// Whether it stands inside of brackets, where lines and colons end nothing.
  let isNested: Bool

  enum Kind: Equatable {
    /// A name, a keyword or a number.
    case word
    case string
    case sign(UInt8)
  }
}

extension UInt8 {
  /// Letters beyond ASCII are taken as such.
  var isPartOfPythonName: Bool { isASCIILetterOrDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}
