import Probing
import PythonPackaging

/// One check: what is imported, and what must hold then.
struct PlannedCheck {
  var target: Target
  /// What a project's table calls it.
  var name: String?
  var isOptional = false
  var requirements: [StatedRequirement] = []
  var expressions: [String] = []

  init(_ target: Target) {
    self.target = target
  }
}

/// A requirement, and who states it: a distribution, or `nil` for the user.
struct StatedRequirement: Hashable {
  var requirement: Requirement
  var stater: DistributionName?
}

/// Checks that share one process.
struct CheckGroup {
  var checks: [PlannedCheck]
  /// Variables that the process has beside those of all.
  var variables: [String: String] = [:]
  /// For each module; `nil` for that of the run.
  var timeout: Duration?

  init(_ checks: [PlannedCheck]) {
    self.checks = checks
  }

  /// What a process is asked, each module once.
  var modulePlans: [ModulePlan] {
    var plans = checks.map(\.target).modulePlans
    for check in checks {
      guard let index = plans.firstIndex(where: { $0.module == check.target.module }) else { continue }
      plans[index].expressions += check.expressions.filter { !plans[index].expressions.contains($0) }
    }
    return plans
  }

  /// Whether it may share a process with other checks of the same module.
  var isPlain: Bool { variables.isEmpty && timeout == nil && Set(checks.map(\.target.module)).count == 1 }
}

extension [CheckGroup] {
  /// Checks of one module share one import, in the order of first mention.
  var merged: [CheckGroup] {
    var groups: [CheckGroup] = []
    for group in self {
      let module = group.checks.first?.target.module
      let same = groups.firstIndex { $0.isPlain && $0.checks.first?.target.module == module }
      if let same, group.isPlain {
        groups[same].checks += group.checks
      } else {
        groups.append(group)
      }
    }
    return groups
  }
}
