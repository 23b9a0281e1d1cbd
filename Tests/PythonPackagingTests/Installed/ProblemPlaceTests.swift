import PythonPackaging
import SystemPackage
import Testing

/// Where problems of metadata are said to be.
@Suite struct ProblemPlaceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    /// `file:line caret`, the caret's lines joined by `|`.
    let places: [String]

    init(_ testDescription: String, _ files: [String: String], _ places: String...) {
      self.testDescription = testDescription
      self.files = files
      self.places = places
    }
  }

  static let rows: [Row] = [
    Row(
      "a requirement",
      ["a-1.dist-info/METADATA": "Name: a\nVersion: 1\nSummary: x\n  folded\nRequires-Dist: b\nRequires-Dist: b=>1\n"],
      "a-1.dist-info/METADATA:6 b=>1| ^"),
    Row(
      "other line ends", ["a-1.dist-info/METADATA": "Name: a\r\nVersion: 1\r\nRequires-Dist: =x\r\n"],
      "a-1.dist-info/METADATA:3 =x|^"),
    Row(
      "a folded one", ["a-1.dist-info/METADATA": "Name: a\nVersion: 1\nRequires-Dist: b\n  =>1\n"],
      "a-1.dist-info/METADATA:3 b =>1|  ^"),
    Row(
      "Requires-Python", ["a-1.dist-info/METADATA": "Name: a\nRequires-Python: >=3, x\nVersion: 1\n"],
      "a-1.dist-info/METADATA:2 >=3, x|     ^"),
    Row(
      "the version", ["a-1.dist-info/METADATA": "Version: 1.0x\nName: a\n"], "a-1.dist-info/METADATA:1 1.0x|   ^"),
    Row(
      "a marker without meaning",
      ["a-1.dist-info/METADATA": "Name: a\nVersion: 1\nRequires-Dist: b\nRequires-Dist: c; 'x' ~= 'y'\n"],
      "a-1.dist-info/METADATA:4 "),
    Row("PKG-INFO", ["a-1.egg-info/PKG-INFO": "Name: a\nVersion: x\n"], "a-1.egg-info/PKG-INFO:2 x|^"),
    Row("the single file of distutils", ["a-1.egg-info": "Name: a\nVersion: x\n"], "a-1.egg-info:2 x|^"),
    Row(
      "a list of requirements",
      ["a-1.egg-info/PKG-INFO": "Name: a\nVersion: 1\n", "a-1.egg-info/requires.txt": "\nb=>1\n"],
      "a-1.egg-info/requires.txt b=>1| ^"),
    Row(
      "the version of a folder's name", ["a-x.dist-info/METADATA": "Name: a\n"], "a-x.dist-info ", "a-x.dist-info x|^"),
  ]

  @Test(arguments: rows)
  func place(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.write(row.files)
    let installed = InstalledDistributions(searchPath: [folder.path])
    for found in installed.all {
      _ = (found.version, found.activeRequirements(.linux, extras: []), found.requiresPython)
    }
    let places = installed.problems.map { problem in
      let file = problem.file.string.dropFirst(folder.path.string.utf8.count + 1)
      let line = problem.line.map { ":\($0)" } ?? ""
      return "\(file)\(line) \(problem.kind.syntax?.caret.replacing("\n", with: "|") ?? "")"
    }
    #expect(places == row.places)
  }
}
