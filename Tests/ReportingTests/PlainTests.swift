import Reporting
import Testing

@Suite struct PlainTests {
  @Test(arguments: Array(UInt32(0)...0x1F) + [0x7F])
  func controlsOfASCIIHavePictures(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "a\(scalar)b"
    let picture = try #require(Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value))
    let stays = scalar == "\n" || scalar == "\t"
    #expect(Plain.text(text) == (stays ? text : "a\(picture)b"))
    #expect(Plain.line(text) == (scalar == "\n" ? "a b" : Plain.text(text)))
  }

  /// The controls of C1, of which U+009B begins a command as ESC does, and all that turn the direction of text.
  @Test(arguments: Array(UInt32(0x80)...0x9F) + Array(0x202A...0x202E) + Array(0x2066...0x2069))
  func othersAreReplaced(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(Plain.text("a\(scalar)b") == "a\u{FFFD}b")
    #expect(Plain.line("a\(scalar)b") == "a\u{FFFD}b")
  }

  static let harmless: [String] = [
    "", " ", "größe", "變量", "🐍", "👩‍💻", "e\u{301}", "\u{A0}", "~", "a\tb\n\n", "עברית", "\u{FEFF}", "\u{10FFFF}",
  ]

  @Test(arguments: harmless)
  func everythingElseStays(_ text: String) {
    #expect(Array(Plain.text(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let line: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ line: String) {
      self.text = text
      self.line = line
    }
  }

  static let lines: [Case] = [
    Case("a\nb", "a b"), Case("a\r\nb", "a␍ b"), Case("\n\na\n\n\nb\n", "a b"), Case("", ""), Case("\n", ""),
    Case("a\u{2028}b\u{2029}c", "a b c"), Case("a\u{B}b\u{C}c", "a␋b␌c"), Case("a\u{85}b", "a\u{FFFD}b"),
    Case("\u{1B}[2J\u{1B}]0;title\u{7}x", "␛[2J␛]0;title␇x"), Case("a\tb", "a\tb"),
    Case("over\rwritten", "over␍written"),
  ]

  @Test(arguments: lines)
  func onOneLine(_ row: Case) {
    #expect(Plain.line(row.text) == row.line)
  }
}
