import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Exit status and the one sentence that goes with it.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct CommandLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let status: Int32
    let sentence: String

    init(_ name: String, _ arguments: [String], _ status: Int32, _ sentence: String = "") {
      testDescription = name
      self.arguments = arguments
      self.status = status
      self.sentence = sentence
    }
  }

  static let cases: [Case] = [
    Case("a module that imports", ["json"], 0),
    Case("a module that is absent", ["no_such_module"], 1),
    Case("an absent module that is optional", ["--optional", "no_such_module", "json"], 0),
    Case("an attribute", ["json:decoder.JSONDecoder"], 0),
    Case("an attribute that is absent", ["json:nothing"], 1),
    Case("check by its name", ["check", "json"], 0),
    Case("check behind an option", ["--control", "never", "check", "json"], 0),
    Case("a module called check", ["--control", "never", "check", "check"], 1),
    Case("another subcommand behind an option", ["--color", "never", "libraries", "/bin/sh"], 0),
    Case("the value of another subcommand's option", ["--import", "json", "environment"], 0),
    Case("an option that the subcommand does not have", ["--strict", "libraries"], 2, "Unknown option '--strict'"),
    Case("a value that is called like a subcommand", ["--optional", "check", "json"], 0),
    Case("a target before a word that is called like a subcommand", ["json", "--optional", "check"], 0),
    Case("a name with a semicolon", ["torch;rm"], 2, "`torch;rm` is no module name"),
    Case("an arrow for a sign", ["foo=>1"], 2, "`foo=>1` is no requirement: one of ~= =="),
    Case("a sign without a version", ["foo>="], 2, "`foo>=` is no requirement: a version is missing, at character 6"),
    Case("no marker after the semicolon", ["foo;"], 2, "`foo;` is no module name"),
    Case("an extra without its end", ["foo[bar"], 2, "`foo[bar` is no requirement"),
    Case("no address after a name", ["foo @"], 2, "`foo @` is no module name"),
    Case("a version that is none", ["foo==1.x"], 2, "`foo==1.x` is no requirement"),
    Case("a requirement without a name", [">=1"], 2, "`>=1` is no requirement"),
    Case("two words", ["a b"], 2, "`a b` is no module name"),
    Case("a dash", ["-"], 2, "`-` is no module name"),
    Case("two dots", ["torch..nn"], 2, "`torch..nn` is no module name"),
    Case("a number", ["3.12"], 2, "`3.12` is no module name"),
    Case("letters that no distribution has", ["größe-x"], 2, "`größe-x` is no module name"),
    Case("a requirement in other letters", ["ü>=1"], 2, "`ü>=1` is no requirement"),
    Case("escapes", ["foo\u{1B}[31m>=1"], 2, "`foo␛[31m>=1` is no requirement"),
    Case("a wrong optional one", ["json", "--optional", "foo=>1"], 2, "`foo=>1` is no requirement"),
    Case("an empty name", [""], 2, "a target is empty"),
    Case("a keyword", ["a.import.b"], 2, "`import` is a keyword of Python"),
    Case("an unknown option", ["--nonsense", "json"], 2, "Unknown option '--nonsense'"),
    Case("an option without its value", ["json", "--timeout"], 2, "Missing value for '--timeout"),
    Case("a deadline of nothing", ["json", "--timeout", "0"], 2, "--timeout takes seconds"),
    Case("a deadline that is no number", ["json", "--timeout", "nan"], 2, "--timeout takes seconds"),
    Case("two options that exclude each other", ["json", "--quiet", "--verbose"], 2, "exclude each other"),
    Case("a folder for the report", ["json", "--output", "/"], 2, "--output / cannot be written"),
    Case("a report where no folder is", ["json", "--output", "/no/such/file"], 2, "No such file or directory"),
    Case("a Python that is not there", ["--python", "/no/such/python", "json"], 3, "there is no /no/such/python"),
    Case("a Python that is too old", ["--python", "3.8", "json"], 3, "realimport needs CPython 3.9 or newer"),
    Case("a version that nobody has", ["--python", "3.99", "json"], 3, "no Python 3.99 was found"),
    Case("a folder without a Python", ["--python", "/etc", "json"], 3, "has no bin/python"),
    Case("the help of libraries", ["libraries", "--help"], 0),
    Case("libraries of a file", ["libraries", "/bin/sh"], 0),
    Case("the version", ["--version"], 0),
    Case("the version, as pip and ruff are asked for it", ["-V"], 0),
    Case("help", ["--help"], 0),
  ]

  @Test(arguments: cases)
  func exitStatus(row: Case) throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run(Program.path, row.arguments)
    #expect(run.status == row.status, "\(run.output)\(run.errors)")
    if row.sentence.isEmpty { #expect(run.errors.isEmpty) } else { #expect(run.errors.contains(row.sentence)) }
    if row.status >= 2 { #expect(run.output.isEmpty) }
  }

  @Test(arguments: cases.filter { $0.status >= 2 })
  func aProblemIsAReportToo(row: Case) throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run(Program.path, ["--format", "json"] + row.arguments)
    #expect(run.status == row.status)
    #expect(run.output.contains(#""schema" : "realimport.report/1""#))
    #expect(run.output.contains(#""verdict" : "failed""#))
  }

  static let long: [String] = [
    String(repeating: "a", count: 20_000) + ">=", "a-" + String(repeating: "b", count: 20_000) + ";",
    String(repeating: "a", count: 20_000) + "..b", "a==" + String(repeating: "1.", count: 10_000),
    "a[" + String(repeating: "b,", count: 10_000), "a; " + String(repeating: "(", count: 20_000),
  ]

  /// Of a wrong name that nobody could read only the start is told, and of a requirement the place where it is wrong.
  @Test(arguments: long)
  func aLongName(_ target: String) throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run(target)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: `a") && run.errors.utf8.count < 600)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1 || lines.count == 3 && lines[2].hasSuffix("^") && lines[2].count <= 82, "\(run.errors)")
  }

  @Test func aReportGoesWhereItIsSent() throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run("json", "--format", "json", "--output", "report.json")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let file = try Program(in: folder.path).run("/bin/cat", ["report.json"])
    #expect(file.output.hasPrefix("{\n") && file.output.hasSuffix("}\n"))
  }

  @Test func coloursComeOnlyWhereTheyAreWanted() throws {
    let folder = try TestFolder()
    let program = Program(in: folder.path)
    #expect(try !program.run("json").output.contains("\u{1B}"))
    #expect(try program.run("json", "--color", "always").output.contains("\u{1B}[32m"))
  }

  /// Every target that was named is in the report, once and in this order.
  @Test func targetsKeepTheirOrder() throws {
    let folder = try TestFolder()
    let (report, _) = try Program(in: folder.path).report("json:loads", "zipfile", "json", "zipfile", "json:dumps")
    #expect(report.checks.map(\.target) == ["json:loads", "zipfile", "json", "json:dumps"])
  }

  @Test func togetherMeansOneProcess() throws {
    let folder = try TestFolder()
    try folder.write("import sys; sys.subject = 1", to: "first.py")
    try folder.write("import sys; sys.subject", to: "second.py")
    #expect(try Program(in: folder.path).report("first", "second").report.checks.last?.outcome == .failed)
    #expect(try Program(in: folder.path).report("--together", "first", "second").status == 0)
  }

  @Test func safePathKeepsTheFolderOff() throws {
    let folder = try TestFolder()
    try folder.write("raise ValueError('the local file')", to: "json.py")
    #expect(try Program(in: folder.path).report("json").report.checks.first?.exception?.message == "the local file")
    #expect(try Program(in: folder.path).report("--safe-path", "json").status == 0)
  }
}
