import Probing
import PythonPackaging

extension RequestedCheck {
  /// The process that answers it. A requirement belongs to the target that is of its distribution, else to the first;
  /// expressions to the last.
  func group(_ judge: () -> RequirementJudge?) -> CheckGroup {
    var checks = targets.map { target in
      var check = PlannedCheck(target)
      check.isOptional = isOptional
      return check
    }
    if checks.isEmpty { checks = [Self.withoutImport(name)] }
    for index in checks.indices { checks[index].name = name }
    if !requirements.isEmpty, let judge = judge() {
      for stated in requirements.flatMap({ $0.stated(judge) }) {
        let owned = checks.firstIndex { judge.isModule($0.target.module, of: stated.requirement.name) }
        checks[owned ?? checks.startIndex].requirements.append(stated)
      }
    }
    checks[checks.index(before: checks.endIndex)].expressions = expressions
    var group = CheckGroup(checks)
    group.variables = variables
    group.timeout = timeout
    return group
  }

  /// Python itself is asked where there is nothing to import: this module is there always.
  private static func withoutImport(_ name: String) -> PlannedCheck {
    PlannedCheck(Target(module: "builtins", text: name))
  }
}

extension RequestedRequirement {
  fileprivate func stated(_ judge: RequirementJudge) -> [StatedRequirement] {
    switch self {
    case .written(let requirement):
      judge.concerns(requirement) ? [StatedRequirement(requirement: requirement, stater: nil)] : []
    case .stated(let stater, let other): judge.requirements(statedBy: stater, about: other)
    }
  }
}
