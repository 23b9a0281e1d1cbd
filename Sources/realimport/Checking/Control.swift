import Probing
import Reporting
import Supervision

/// Asks plain Python the same as the worker, and settles what counts.
struct Control {
  let run: ControlRun
  let policy: ControlPolicy
  let plans: [ModulePlan]
  let usesSafePath: Bool
  private var answers: [ModulePlan: ControlResult] = [:]

  init(run: ControlRun, policy: ControlPolicy, plans: [ModulePlan], usesSafePath: Bool) {
    self.run = run
    self.policy = policy
    self.plans = plans
    self.usesSafePath = usesSafePath
  }

  mutating func confirm(_ check: inout CheckReport, of target: Target, at index: Int) {
    guard policy == .always || policy == .failures && !check.isGood, check.outcome != .skipped else { return }
    // Targets whose common import failed need to be asked only once.
    let asksAttribute = check.exception == nil
    let attributes = asksAttribute ? target.attribute.map { [$0] } ?? [] : []
    let question = ModulePlan(module: target.module, attributes: attributes)
    let answer = answers[question] ?? run.run(question, after: Array(plans[..<index]), safePath: usesSafePath)
    answers[question] = answer
    settle(&check, answer)
  }

  private func settle(_ check: inout CheckReport, _ answer: ControlResult) {
    switch (answer, check.outcome == .passed) {
    case (.passed, true), (.failed, false): check.confirmed = true
    case (.passed, false): pass(&check)
    case (.failed(let line), true): fail(&check, line)
    case (.interrupted, _), (.notRun, _): break
    }
  }

  /// Embedding must never be the reason for a verdict.
  private func pass(_ check: inout CheckReport) {
    let reason = check.reason
    check.outcome = .passed
    check.phase = nil
    check.exception = nil
    check.signal = nil
    check.exitCode = nil
    check.confirmed = false
    check.warnings.append(
      WarningReport(
        code: "embedding-artefact", message: "plain Python passes here, but inside realimport this happened: \(reason)")
    )
  }

  private func fail(_ check: inout CheckReport, _ line: String) {
    check.outcome = .failed
    check.phase = .import
    check.confirmed = false
    check.warnings.append(
      WarningReport(
        code: "embedding-artefact", message: "the import passes inside realimport, but plain Python fails: \(line)"))
  }
}
