import PythonPackaging
import Reporting

/// What the metadata of one environment claims against itself.
struct EnvironmentConflicts {
  let reports: [ConflictReport]

  init(_ installed: InstalledDistributions, python: TargetPython) {
    reports = installed.conflicts(with: python).map(ConflictReport.init)
  }

  /// For a check of the distribution that states what is not fulfilled.
  func warnings(for check: CheckReport) -> [WarningReport] {
    guard let distribution = check.distribution.map({ DistributionName($0.name) }) else { return [] }
    // What the check itself was asked to judge is told with its outcome.
    let judged = Set(check.requirements.map(\.requirement))
    let own = reports.filter { report in
      DistributionName(report.distribution) == distribution && !judged.contains(report.requirement)
    }
    // What is there in a wrong version is worse than what is not there: nobody may need that.
    let ordered = own.filter { $0.kind != .missing } + own.filter { $0.kind == .missing }
    return ordered.map { WarningReport(code: WarningReport.requirementConflict, message: $0.sentence) }
  }
}

extension ConflictReport {
  init(_ conflict: Conflict) {
    self.init(
      distribution: conflict.distribution.text, version: conflict.version, requirement: conflict.requirement,
      found: conflict.found, kind: Kind(conflict.kind))
  }
}

extension ConflictReport.Kind {
  fileprivate init(_ kind: Conflict.Kind) {
    self =
      switch kind {
      case .missing: .missing
      case .version: .version
      case .python: .python
      case .platform: .platform
      }
  }
}
