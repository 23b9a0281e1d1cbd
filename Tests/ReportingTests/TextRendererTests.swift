import FoundationEssentials
import Probing
import Testing

@testable import Reporting

@Suite struct TextRendererTests {
  private let renderer = Samples.renderer()

  struct Line: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: CheckReport

    init(_ line: String, _ check: CheckReport) {
      testDescription = line
      self.check = check
    }
  }

  private static let error = Samples.exception("ImportError", "cannot import name 'nope' from 'torch'\nmore")

  static let lines: [Line] = [
    Line(
      "passed    torch 2.2.0+cu121  3.02 s",
      Samples.check("torch", .passed) { ($0.version, $0.wallSeconds) = ("2.2.0+cu121", 3.021) }),
    Line("passed    a", Samples.check("a", .passed)),
    Line(
      "passed    yaml 6.0  0.00 s",
      Samples.check("yaml", .passed) { check in
        (check.distribution, check.wallSeconds) = (DistributionReport(name: "PyYAML", version: "6.0"), 0.0004)
      }),
    Line(
      "failed    vllm  ImportError: cannot import name 'nope' from 'torch', 0.50 s",
      Samples.check("vllm", .failed, .import) { ($0.exception, $0.wallSeconds) = (error, 0.5) }),
    Line(
      "failed    a.very.long.module:with.an.attribute  ImportError: cannot import name…",
      Samples.check("a.very.long.module:with.an.attribute", .failed, .import) { $0.exception = error }),
    Line(
      "crashed   m  SIGSEGV ended the process while `m` was imported, at `m._C`",
      Samples.check("m", .crashed, .import) { ($0.signal, $0.importing) = ("SIGSEGV", "m._C") }),
    Line(
      "crashed   m  SIGABRT ended the process while Python shut down; the import itsel…",
      Samples.check("m", .crashed, .shutdown) { ($0.signal, $0.importing) = ("SIGABRT", "atexit") }),
    Line(
      "exited    m  the process ended with status 0 while `m` was imported",
      Samples.check("m", .exited, .import) { ($0.exitCode, $0.importing) = (0, "m") }),
    Line(
      "exited    m:x  the process ended with status 3 while an attribute of `m` was lo…",
      Samples.check("m:x", .exited, .attribute) { $0.exitCode = 3 }),
    Line(
      "crashed   m  SIGFPE ended the process while `__version__` of `m` was read",
      Samples.check("m", .crashed, .version) { $0.signal = "SIGFPE" }),
    Line(
      "timed-out m  not finished at the deadline, while `m` was imported, at `socket`",
      Samples.check("m", .timedOut, .import) { $0.importing = "socket" }),
    Line(
      "out-of-memory m  MemoryError",
      Samples.check("m", .outOfMemory, .import) { $0.exception = Samples.exception("MemoryError", "") }),
    Line("skipped   m  not installed", Samples.check("m", .skipped)),
  ]

  @Test(arguments: lines)
  func line(_ row: Line) {
    #expect(renderer.line(row.check) == row.testDescription)
    #expect(row.testDescription.count <= 80)
  }

  @Test func header() {
    var environment = EnvironmentReport()
    (environment.python, environment.executable, environment.foundBy) = ("3.11.7", "/env/bin/python", "VIRTUAL_ENV")
    #expect(renderer.header(environment) == "Python 3.11.7 · /env/bin/python (found by VIRTUAL_ENV)")
    environment.warnings = [WarningReport(code: "borrowed-libpython", message: "one\nwarning")]
    #expect(renderer.header(environment).hasSuffix("(found by VIRTUAL_ENV)\n  warning: one warning"))
    #expect(renderer.header(EnvironmentReport()).hasPrefix("Python · "))
  }

  @Test func problem() {
    let problem = ProblemReport(code: "x", message: "no \u{1B}Python", commands: ["uv venv", "a\nb"])
    #expect(renderer.problem(problem) == "error: no ␛Python\n  uv venv\n  a b")
  }

  @Test func warnings() {
    let message = "`vllm.__version__` is 0.10.1, but the metadata of vllm says 0.10.0; one of the two is wrong"
    let check = Samples.check("vllm", .passed) { $0.warnings = [WarningReport(code: "x", message: message)] }
    let text = """
      passed    vllm
        warning: `vllm.__version__` is 0.10.1, but the metadata of vllm says 0.10.0;
        one of the two is wrong
      """
    #expect(renderer.line(check) == text)
    #expect(uncoloured(Samples.renderer(isColoured: true).line(check)) == text)
  }

  /// Colour adds nothing but colour.
  @Test(arguments: lines)
  func colour(_ row: Line) {
    let coloured = Samples.renderer(isColoured: true)
    #expect(uncoloured(coloured.line(row.check)) == row.testDescription)
    let report = Samples.report(row.check)
    #expect(uncoloured(coloured.summary(report)) == renderer.summary(report))
  }

  private func uncoloured(_ text: String) -> String {
    text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? $1 : $1.drop { $0 != "m" }.dropFirst() }.joined()
  }

  @Test func counts() {
    let outcomes: [Outcome] = [.skipped, .passed, .passed]
    let report = Report(
      environment: EnvironmentReport(), checks: outcomes.map { Samples.check("a", $0) }, elapsedSeconds: 61.239)
    #expect(renderer.summary(report) == "\n2 passed, 1 skipped in 61.24 s")
  }

  /// Two lines, whose columns no wrapping moves; in JSON the message says it alone.
  @Test func excerptsOfWarnings() throws {
    let warning = WarningReport(
      code: "a", message: "m states a requirement that is none", excerpt: "b =>\u{1B} 1; os_name == 'x'\n  ^")
    #expect(
      renderer.warning(warning) == """
        \u{20} warning: m states a requirement that is none
            b =>␛ 1; os_name == 'x'
              ^
        """)
    var report = Samples.report()
    report.environment.warnings = [warning]
    #expect(try JSONDecoder().decode(Report.self, from: report.json()).environment.warnings.map(\.excerpt) == [nil])
  }

  static let seconds: [(Double, String)] = [
    (0, "0.00"), (0.004, "0.00"), (0.005, "0.01"), (0.999, "1.00"), (1, "1.00"), (3.1, "3.10"), (59.995, "60.00"),
    (3600, "3600.00"), (-1, "0.00"), (.infinity, "1000000000.00"),
  ]

  @Test(arguments: seconds)
  func secondsWithTwoDecimals(_ value: Double, _ text: String) {
    #expect(TextRenderer.seconds(value) == text)
  }
}
