import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// `realimport` without arguments, in folders of all kinds.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct ProjectTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    /// Target and outcome, in the order of the report.
    let outcomes: [String]

    init(_ testDescription: String, _ table: String, _ outcomes: [String]) {
      self.testDescription = testDescription
      self.table = table
      self.outcomes = outcomes
    }
  }

  static let cases: [Case] = [
    Case(
      "targets and what is optional", #"targets = ["json"]\#noptional = ["absent_here"]"#,
      ["json passed", "absent_here skipped"]),
    Case("an attribute", #"targets = ["json:decoder"]"#, ["json:decoder passed"]),
    Case("a check named after its module", "[tool.realimport.checks.json]", ["json passed"]),
    Case(
      "two modules in one process",
      #"""
      [tool.realimport.checks.order]
      import = ["first", "second"]
      """#, ["first passed", "second passed"]),
    Case(
      "an expression that is true",
      #"""
      [tool.realimport.checks.json]
      expressions = ["json.loads('1') == 1"]
      """#, ["json passed"]),
    Case(
      "one that is not",
      #"""
      [tool.realimport.checks.json]
      expressions = ["json.loads('1') == 2"]
      """#, ["json failed"]),
    Case(
      "one that ends the process",
      #"""
      [tool.realimport.checks.os]
      expressions = ["os._exit(0)"]
      """#, ["os exited"]),
    Case(
      "variables of a check, and of it alone",
      #"""
      [tool.realimport.checks.with]
      import = []
      expressions = ["__import__('os').environ.get('MARK') == 'set'"]
      env = { MARK = "set" }
      [tool.realimport.checks.without]
      import = []
      expressions = ["'MARK' not in __import__('os').environ"]
      """#, ["with passed", "without passed"]),
    Case(
      "a requirement that nothing fulfils",
      #"""
      [tool.realimport.checks.json]
      requires = ["not-to-be-had>=1"]
      """#, ["json failed"]),
    Case(
      "a requirement for another Python",
      #"""
      [tool.realimport.checks.json]
      requires = ["not-to-be-had; python_version < '3'"]
      """#, ["json passed"]),
    Case(
      "a deadline of its own",
      #"""
      [tool.realimport.checks.slow]
      timeout = 1
      """#, ["slow timed-out"]),
  ]

  private func project(_ table: String) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("[tool.realimport]\n\(table)\n", to: "pyproject.toml")
    try folder.write("", to: "first.py")
    try folder.write("import sys\nassert 'first' in sys.modules", to: "second.py")
    try folder.write("import time\ntime.sleep(60)", to: "slow.py")
    return folder
  }

  @Test(arguments: cases)
  func checks(row: Case) throws {
    let folder = try project(row.table)
    let (report, status) = try Program(in: folder.path).report("--control", "never")
    #expect(report.checks.map { "\($0.target) \($0.outcome.rawValue)" } == row.outcomes)
    #expect(report.configuration == folder.path.appending("pyproject.toml").string)
    #expect(status == (report.checks.allSatisfy(\.isGood) ? 0 : 1))
  }

  @Test func anExpressionThatIsNotTrueShowsItsParts() throws {
    let folder = try project(
      "[tool.realimport.checks.json]\nexpressions = [\"json.loads('[1, 2]')[0] == 1 and len(json.loads('[]')) > 3\"]")
    let check = try Program(in: folder.path).check()
    let expression = try #require(check.expressions.first)
    #expect(!expression.holds && expression.exception == nil && check.confirmed == true)
    #expect(expression.values.contains(ExpressionValue(expression: "len(json.loads('[]'))", value: "0")))
  }

  @Test func theCommandLineComesBeforeTheTable() throws {
    let folder = try project(#"targets = ["absent_here"]"#)
    let (report, status) = try Program(in: folder.path).report("json")
    #expect(status == 0 && report.checks.map(\.target) == ["json"] && report.configuration == nil)
  }

  @Test func aTableAboveCounts() throws {
    let folder = try project(#"targets = ["json"]"#)
    try folder.write("", to: "inner/empty.txt")
    try folder.write("[tool.other]", to: "inner/pyproject.toml")
    let (report, _) = try Program(in: folder.path.appending("inner")).report()
    #expect(report.checks.map(\.target) == ["json"])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    let sentence: String

    init(_ testDescription: String, _ table: String, _ sentence: String) {
      self.testDescription = testDescription
      self.table = table
      self.sentence = sentence
    }
  }

  static let wrong: [Wrong] = [
    Wrong("an unknown key", "timout = 3", "did you mean `timeout`?"),
    Wrong("a value of another kind", #"targets = "json""#, "targets"),
    Wrong("an unknown suite", #"suite = "nope""#, "nope"),
    Wrong("a target that is none", #"targets = ["a..b"]"#, "`a..b` is no module name"),
    Wrong("a requirement that is none", #"targets = ["a=>1"]"#, "`a=>1` is no requirement"),
    Wrong(
      "a check whose requirement is none", "[tool.realimport.checks.json]\nrequires = [\"a=>1\"]", "In the check json"),
    Wrong("no TOML", "targets = [", "pyproject.toml:"),
  ]

  @Test(arguments: wrong)
  func aWrongTableIsWrongUse(row: Wrong) throws {
    let folder = try project(row.table)
    let run = try Program(in: folder.path).run()
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(row.sentence) && run.errors.contains("pyproject.toml"), "\(run.errors)")
    let (report, status) = try Program(in: folder.path).report()
    #expect(status == 2 && report.problem != nil && report.checks.isEmpty)
  }
}
