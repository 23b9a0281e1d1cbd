import FoundationEssentials
import Probing
import Reporting
import Testing

@Suite struct JSONReportTests {
  private static let reportKeys: Set<String> = [
    "schema", "tool", "verdict", "environment", "checks", "conflicts", "problem", "elapsed_seconds",
  ]
  private static let environmentKeys: Set<String> = [
    "python", "implementation", "executable", "prefix", "base_prefix", "libpython", "platform", "machine", "libc",
    "found_by",
  ]
  private static let checkKeys: Set<String> = [
    "target", "module", "outcome", "phase", "version", "distribution", "versions_agree", "file", "attributes",
    "exception", "confirmed", "hidden_failures", "signal", "exit_code", "stacks", "wall_seconds", "cpu_seconds",
    "peak_rss_bytes", "modules_loaded", "output", "warnings", "diagnosis", "loaded_objects",
    "library_copies", "loader",
  ]
  private static let attributeKeys: Set<String> = [
    "path", "found", "missing_at", "importable", "file", "exception",
  ]
  private static let exceptionKeys: Set<String> = [
    "type", "qualified_type", "message", "frames", "relation", "inner", "traceback",
  ]
  private static let frameKeys: Set<String> = ["file", "line", "function", "source", "distribution"]

  private func json(_ report: Report) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: report.json())
  }

  @Test func everyKeyOfTheContract() throws {
    let report = try json(Samples.report(Samples.check("a", .passed)))
    let check = report["checks"][0]
    #expect(report.keys.isSuperset(of: Self.reportKeys))
    #expect(report["tool"].keys == ["name", "version"])
    #expect(report["environment"].keys.isSuperset(of: Self.environmentKeys))
    #expect(check.keys.isSuperset(of: Self.checkKeys))
    #expect(check["output"].keys == ["text", "bytes", "truncated"])
    for key in ["phase", "version", "distribution", "versions_agree", "file", "exception", "confirmed", "signal"] {
      #expect(check[key] == .null)
    }
    for key in ["attributes", "hidden_failures", "warnings", "diagnosis"] { #expect(check[key] == .array([])) }
    #expect(report["problem"] == .null && report["conflicts"] == .array([]))
    #expect(report["schema"] == .string("realimport.report/1"))
  }

  @Test func everyKeyWithin() throws {
    let inner = Samples.exception("KeyError", "x", relation: .context)
    let check = Samples.check("a:b", .failed, .attribute) { check in
      check.exception = Samples.exception("ImportError", "y", frames: [Samples.frame("/x.py", 1)], inner: [inner])
      check.attributes = [AttributeReport(path: "b", found: false)]
      check.distribution = DistributionReport(name: "a", version: "1")
      check.warnings = [WarningReport(code: "c", message: "m")]
    }
    let problem = ProblemReport(code: "no-libpython", message: "m", commands: ["c"])
    let report = try json(Samples.report(check, problem: problem))
    let written = report["checks"][0]
    #expect(written["attributes"][0].keys == Self.attributeKeys)
    #expect(written["distribution"].keys == ["name", "version"])
    #expect(written["warnings"][0].keys == ["code", "message"])
    #expect(written["exception"]["frames"][0].keys == Self.frameKeys)
    for exception in [written["exception"], written["exception"]["inner"][0]] {
      #expect(exception.keys.isSuperset(of: Self.exceptionKeys))
    }
    #expect(written["exception"]["inner"][0]["relation"] == .string("context"))
    #expect(report["problem"].keys == ["code", "message", "commands"])
  }

  struct Judgement: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let outcomes: [Outcome]
    let hasProblem: Bool
    let verdict: String

    init(_ outcomes: [Outcome], hasProblem: Bool = false, _ verdict: String) {
      testDescription = "\(outcomes.map(\.rawValue))\(hasProblem ? " and a problem" : "")"
      self.outcomes = outcomes
      self.hasProblem = hasProblem
      self.verdict = verdict
    }
  }

  static let judgements: [Judgement] = [
    Judgement([.passed, .skipped], "passed"), Judgement([.passed, .failed], "failed"), Judgement([.crashed], "failed"),
    Judgement([.exited], "failed"), Judgement([.timedOut], "failed"), Judgement([.outOfMemory], "failed"),
    Judgement([.passed], hasProblem: true, "failed"), Judgement([], hasProblem: true, "failed"),
  ]

  @Test(arguments: judgements)
  func verdict(_ row: Judgement) throws {
    let report = Report(
      environment: EnvironmentReport(), checks: row.outcomes.map { Samples.check("a", $0) },
      problem: row.hasProblem ? ProblemReport(code: "c", message: "m") : nil, elapsedSeconds: 0)
    #expect(try json(report)["verdict"] == .string(row.verdict))
    #expect(try json(report)["checks"].count == row.outcomes.count)
  }

  /// Everything that JSON must escape, and what a terminal or a line reader would trip over.
  static let texts: [String] =
    (Array(UInt32(0)...0x1F) + [0x22, 0x5C, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0x202E, 0xFEFF, 0xFFFE, 0x1F40D])
    .compactMap(Unicode.Scalar.init).map { "a\($0)b" } + ["</script>", "\r\n", "\\u0000", "]]>", "e\u{301}"]

  @Test func anyTextSurvives() throws {
    for text in Self.texts {
      let exception = Samples.exception(text, text, frames: [Samples.frame(text, 1, text)], traceback: text)
      let check = Samples.check(text, .failed) { ($0.exception, $0.file) = (exception, text) }
      let data = try Samples.report(check).json()
      #expect(data.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(text.debugDescription)")
      let written = try JSONDecoder().decode(JSONValue.self, from: data)["checks"][0]
      #expect(written["file"].scalars == Array(text.unicodeScalars))
      #expect(written["exception"]["message"].scalars == Array(text.unicodeScalars))
      #expect(written["exception"]["traceback"].scalars == Array(text.unicodeScalars))
    }
  }

  @Test func outputIsHarmless() throws {
    let check = Samples.check("a", .passed, output: "\u{1B}[31mred\u{7}\n")
    let output = try json(Samples.report(check))["checks"][0]["output"]
    #expect(output["text"] == .string("␛[31mred␇\n"))
    #expect(output["bytes"] == .number(10))
    #expect(output["truncated"] == .bool(false))
  }

  @Test func oneDocumentThatEndsItsLine() throws {
    let data = try Samples.report(Samples.check("a/b", .passed)).json()
    #expect(data.starts(with: Data("{\n".utf8)) && data.suffix(3) == Data("\n}\n".utf8))
    #expect(String(decoding: data, as: UTF8.self).contains("a/b"))
  }

  @Test func readBackItIsTheSame() throws {
    let check = Samples.check("a:b", .timedOut, .import, output: "x") { check in
      check.exception = Samples.exception("E", "m", inner: [Samples.exception("F", "n")])
      (check.wallSeconds, check.peakRSSBytes, check.exitCode) = (0.1, 1 << 40, -1)
    }
    let data = try Samples.report(check).json()
    #expect(try JSONDecoder().decode(Report.self, from: data).json() == data)
  }

  @Test func aNumberWithoutJSONIsRefused() {
    let check = Samples.check("a", .passed) { $0.wallSeconds = .nan }
    #expect(throws: EncodingError.self) { try Samples.report(check).json() }
  }
}
