import Probing
import PythonPackaging
import Reporting

/// What is checked where a distribution is asked for: each of its top-level modules, and the requirement itself.
struct DistributionPlan {
  var groups: [CheckGroup] = []
  /// What needs no process: a distribution that is not there, or has nothing to import.
  var settled: [CheckReport] = []
  var leftOut: [LeftOutReport] = []
  /// The one that is asked for, where it is installed and the requirement concerns this environment.
  private(set) var distribution: InstalledDistribution?

  /// - Parameter text: How the user wrote it.
  init(_ requirement: Requirement, text: String, isOptional: Bool, judge: RequirementJudge) {
    guard judge.concerns(requirement) else {
      settle(text, requirement, .skipped, "the marker of `\(text)` does not hold here")
      return
    }
    let stated = StatedRequirement(requirement: requirement, stater: nil)
    guard let distribution = judge.installed.distribution(named: requirement.name) else {
      settle(text, requirement, isOptional ? .skipped : .failed, nil)
      settled[0].requirements = judge.judgement(of: stated, imported: nil).reports
      return
    }
    self.distribution = distribution
    let modules = judge.installed.topLevelModules(of: distribution)
    let names = InstalledModules.kept(modules, of: distribution, &leftOut)
    for name in names {
      var check = PlannedCheck(Target(module: name, text: text))
      check.isOptional = isOptional
      check.requirements = [stated]
      groups.append(CheckGroup([check]))
    }
    if names.isEmpty { settleEmpty(distribution, text, stated, judge) }
  }

  private mutating func settleEmpty(
    _ distribution: InstalledDistribution, _ text: String, _ stated: StatedRequirement, _ judge: RequirementJudge
  ) {
    settle(text, stated.requirement, .skipped, "`\(stated.requirement.name)` is installed and has no module to import")
    settled[0].distribution = DistributionReport(distribution)
    judge.judge(&settled[0], [stated])
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
