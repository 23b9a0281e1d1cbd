/// Text as Python source has it.
enum PythonLiteral {
  /// A string literal: what is no plain ASCII is escaped (Python reference, "String and Bytes literals").
  static func string(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      let isPlain = (0x20..<0x7F).contains(scalar.value) && scalar != "'" && scalar != "\\"
      return isPlain ? String(scalar) : "\\U" + String(UInt64(scalar.value) + 0x1_0000_0000, radix: 16).dropFirst()
    }
    return "'" + scalars.joined() + "'"
  }
}
