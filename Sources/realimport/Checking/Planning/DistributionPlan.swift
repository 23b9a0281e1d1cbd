import Probing
import PythonPackaging
import Reporting

/// What is checked where a distribution is asked for: each of its top-level modules, and the requirement itself.
struct DistributionPlan {
  var groups: [CheckGroup] = []
  /// What needs no process: a distribution that is not there, or has nothing to import.
  var settled: [CheckReport] = []
  var leftOut: [LeftOutReport] = []

  /// - Parameter text: How the user wrote it.
  init(_ requirement: Requirement, text: String, isOptional: Bool, judge: RequirementJudge) {
    guard judge.concerns(requirement) else {
      settle(text, requirement, .skipped, "the marker of `\(text)` does not hold here")
      return
    }
    let stated = StatedRequirement(requirement: requirement, stater: nil)
    guard let distribution = judge.installed.distribution(named: requirement.name) else {
      settle(text, requirement, isOptional ? .skipped : .failed, nil)
      settled[0].requirements = judge.reports(of: stated, imported: nil)
      return
    }
    let modules = judge.installed.topLevelModules(of: distribution)
    let names = InstalledModules.kept(modules, of: distribution, &leftOut)
    for name in names {
      var check = PlannedCheck(Target(module: name, text: text))
      check.isOptional = isOptional
      check.requirements = [stated]
      groups.append(CheckGroup([check]))
    }
    if names.isEmpty { settleEmpty(text, stated, judge) }
  }

  private mutating func settleEmpty(_ text: String, _ stated: StatedRequirement, _ judge: RequirementJudge) {
    settle(text, stated.requirement, .skipped, "`\(stated.requirement.name)` is installed and has no module to import")
    settled[0].requirements = judge.reports(of: stated, imported: nil)
    settled[0].judgeRequirements()
  }

  private mutating func settle(_ text: String, _ requirement: Requirement, _ outcome: Outcome, _ message: String?) {
    let module = requirement.name.normalized.replacing("-", with: "_")
    var check = CheckReport(
      target: text, module: module, verdict: Verdict(outcome, outcome == .failed ? .version : nil),
      output: OutputReport(CapturedOutput()))
    if let message { check.warnings = [WarningReport(code: WarningReport.notChecked, message: message)] }
    settled.append(check)
  }
}
