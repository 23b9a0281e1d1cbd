import PythonPackaging
import TestSupport
import Testing

@Suite struct RecordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let paths: [String]

    init(_ testDescription: String, _ text: String, _ paths: [String]) {
      self.testDescription = testDescription
      self.text = text
      self.paths = paths
    }
  }

  static let cases: [Case] = [
    Case("rows", "a.py,sha256=x,1\nb/c.py,,\n", ["a.py", "b/c.py"]),
    Case("carriage returns", "a.py,,\r\nb.py,,\r\n", ["a.py", "b.py"]),
    Case("no line end, no fields", "a.py", ["a.py"]),
    Case("empty rows", "\n\na.py,,\n\n", ["a.py"]),
    Case("a row without a path", ",sha256=x,1\nb.py,,\n", ["b.py"]),
    Case("quoted", "\"a,b.py\",,\nc.py,,\n", ["a,b.py", "c.py"]),
    Case("quotes in quotes", "\"a\"\"b.py\",,\n", ["a\"b.py"]),
    Case("line ends in quotes", "\"a\nb.py\",,\nc.py,\"x\ny\",\nd.py,,\n", ["a\nb.py", "c.py", "d.py"]),
    Case("text after quotes", "\"a.py\"x,,\nb.py,,\n", ["a.py", "b.py"]),
    Case("an open quote", "a.py,,\n\"b.py,,\nc.py", ["a.py", "b.py,,\nc.py"]),
    Case("a quote and nothing else", "\"", []),
    Case("not ASCII", "größe/ß.py,,\n", ["größe/ß.py"]),
    Case("outside", "../../../bin/x,,\n/etc/x,,\n", ["../../../bin/x", "/etc/x"]),
    Case("empty", "", []),
  ]

  @Test(arguments: cases)
  func paths(_ row: Case) {
    let record = Record(Array(row.text.utf8))
    #expect(Array(record.paths) == row.paths)
    #expect(record.isEmpty == row.paths.isEmpty)
    for path in row.paths { #expect(record.contains(path)) }
    #expect(!record.contains("") && !record.contains("b") && !record.contains("a.p"))
  }

  @Test func bytesThatAreNoText() {
    let record = Record([0xFF, 0xFE, 0x2C, 0x0A, 0x61])
    #expect(record.contains("a"))
    #expect(Array(record.paths) == ["\u{FFFD}\u{FFFD}", "a"])
  }

  @Test func mutationsAreValues() {
    var generator = SeededGenerator(seed: 376)
    let seed = Array("a.py,sha256=x,1\r\n\"b\"\"c,d.py\",\"x\ny\",2\n../e,,\n\"".utf8)
    for _ in 0..<4_000 {
      let record = Record(generator.mutate(seed))
      for path in record.paths where !path.contains("\u{FFFD}") { #expect(record.contains(path)) }
    }
  }
}
