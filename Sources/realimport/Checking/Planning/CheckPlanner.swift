import Probing
import PythonPackaging
import Reporting

/// Decides what a run checks, as far as what is installed matters to that.
struct CheckPlanner {
  let request: CheckRequest
  /// Asked only where it is needed, since a process has to tell.
  let judge: () -> RequirementJudge?

  /// In the order of the report; `nil` where Python could not tell what is installed.
  func plan() -> CheckPlan? {
    var plan = CheckPlan()
    for target in request.targets {
      switch target {
      case .module(let target): plan.add(check(target))
      case .distribution(let requirement, let text):
        guard let judge = judge() else { return nil }
        plan.add(
          DistributionPlan(
            requirement, text: text, isOptional: request.optional.contains(target), judge: judge))
      }
    }
    for check in request.checks { plan.add(check.group(judge)) }
    if request.checksEntryPoints {
      guard let judge = judge() else { return nil }
      plan.add(EntryPointPlan(plan.distributions(judge.installed)))
    }
    plan.groups = request.isTogether ? plan.together : plan.groups.merged
    return plan
  }

  private func check(_ target: Target) -> CheckGroup {
    var check = PlannedCheck(target)
    check.isOptional = request.optional.contains { $0.isOfModule(target.module) }
    return CheckGroup([check])
  }
}

/// What is to be done, and what is known already.
struct CheckPlan {
  var groups: [CheckGroup] = []
  var settled: [CheckReport] = []
  var leftOut: [LeftOutReport] = []
  /// The texts of targets in the order of the report.
  private(set) var order: [String] = []
  /// Those that were asked for by name, with modules or without.
  private var named: [InstalledDistribution] = []

  mutating func add(_ group: CheckGroup) {
    groups.append(group)
    order += group.checks.map(\.target.text)
  }

  mutating func add(_ distribution: DistributionPlan) {
    distribution.groups.forEach { add($0) }
    settled += distribution.settled
    order += distribution.settled.map(\.target)
    leftOut += distribution.leftOut
    named += [distribution.distribution].compactMap(\.self)
  }

  mutating func add(_ entryPoints: EntryPointPlan) {
    entryPoints.groups.forEach { add($0) }
  }

  /// All in one process, in the order in which they were named.
  fileprivate var together: [CheckGroup] {
    groups.isEmpty ? [] : [CheckGroup(groups.flatMap(\.checks))]
  }

  /// The distributions that the targets are of.
  fileprivate func distributions(_ installed: InstalledDistributions) -> [InstalledDistribution] {
    var known: Set<DistributionName> = []
    let found = groups.flatMap(\.checks).flatMap { check in
      check.requirements.compactMap { installed.distribution(named: $0.requirement.name) }
        + [
          installed.owner(ofModule: check.target.topLevel)
            ?? installed.distribution(named: DistributionName(check.target.module))
        ]
        .compactMap(\.self)
    }
    return (named + found).filter { known.insert($0.key).inserted }
  }
}

extension Target {
  fileprivate var topLevel: String { String(module.prefix { $0 != "." }) }
}
