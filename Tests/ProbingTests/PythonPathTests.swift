import Probing
import TestSupport
import Testing

@Suite struct PythonPathTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let text: String

    init(_ testDescription: String, _ bytes: [UInt8], _ text: String) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.text = text
    }
  }

  /// The texts are those of `os.fsdecode(…).encode('utf-8', 'backslashreplace')`.
  static let cases: [Case] = [
    Case("nothing", [], ""),
    Case("ASCII", Array("/usr/bin".utf8), "/usr/bin"),
    Case("UTF-8", Array("/größe/變/🐍".utf8), "/größe/變/🐍"),
    Case("Latin-1", [0x2F, 0xE9, 0x2F], #"/\udce9/"#),
    Case("a lone continuation", [0x80], #"\udc80"#),
    Case("a cut sequence", [0xE2, 0x82], #"\udce2\udc82"#),
    Case("a cut sequence before a letter", [0xF0, 0x9F, 0x90, 0x61], #"\udcf0\udc9f\udc90a"#),
    Case("an overlong form", [0xC0, 0xAF], #"\udcc0\udcaf"#),
    Case("an encoded surrogate", [0xED, 0xB2, 0x80], #"\udced\udcb2\udc80"#),
    Case("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], #"\udcf4\udc90\udc80\udc80"#),
    Case("valid after invalid", [0xFF, 0xC3, 0xA9, 0xFE], #"\udcffé\udcfe"#),
    Case("a line end", [0x0A, 0x00, 0xFF], "\n\0\\udcff"),
    Case("combining characters stay apart", Array("e\u{301}".utf8), "e\u{301}"),
  ]

  @Test(arguments: cases)
  func textAndBytes(_ row: Case) {
    let path = PythonPath(bytes: row.bytes)
    #expect(path.description == row.text)
    #expect(path.bytes == row.bytes)
    #expect(PythonPath(text: row.text).bytes == row.bytes)
  }

  /// Names that hold the letters of an escape lead back to themselves, too.
  static let lookalikes: [String] = [
    #"\udc80"#, #"/a\udcff/b"#, #"\udcAF"#, #"\udc5c"#, #"\udc5cudc80"#, #"\\udc80"#, #"\udc"#, #"\udc8"#, #"\udc7f"#,
    #"\udczz"#, #"\udc+f"#, #"\ud800"#, #"\udc\udc80"#, #"C:\udcim"#,
  ]

  @Test(arguments: lookalikes)
  func textThatLooksEscaped(_ name: String) {
    #expect(PythonPath(bytes: Array(name.utf8)).bytes == Array(name.utf8))
    let broken = Array(name.utf8) + [0x80] + Array(name.utf8)
    #expect(PythonPath(bytes: broken).bytes == broken)
  }

  @Test func anyBytesRoundTrip() {
    var generator = SeededGenerator(seed: 383)
    let pieces: [[UInt8]] = [
      Array(#"\udc"#.utf8), Array("80".utf8), Array("5c".utf8), Array("é".utf8), Array("🐍".utf8), [0xE2], [0x82],
      [0xFF],
    ]
    for _ in 0..<4_000 {
      let bytes = (0..<Int.random(in: 0...8, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      let path = PythonPath(bytes: bytes)
      #expect(path.bytes == bytes)
    }
  }

  @Test func everyByte() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(PythonPath(bytes: bytes).bytes == bytes)
  }
}
