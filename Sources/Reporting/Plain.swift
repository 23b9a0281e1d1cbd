/// Foreign text made harmless: file names, messages and output may hold escapes that command a terminal.
package enum Plain {
  /// Control characters become visible; line ends and tabs stay.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isForbidden(scalar) ? visible(scalar) : scalar) }
    return String(result)
  }

  /// The same on one line.
  package static func line(_ text: String) -> String {
    Plain.text(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F: true
    // Characters that turn the direction of what follows (Unicode TR 9) can make a line read as another.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Unicode has a picture of each control character of ASCII.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let picture: UInt32 =
      switch scalar.value {
      case ..<0x20: 0x2400 + scalar.value
      case 0x7F: 0x2421
      default: 0xFFFD
      }
    return Unicode.Scalar(picture) ?? "\u{FFFD}"
  }
}
