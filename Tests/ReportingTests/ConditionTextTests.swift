import Probing
import Reporting
import Testing

/// Requirements, expressions and conflicts as text tells them, at width 80 and without colour.
@Suite struct ConditionTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: CheckReport
    let text: String

    init(_ testDescription: String, _ check: CheckReport, _ text: String) {
      self.testDescription = testDescription
      self.check = check
      self.text = text
    }
  }

  private static func requirement(
    _ requirement: String, by stater: String? = nil, found: String? = nil, holds: Bool = false
  ) -> RequirementReport {
    RequirementReport(requirement: requirement, statedBy: stater, found: found, holds: holds)
  }

  private static func expression(_ text: String, _ values: [(String, String)] = []) -> ExpressionReport {
    let values = values.map { ExpressionValue(expression: $0, value: $1) }
    return ExpressionReport(expression: text, holds: false, values: values, exception: nil)
  }

  static let requirements: [Row] = [
    Row(
      "another version, as plain Python confirms",
      Samples.check("torch>=2.4", .failed, .version) { check in
        check.requirements = [requirement("torch>=2.4", found: "2.2.0")]
        check.confirmed = true
      },
      """
      torch>=2.4: failed
        torch>=2.4 is required, and the version is 2.2.0.
        Plain Python imports the same version.
      """),
    Row(
      "not installed",
      Samples.check("nosuch>=1", .failed, .version) { $0.requirements = [requirement("nosuch>=1")] },
      """
      nosuch>=1: failed
        nosuch>=1 is required, and it is not installed.
      """),
    Row(
      "an unknown version",
      Samples.check("a>=1", .failed, .version) { $0.requirements = [requirement("a>=1", found: "")] },
      """
      a>=1: failed
        a>=1 is required, and the version is unknown.
      """),
    Row(
      "of an extra, and none that holds",
      Samples.check("vllm[audio]", .failed, .version) { check in
        check.requirements = [
          requirement("vllm[audio]", found: "0.10", holds: true), requirement("librosa", by: "vllm[audio]"),
          requirement("soundfile>=1", by: "vllm[audio]", found: "0.1"),
        ]
      },
      """
      vllm[audio]: failed
        vllm[audio] requires librosa, and it is not installed.
        vllm[audio] requires soundfile>=1, and the version is 0.1.
      """),
  ]

  static let expressions: [Row] = [
    Row(
      "its values",
      Samples.check("m", .failed, .attribute) { check in
        check.expressions = [expression("m.a == m.b", [("m.a", "1"), ("m.b", "'x\u{1B}y'")])]
        check.confirmed = true
      },
      """
      m: failed
        `m.a == m.b` is not true.
          m.a = 1
          m.b = 'x␛y'
        Plain Python fails, too.
      """),
    Row(
      "two of them",
      Samples.check("m", .failed, .attribute) {
        $0.expressions = [expression("m.a"), expression("m.b", [("m.b", "0")])]
      },
      """
      m: failed
        `m.a` is not true.
        `m.b` is not true.
          m.b = 0
      """),
    Row(
      "an exception",
      Samples.check("m", .failed, .attribute) { check in
        let exception = Samples.exception("NameError", "name 'n' is not defined")
        check.expressions = [ExpressionReport(expression: "n", holds: false, values: [], exception: exception)]
      },
      """
      m: failed
        NameError: name 'n' is not defined
      """),
  ]

  @Test(arguments: requirements + expressions)
  func failure(_ row: Row) {
    let text = Samples.renderer().summary(Samples.report(row.check))
    #expect(text == "\n\(row.text)\n\n1 failed in 1.50 s")
  }

  @Test func linesOfDistributions() {
    let renderer = Samples.renderer()
    let failed = Samples.check("torch>=2.4", .failed, .version) { check in
      (check.version, check.requirements) = ("2.2.0", [Self.requirement("torch>=2.4", found: "2.2.0")])
    }
    #expect(renderer.line(failed) == "failed    torch>=2.4 2.2.0  torch>=2.4 is required, and the version is 2.2.0")
    let marker = Samples.check("a; os_name == 'nt'", .skipped) { check in
      check.warnings = [WarningReport(code: WarningReport.notChecked, message: "the marker does not hold")]
    }
    #expect(renderer.line(marker) == "skipped   a; os_name == 'nt'  the marker does not hold")
  }

  struct Name: Sendable, CustomTestStringConvertible {
    let target: String
    let module: String
    let line: String
    var testDescription: String { "\(module) of \(target)" }
  }

  static let names: [Name] = [
    Name(target: "pillow", module: "PIL", line: "passed    pillow (PIL) 1.0"),
    Name(target: "scikit-learn>=1", module: "sklearn", line: "passed    scikit-learn>=1 (sklearn) 1.0"),
    Name(target: "matplotlib>=3", module: "matplotlib", line: "passed    matplotlib>=3 1.0"),
    Name(target: "matplotlib>=3", module: "pylab", line: "passed    matplotlib>=3 (pylab) 1.0"),
    Name(target: "Jinja2", module: "jinja2", line: "passed    Jinja2 1.0"),
    Name(target: "pydantic-core", module: "pydantic_core", line: "passed    pydantic-core 1.0"),
    Name(target: "torch.nn", module: "torch.nn", line: "passed    torch.nn 1.0"),
    Name(target: "torch:nn", module: "torch", line: "passed    torch:nn 1.0"),
  ]

  @Test(arguments: names)
  func moduleOfADistribution(_ row: Name) {
    var check = Samples.check(row.target, .passed) { $0.distribution = DistributionReport(name: "x", version: "1.0") }
    check.module = row.module
    #expect(Samples.renderer().line(check) == row.line)
  }

  private static func conflicts(_ count: Int) -> [ConflictReport] {
    (0..<count).map {
      ConflictReport(distribution: "a", version: "1", requirement: "b\($0)", subject: "b", found: nil, kind: .missing)
    }
  }

  /// What is required and not there, each kind in its words.
  @Test func sentences() {
    let rows: [(ConflictReport.Kind, String?, String)] = [
      (.missing, nil, "a 1 requires r>3, which is not installed"),
      (.version, "2", "a 1 requires r>3, and r 2 is installed"),
      (.version, "", "a 1 requires r>3, and r is installed in an unknown version"),
      (.python, "3.11.7", "a 1 is for r>3, and this is 3.11.7"),
      (.platform, "CPython 3.11, x86_64", "a 1 is for r>3, and this is CPython 3.11, x86_64"),
    ]
    for (kind, found, sentence) in rows {
      let conflict = ConflictReport(
        distribution: "a", version: "1", requirement: "r>3", subject: "r", found: found, kind: kind)
      #expect(conflict.sentence == sentence)
    }
    let unknown = ConflictReport(
      distribution: "a", version: "", requirement: "r", subject: "r", found: nil, kind: .missing)
    #expect(unknown.sentence == "a requires r, which is not installed")
  }

  @Test(arguments: [1, 10, 11, 40])
  func manyConflictsAreShortened(_ count: Int) {
    var report = Samples.report(Samples.check("m", .passed))
    report.conflicts = Self.conflicts(count)
    let shown = Self.conflicts(min(count, 10)).map { "  \($0.sentence)\n" }.joined()
    let rest = count > 10 ? "  … and \(count - 10) more; --verbose shows them\n" : ""
    let head = "What metadata states and is not so here:\n"
    #expect(Samples.renderer().summary(report) == "\n\(head)\(shown)\(rest)\n1 passed in 1.50 s")
    let all = Self.conflicts(count).map { "  \($0.sentence)\n" }.joined()
    #expect(Samples.renderer(isVerbose: true).summary(report) == "\n\(head)\(all)\n1 passed in 1.50 s")
  }

  /// What stands as a warning under its check already is not told again.
  @Test func whatACheckHasToldIsNotTold() {
    let conflicts = Self.conflicts(2)
    let check = Samples.check("m", .passed) { check in
      check.warnings = [WarningReport(code: WarningReport.requirementConflict, message: conflicts[0].sentence)]
    }
    var report = Samples.report(check)
    report.conflicts = conflicts
    let text = Samples.renderer().summary(report)
    #expect(!text.contains(conflicts[0].sentence) && text.contains(conflicts[1].sentence))
  }

  @Test(arguments: [3, 4, 49])
  func manyWarningsAreShortened(_ count: Int) {
    let check = Samples.check("m", .passed) { check in
      check.warnings = Self.conflicts(count).map {
        WarningReport(code: WarningReport.requirementConflict, message: $0.sentence)
      }
    }
    let lines = Samples.renderer().line(check).split(separator: "\n")
    #expect(lines.count == (count > 3 ? 5 : 4))
    if count > 3 {
      #expect(lines.last == "  warning: \(count - 3) more requirements are not fulfilled; --verbose shows them")
    }
    #expect(Samples.renderer(isVerbose: true).line(check).split(separator: "\n").count == count + 1)
  }
}
