/// Writes values as TOML has them.
enum TOMLText {
  /// A basic string, or a literal one where a quote in the text would have to be escaped (TOML v1.0.0, "String").
  static func string(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain = scalars.allSatisfy { $0 != "'" && !isInvisible($0) }
    if isPlain, scalars.contains("\"") || scalars.contains("\\") { return "'\(text)'" }
    return "\"" + scalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
    guard isInvisible(scalar) else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// Control characters, which TOML does not admit, and those that turn the direction of a line (Unicode TR 9), which
  /// would make it read as another. All of them have four digits.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
