import Probing
import PythonPackaging
import Reporting
import Supervision

extension CheckRun: GroupDelegate {
  /// Whether Python ran at all; if not, that is the problem of the whole run.
  func isUsable(_ observation: Observation) -> Bool {
    if let facts = observation.interpreter { announced.note(facts) }
    note(observation)
    noteObserved(observation)
    return problem == nil && !isInterrupted
  }

  func ownership(_ observation: Observation) -> Ownership { known.ownership(observation) }

  func loaded(_ observation: Observation, _ variables: [String: String]) -> LoadedAssembly {
    known.loaded(observation, variables)
  }

  func explain(_ check: inout CheckReport, _ variables: [String: String]) {
    guard LoaderAssembly.concerns(check), let loader = known.loader(variables) else { return }
    check.loaderExplanations = loader.explanations(of: check)
    check.loader = check.loaderExplanations.map(LoaderReport.init)
  }

  func impossible(_ reason: String) {
    problem = problem ?? ProblemReport(code: "no-process", message: "no process could be started: \(reason)")
  }

  func foresee(_ check: CheckReport) { _ = known.ownership?.defects(for: check) }

  func judge(_ check: inout CheckReport, _ requirements: [StatedRequirement]) {
    if !requirements.isEmpty { judge?.judge(&check, requirements) }
    warn(&check)
    check.warnings += known.ownership?.defectWarnings(for: check) ?? []
    if request.checksLinks { check.links = known.links?.report(for: check) }
    check.warnings += check.links?.warnings ?? []
  }

  /// Adds what metadata claims of the distribution that the check is about.
  func warn(_ check: inout CheckReport) {
    check.warnings += known.conflicts?.warnings(for: check) ?? []
  }

  func isReplaced(_ check: CheckReport, _ planned: PlannedCheck) -> Bool {
    guard check.isAbsent, planned.target.attribute == nil, planned.requirements.isEmpty,
      let judge, let distribution = judge.distribution(meantBy: check.module),
      let requirement = try? Requirement(distribution.name.text)
    else { return false }
    let plan = DistributionPlan(requirement, text: check.target, isOptional: planned.isOptional, judge: judge)
    // A link that leads nowhere shows no module, though the sources that it led to had some.
    if plan.groups.isEmpty, distribution.editableSource != nil { return false }
    leftOut += plan.leftOut
    begin(plan.groups, plan.settled, inPlaceOf: 1)
    return true
  }

  func finished(_ check: CheckReport) {
    guard !isInterrupted else { return }
    let check = diagnosed(check)
    checks.append(check)
    display.finished(check)
  }

  /// With its cause, where it did not pass.
  private func diagnosed(_ check: CheckReport) -> CheckReport {
    guard !check.isGood, let diagnosing = known.diagnosing(usesSafePath: request.usesSafePath) else { return check }
    var check = check
    check.diagnosis = diagnosing.diagnosis(of: check)
    return check
  }
}
