import Probing
import Reporting

/// Reports for the tests to render; each begins with what is needed and leaves the rest out.
enum Samples {
  static func check(
    _ target: String, _ outcome: Outcome, _ phase: Phase? = nil, output: String = "",
    _ change: (inout CheckReport) -> Void = { _ in }
  ) -> CheckReport {
    var captured = CapturedOutput()
    captured.append(Array(output.utf8))
    let module = target.split(separator: ":").first.map(String.init) ?? ""
    var check = CheckReport(
      target: target, module: module, verdict: Verdict(outcome, phase), output: OutputReport(captured))
    change(&check)
    return check
  }

  static func report(_ checks: CheckReport..., problem: ProblemReport? = nil) -> Report {
    Report(environment: EnvironmentReport(), checks: checks, problem: problem, elapsedSeconds: 1.5)
  }

  static func exception(
    _ type: String, _ message: String, frames: [FrameReport] = [], relation: Relation? = nil,
    inner: [ExceptionReport] = [], traceback: String? = nil
  ) -> ExceptionReport {
    var facts = ExceptionFacts(type: type, qualifiedType: "builtins.\(type)", message: message)
    facts.relation = relation
    facts.traceback = traceback
    var report = ExceptionReport(facts) { frame in
      FrameReport(
        file: frame.file.description, line: frame.line, function: frame.function, source: nil, distribution: nil)
    }
    report.frames = frames
    report.inner = inner
    return report
  }

  static func loader(_ message: String = "liba.so.2: cannot open shared object file") -> LoaderReport {
    var loader = LoaderReport(
      message: message, kind: "missing-library", conclusion: "other-release-installed",
      summary: "`b.so` of b 1.0 needs `liba.so.2`, and only another release of that library is installed.")
    loader.considered = [ConsideredReport(place: "/lib/liba.so.2", rule: "default-folder", reason: "no such file")]
    loader.offeredBy = [OfferReport(file: "/s/a/liba.so.1", distribution: "a", soname: "liba.so.1")]
    loader.install = [SupplierReport(.index, "a")]
    loader.evidence = ["Installed: liba.so.1 of a 1.0 (/s/a/liba.so.1)."]
    return loader
  }

  static func frame(_ file: String, _ line: Int, _ source: String? = nil, of distribution: String? = nil) -> FrameReport
  {
    FrameReport(file: file, line: line, function: "<module>", source: source, distribution: distribution)
  }

  static func renderer(isVerbose: Bool = false, isColoured: Bool = false) -> TextRenderer {
    TextRenderer(theme: Theme(isColoured: isColoured, width: 80), isVerbose: isVerbose)
  }
}
