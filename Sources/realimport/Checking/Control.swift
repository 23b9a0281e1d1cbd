import Probing
import Reporting
import Supervision

/// Settles what counts where both the worker and plain Python were asked.
enum Control {
  static func settled(_ check: CheckReport, _ answer: ControlResult) -> CheckReport {
    var check = check
    switch (answer, check.outcome == .passed) {
    case (.passed, true), (.failed, false): check.confirmed = true
    case (.passed, false): pass(&check)
    case (.failed(let line), true): fail(&check, line)
    case (.interrupted, _), (.notRun, _): break
    }
    return check
  }

  /// Embedding must never be the reason for a verdict.
  private static func pass(_ check: inout CheckReport) {
    let reason = check.reason
    check.outcome = .passed
    check.phase = nil
    check.exception = nil
    check.signal = nil
    check.exitCode = nil
    check.stacks = nil
    check.confirmed = false
    check.warnings.append(
      WarningReport(
        code: "embedding-artefact", message: "plain Python passes here, but inside realimport this happened: \(reason)")
    )
  }

  private static func fail(_ check: inout CheckReport, _ line: String) {
    check.outcome = .failed
    check.phase = .import
    check.confirmed = false
    check.warnings.append(
      WarningReport(
        code: "embedding-artefact", message: "the import passes inside realimport, but plain Python fails: \(line)"))
  }
}
