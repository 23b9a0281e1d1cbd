import PythonPackaging
import SystemPackage
import Testing

/// Whether a file is of the size that its distribution's list states.
@Suite struct AlteredFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Of `a/x.py` in RECORD, with its end of line.
    let row: String
    let text: String?
    /// Its size and the listed one.
    let expected: [Int]?
  }

  static let rows: [Row] = [
    Row(testDescription: "as listed", row: "a/x.py,sha256=abc,4\n", text: "abcd", expected: nil),
    Row(testDescription: "emptied", row: "a/x.py,sha256=abc,4\n", text: "", expected: [0, 4]),
    Row(
      testDescription: "grown, with the line ends of Windows", row: "a/x.py,sha256=abc,4\r\n", text: "abcdef",
      expected: [6, 4]),
    Row(testDescription: "the list states no size", row: "a/x.py,,\n", text: "abcd", expected: nil),
    Row(testDescription: "the size is no number", row: "a/x.py,sha256=abc,4 bytes\n", text: "abcd", expected: nil),
    Row(testDescription: "more fields than there are", row: "a/x.py,sha256=abc,1,4\n", text: "abcd", expected: nil),
    Row(testDescription: "not listed", row: "a/y.py,sha256=abc,1\n", text: "abcd", expected: nil),
    Row(testDescription: "not there", row: "a/x.py,sha256=abc,4\n", text: nil, expected: nil),
  ]

  @Test(arguments: rows) func compares(_ row: Row) throws {
    var files = [
      "site/a-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: a\nVersion: 1\n",
      "site/a-1.dist-info/RECORD": "a/__init__.py,,\n" + row.row, "site/a/__init__.py": "",
    ]
    files["site/a/x.py"] = row.text
    try folder.write(files)
    let installed = InstalledDistributions(searchPath: [folder.path.appending("site")])
    let found = installed.alteration(of: folder.path.appending("site").pushing("a/x.py"))
    guard case .fileAltered(let place, let file)? = found else {
      #expect(found == nil && row.expected == nil)
      return
    }
    #expect([file.size, file.listedSize] == row.expected && place.name == "a" && file.path == "a/x.py")
  }
}
