import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Claims of metadata as warnings of the checks that they concern.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct ClaimWarningTests {
  private let made: MadeDistributions

  init() throws {
    made = try MadeDistributions()
    try made.install(
      "base", "2.2.0", files: ["base.py": "", "base_more.py": ""], metadata: "Provides-Extra: Fast_Mode\n")
    try made.install("user", files: ["user.py": ""], metadata: "Requires-Dist: base==2.7.1\nRequires-Dist: gone\n")
  }

  private static let conflict = WarningReport(
    code: WarningReport.requirementConflict, message: "user 1.0 requires base==2.7.1, and base 2.2.0 is installed")

  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    /// The modules whose checks have the warning.
    let modules: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., modules: [String]) {
      (self.arguments, self.modules) = (arguments, modules)
    }
  }

  static let rows: [Row] = [
    Row("base", modules: ["base"]), Row("user", modules: ["user"]), Row("json", modules: []),
    Row("base", "user", "json", modules: ["base", "user"]),
    Row("--together", "json", "base", "user", modules: ["base", "user"]),
    Row("--fresh", "user", "base", "json", modules: ["base", "user"]),
    Row("--control", "always", "base", "json", modules: ["base"]),
    Row("base>=2", modules: ["base", "base_more"]), Row("--optional", "base", "json", modules: ["base"]),
  ]

  @Test(arguments: rows)
  func ofBothSides(_ row: Row) throws {
    let (report, status) = try made.program.report(row.arguments)
    let told = report.checks.filter { $0.warnings.contains(Self.conflict) }.map(\.module)
    #expect(status == 0 && told.sorted() == row.modules)
    #expect(report.checks.allSatisfy { check in check.warnings.count { $0 == Self.conflict } <= 1 })
    let (strict, failed) = try made.program.report(["--strict"] + row.arguments)
    #expect(failed == (row.modules.isEmpty ? 0 : 1))
    #expect(strict.checks.filter { $0.outcome == .failed }.map(\.module).sorted() == row.modules)
  }

  @Test func ofAllThatIsInstalled() throws {
    let (report, _) = try made.report("--all")
    let told = report.checks.filter { $0.warnings.contains(Self.conflict) }.map(\.module)
    #expect(told.sorted() == ["base", "base_more", "user"])
  }

  /// What is asked for and not there is told at once with those that miss it; a module of the standard library is not
  /// what somebody misses.
  @Test func ofWhatIsMissing() throws {
    try made.install("old", files: ["old.py": ""], metadata: "Requires-Dist: dataclasses\n")
    let (report, _) = try made.report("gone", "gone>=1", "dataclasses")
    let sentence = "user 1.0 requires gone, which is not installed"
    #expect(
      report.checks.map { $0.warnings.map(\.message) } == [[sentence], [], [sentence]].sorted { $0.count > $1.count })
  }

  /// The first of them stand for the others.
  @Test func ofMany() throws {
    for number in 0..<9 { try made.install("many\(number)", metadata: "Requires-Dist: base[lost]>3\n") }
    for number in 0..<9 { try made.install("more\(number)", metadata: "Requires-Dist: base[lost]>2\n") }
    let (report, _) = try made.report("base")
    let check = try #require(report.checks.first)
    let counts = Dictionary(grouping: check.warnings, by: \.code).mapValues(\.count)
    #expect(counts == [WarningReport.requirementConflict: 5, "unknown-extra": 5, "more-requirement-conflicts": 1])
    #expect(check.warnings.last?.message.hasPrefix("9 more requirements of base are not fulfilled") == true)
    #expect(report.conflicts.count { $0.subject == "base" } == 10)
  }

  /// As targets, in a table, of another distribution, and in an extra that is asked for.
  @Test func extrasThatNobodyProvides() throws {
    try made.install(
      "asking", files: ["asking.py": ""],
      metadata: "Provides-Extra: x\nRequires-Dist: base[nonsense]\nRequires-Dist: base[other]; extra == 'x'\n")
    let code = "unknown-extra"
    let words = { (name: String) in "and base 2.2.0 does not provide the extra `\(name)`" }
    let asked = "asking 1.0 requires base[nonsense], \(words("nonsense"))"
    let (report, status) = try made.report("base[lost, fast.mode]", "asking[x]")
    let told = report.checks.map { $0.warnings.filter { $0.code == code }.map(\.message) }
    let own = ["base[fast.mode,lost] is required, \(words("lost"))", asked]
    #expect(status == 0 && told == [own, own, ["asking 1.0 requires base[other], \(words("other"))", asked]])
    #expect(try made.report("--strict", "asking").status == 1)

    try made.working.write(
      "[tool.realimport.checks.base]\nrequires = [\"base[none]\"]\n", to: "pyproject.toml")
    let (table, _) = try made.report()
    #expect(
      table.checks.map { $0.warnings.filter { $0.code == code }.map(\.message) } == [
        ["base[none] is required, \(words("none"))", asked]
      ])
    let described = try made.program.run("environment")
    #expect(described.output.contains("\n  \(code)"), "\(described.output)")
  }

  @Test func addressesOfAnotherPlace() throws {
    let recorded = #"{"url": "https://example.org/here.whl", "archive_info": {}}"#
    try made.install(
      "here", files: ["here.py": ""], metadata: "Requires-Dist: base @ https://me:secret@example.org/base.whl\n",
      extra: ["direct_url.json": recorded])
    let (report, status) = try made.report(
      "here @ https://example.org/here.whl", "here @ https://example.org/other.whl", "base")
    let told = report.checks.map { $0.warnings.filter { $0.code == "other-source" }.map(\.message) }
    let indexed = "base 2.2.0 came from an index or an unknown place: it has no direct_url.json"
    let stated = "here 1.0 requires base @ https://example.org/base.whl, and \(indexed)"
    let own = "here @ https://example.org/other.whl is required, and here 1.0 came from https://example.org/here.whl"
    #expect(status == 0 && told == [[stated], [own, stated], [stated]])
    #expect(report.conflicts.allSatisfy { $0.distribution != "here" })
    #expect(try made.report("--strict", "here @ https://example.org/other.whl").status == 1)
  }

  @Test func problemsWithTheirPlace() throws {
    try made.install("odd", files: ["odd.py": ""], metadata: "Requires-Dist: b=>1\n")
    let sentence =
      "states a requirement that is none: `b=>1`: one of ~= == != <= >= < > === is expected, at character 2"
    let (report, _) = try made.report("odd")
    let message = try #require(report.environment.warnings.first { $0.code == "requirement-invalid" }?.message)
    #expect(message.hasSuffix("/odd-1.0.dist-info/METADATA:4 \(sentence)"))
    let run = try made.program.run("odd")
    #expect(run.output.contains("\n    b=>1\n     ^\n"), "\(run.output)")
    let described = try made.program.run("environment").output.split(separator: "\n")
    let place = try #require(described.firstIndex { $0.hasSuffix(sentence) })
    let lines = described[place...].dropFirst().prefix(2).map { $0.drop { $0 == " " } }
    #expect(lines == ["b=>1", "^"])
  }
}
