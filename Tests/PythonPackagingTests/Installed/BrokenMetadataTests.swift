import PythonPackaging
import SystemPackage
import TestSupport
import Testing

@Suite struct BrokenMetadataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Below `site`.
    let files: [String: String]
    let problems: [MetadataProblem.Kind]
    /// How many distributions are found all the same.
    let found: Int

    init(
      _ testDescription: String, _ files: [String: String], _ problems: [MetadataProblem.Kind], found: Int = 1
    ) {
      self.testDescription = testDescription
      self.files = files
      self.problems = problems
      self.found = found
    }
  }

  static let cases: [Case] = [
    Case("a dist-info that is a file", ["a-1.0.dist-info": "Name: b\n"], [.noFolder]),
    Case("METADATA is a folder", ["a-1.0.dist-info/METADATA/": ""], [.noRegularFile, .metadataMissing]),
    Case("a field is missing", ["a-1.0.dist-info/METADATA": "Name: a\n"], [.fieldMissing("Version")]),
    Case(
      "both fields are missing", ["a-1.0.dist-info/METADATA": "\0"],
      [.fieldMissing("Version"), .fieldMissing("Name")]),
    Case(
      "another name", ["a-1.0.dist-info/METADATA": "Name: b\nVersion: 1.0\n"],
      [.nameDiffers(folder: "a", metadata: "b")]),
    Case(
      "interrupted removal", ["~-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\n"], [.leftover], found: 0),
    Case(
      "direct_url.json is no JSON",
      ["a-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\n", "a-1.0.dist-info/direct_url.json": "{"],
      [.malformed]),
    Case(
      "RECORD names an absolute path",
      [
        "a-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\n",
        "a-1.0.dist-info/RECORD": "/etc/x.py,,\n../y.py,,\n",
      ],
      [.pathOutside("/etc/x.py")]),
    Case(
      "RECORD leads out of the environment",
      [
        "a-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\n",
        "a-1.0.dist-info/RECORD": "../../../bin/a,,\n../../../../../etc/passwd,,\n",
      ],
      [.pathOutside("../../../../../etc/passwd")]),
    Case("an empty egg-link", ["a.egg-link": "\n"], [.malformed, .metadataMissing]),
  ]

  @Test(arguments: cases)
  func isKeptAndNoted(_ row: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(Dictionary(uniqueKeysWithValues: row.files.map { ("site/" + $0, $1) }))
    let installed = folder.installed("site")
    #expect(installed.all.count == row.found)
    for found in installed.all {
      _ = (found.version, found.editableSource)
      #expect(installed.topLevelModules(of: found).isEmpty)
    }
    #expect(installed.problems.map(\.kind) == row.problems)
  }

  @Test func versionThatIsNone() throws {
    let folder = try TemporaryFolder()
    try folder.install("a", "1.0x", files: [])
    let installed = folder.installed("site")
    #expect(installed.all.first?.version == nil)
    #expect(installed.all.first?.versionText == "1.0x")
    let problem = #expect(throws: VersionProblem.self) { try Version("1.0x") }
    #expect(installed.problems.map(\.kind) == problem.map { [.versionInvalid($0)] })
  }

  @Test func linksThatLeadNowhereOrInCircles() throws {
    let folder = try TemporaryFolder()
    try folder.write(["site/a-1.0.dist-info/": "", "site/b.egg-link": "/nowhere/at/all\n"])
    try folder.link("site/a-1.0.dist-info/METADATA", to: "METADATA")
    try folder.link("site/c-1.0.dist-info", to: "c-1.0.dist-info")
    try folder.link("site/d-1.0.dist-info", to: "nowhere")
    try folder.link("site/circle", to: ".")
    let installed = folder.installed("site", "site/circle", "site/circle/circle")
    #expect(installed.all.map(\.name.text) == ["a", "b", "c", "d"])
    #expect(installed.all.map(\.versionText) == ["1.0", nil, "1.0", "1.0"])
    #expect(installed.owner(ofFile: folder.path.appending("site/circle/circle/x.py")) == nil)
    #expect(installed.problems.contains { $0.kind == .sourceMissing("/nowhere/at/all") })
  }

  struct LongCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Between the name and the version.
    let between: String
    let after: String
    /// Whether the version is within what is read.
    let isFound: Bool
    let problems: [MetadataProblem.Kind]
  }

  private static let line = "Classifier: \(String(repeating: "x", count: 87))\n"
  private static let limit = CoreMetadata.sizeLimit

  static let longCases: [LongCase] = [
    LongCase(
      testDescription: "a description beyond the limit", between: "",
      after: "\n" + String(repeating: "text\n", count: limit / 4), isFound: true, problems: []),
    LongCase(
      testDescription: "a block of 50 kB", between: String(repeating: line, count: 500),
      after: "\n" + String(repeating: "text\n", count: limit / 4), isFound: true, problems: []),
    LongCase(
      testDescription: "a folded field of 50 kB", between: "Summary:\n" + String(repeating: "  text\r\n", count: 6_250),
      after: "", isFound: true, problems: []),
    LongCase(
      testDescription: "fields beyond the limit", between: String(repeating: line, count: limit / 90),
      after: "\n", isFound: false, problems: [.cut(limit), .fieldMissing("Version")]),
    LongCase(
      testDescription: "one line beyond the limit", between: "Summary: \(String(repeating: "x", count: limit))\n",
      after: "\n", isFound: false, problems: [.cut(limit), .fieldMissing("Version")]),
  ]

  @Test(arguments: longCases)
  func longMetadata(_ row: LongCase) throws {
    let folder = try TemporaryFolder()
    try folder.write(["site/a-1.0.dist-info/METADATA": "Name: a\n\(row.between)Version: 2.0\n\(row.after)"])
    let installed = folder.installed("site")
    #expect(installed.all.first?.versionText == (row.isFound ? "2.0" : "1.0"))
    #expect(installed.problems.map(\.kind) == row.problems)
  }

  /// Wherever the first piece that is read ends: within a name, a value, a line end or before the empty line.
  @Test func everyPlaceOfTheFirstPiece() throws {
    let folder = try TemporaryFolder()
    let rest = "Version: 2.0\r\nRequires-Dist: b\r\n >=1\r\n\r\nRequires-Dist: c\r\n"
    for length in 16_384 - 60...16_384 {
      let filling = "Name: a\r\nSummary: "
      let text = filling + String(repeating: "x", count: length - filling.utf8.count) + "\r\n" + rest
      try folder.write(["site-\(length)/a-1.0.dist-info/METADATA": text])
      let found = folder.installed("site-\(length)").all.first
      #expect(found?.versionText == "2.0" && found?.requirements.map(\.description) == ["b>=1"], "\(length)")
    }
  }

  @Test func mutatedFilesNeverStopTheReading() throws {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 627)
    let names = ["METADATA", "RECORD", "direct_url.json", "top_level.txt"]
    let seed = Array(
      "Name: a\nVersion: 1.0\n{\"url\": \"file:///x\", \"dir_info\": {\"editable\": true}}\nx.py,,\n".utf8)
    for number in 0..<200 {
      let text = String(decoding: generator.mutate(seed), as: UTF8.self)
      try folder.write(
        Dictionary(uniqueKeysWithValues: names.map { ("site/a-\(number).dist-info/\($0)", text) }))
    }
    let installed = folder.installed("site")
    for found in installed.all + installed.hidden {
      _ = (found.version, found.editableSource, installed.topLevelModules(of: found))
    }
    #expect(installed.owner(ofFile: folder.path.appending("site/y.py")) == nil)
  }
}
