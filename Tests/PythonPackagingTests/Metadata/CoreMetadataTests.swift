import PythonPackaging
import TestSupport
import Testing

@Suite struct CoreMetadataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let name: String?
    let version: String?

    init(_ testDescription: String, _ text: String, name: String? = "pkg", version: String? = "1.0") {
      self.init(testDescription, bytes: Array(text.utf8), name: name, version: version)
    }

    init(_ testDescription: String, bytes: [UInt8], name: String? = "pkg", version: String? = "1.0") {
      self.testDescription = testDescription
      self.bytes = bytes
      self.name = name
      self.version = version
    }
  }

  static let cases: [Case] = [
    Case("plain", "Metadata-Version: 2.1\nName: pkg\nVersion: 1.0\n\nText\n"),
    Case("no line end after the last field", "Name: pkg\nVersion: 1.0"),
    Case("carriage returns", "Name: pkg\r\nVersion: 1.0\r\n\r\nName: other\r\n"),
    Case("lone carriage returns", "Name: pkg\rVersion: 1.0\r\rName: other\r"),
    Case("any case of letters, any space", "NAME :x\n", name: nil, version: nil),
    Case("case of letters", "nAmE:pkg\nVERSION:\t1.0 \n"),
    Case("the first value counts", "Name: pkg\nName: other\nVersion: 1.0\nVersion: 2.0\n"),
    Case("folded", "Name:\n pkg\nVersion:\n\t1.0\n"),
    Case("the description is left alone", "Name: pkg\n\nVersion: 1.0\n", version: nil),
    Case("what is no field ends the block", "Name: pkg\nnonsense\nVersion: 1.0\n", version: nil),
    Case("byte order mark", "\u{FEFF}Name: pkg\nVersion: 1.0\n"),
    Case("empty", "", name: nil, version: nil),
    Case("empty fields", "Name:\nVersion: \n", name: nil, version: nil),
    Case("continuation of nothing", " x\nName: pkg\nVersion: 1.0\n", name: nil, version: nil),
    Case("Latin-1", bytes: Array("Author: J".utf8) + [0xF6] + Array("rg\nName: pkg\nVersion: 1.0\n".utf8)),
    Case("NUL in a value", "Name: p\0kg\nVersion: 1.0\n", name: "p\0kg"),
    Case("NULs only", bytes: [UInt8](repeating: 0, count: 4096), name: nil, version: nil),
  ]

  @Test(arguments: cases)
  func nameAndVersion(_ row: Case) {
    let metadata = CoreMetadata(row.bytes)
    #expect(metadata.name?.text == row.name)
    #expect(metadata.version == row.version)
  }

  @Test func fieldsWithSeveralValues() {
    let text = "Requires-Dist: a>=1\nName: pkg\nRequires-Dist: b;\n  python_version<'3'\nAuthor: J\u{F6}rg\n"
    let headers = HeaderBlock(Array(text.utf8))
    #expect(headers.values("requires-dist") == ["a>=1", "b; python_version<'3'"])
    #expect(headers.first("REQUIRES-DIST") == "a>=1")
    #expect(headers.first("author") == "Jörg")
    #expect(headers.values("Classifier").isEmpty && headers.first("Classifier") == nil)
  }

  @Test func latin1IsReadAsSuch() {
    #expect(HeaderBlock(Array("Author: J".utf8) + [0xF6]).first("Author") == "Jö")
  }

  @Test func mutationsAreValues() {
    var generator = SeededGenerator(seed: 566)
    let seed = Array("\u{FEFF}Name: pkg\r\nVersion: 1.0\n folded\n\tmore\nAuthor: ö\n\nText\n".utf8)
    for _ in 0..<4_000 {
      let metadata = CoreMetadata(generator.mutate(seed))
      #expect(metadata.name?.text.isEmpty != true && metadata.version?.isEmpty != true)
    }
  }
}
