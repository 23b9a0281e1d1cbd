import Probing
import PythonPackaging
import Reporting

/// What the metadata of one environment claims against itself.
struct EnvironmentConflicts {
  let reports: [ConflictReport]
  /// What is not as required beside versions.
  let discrepancies: [WarningReport]

  private let conflicts: [Conflict]
  /// Places in `conflicts`, by the distribution that states it.
  private let stated: [DistributionName: [Int]]
  /// Places in `conflicts`, by the distribution that it is about; its own statements about itself are left out.
  private let about: [DistributionName: [Int]]
  /// The same of `discrepancies`.
  private let statedDiscrepancies: [DistributionName: [Int]]
  private let discrepanciesAbout: [DistributionName: [Int]]

  init(_ installed: InstalledDistributions, python: TargetPython) {
    let claims = installed.unmetClaims(with: python)
    conflicts = claims.conflicts
    reports = conflicts.map(ConflictReport.init)
    discrepancies = claims.discrepancies.map(WarningReport.init)
    stated = Self.places(conflicts, of: \.distribution)
    about = Self.places(conflicts) { $0.subject == $0.distribution ? nil : $0.subject }
    statedDiscrepancies = Self.places(claims.discrepancies, of: \.stater)
    discrepanciesAbout = Self.places(claims.discrepancies) { $0.subject == $0.stater ? nil : $0.subject }
  }

  private static func places<Claim>(
    _ claims: [Claim], of name: (Claim) -> DistributionName?
  ) -> [DistributionName: [Int]] {
    var places: [DistributionName: [Int]] = [:]
    for (place, claim) in claims.enumerated() {
      if let name = name(claim) { places[name, default: []].append(place) }
    }
    return places
  }

  /// For a check of the distribution that states what is not fulfilled, and of the one that it is about.
  func warnings(for check: CheckReport) -> [WarningReport] {
    guard let name = subject(of: check) else { return [] }
    let own = unjudged(stated[name] ?? [], check)
    let others = unjudged(about[name] ?? [], check)
    // What is there in a wrong version is worse than what is not there: nobody may need that.
    let shown =
      own.filter { $0.kind != .missing } + others.prefix(Self.mostStaters) + own.filter { $0.kind == .missing }
    let unlike = discrepanciesAbout[name] ?? []
    let warnings =
      shown.map { WarningReport(code: WarningReport.requirementConflict, message: $0.sentence) }
      + ((statedDiscrepancies[name] ?? []) + unlike.prefix(Self.mostStaters)).map { discrepancies[$0] }
      + Self.rest(max(0, others.count - Self.mostStaters) + max(0, unlike.count - Self.mostStaters), about: name)
    return warnings.filter { !check.warnings.contains($0) }
  }

  /// The distribution of the module; the one that has its name where that is not installed.
  private func subject(of check: CheckReport) -> DistributionName? {
    if let distribution = check.distribution { return DistributionName(distribution.name) }
    // The standard library has modules of names that something missing has as well.
    return check.outcome == .passed ? nil : DistributionName(String(check.module.prefix { $0 != "." }))
  }

  /// Without what the check itself was asked to judge, which is told with its outcome.
  private func unjudged(_ places: [Int], _ check: CheckReport) -> [ConflictReport] {
    places.map { reports[$0] }.filter { conflict in
      !check.requirements.contains { judged in
        // The user asks for it where nobody else does, and then of the distribution that states it.
        let stater = judged.statedBy.map { $0.prefix { $0 != "[" } } ?? check.distribution?.name[...]
        return judged.requirement == conflict.requirement
          && stater.map { DistributionName(String($0)) } == DistributionName(conflict.distribution)
      }
    }
  }

  private static func rest(_ count: Int, about name: DistributionName) -> [WarningReport] {
    guard count > 0 else { return [] }
    let requirements = count == 1 ? "1 more requirement of \(name) is" : "\(count) more requirements of \(name) are"
    return [
      WarningReport(
        code: "more-requirement-conflicts",
        message: "\(requirements) not fulfilled; `realimport environment --verbose` names all of them")
    ]
  }

  /// A distribution that many others require may conflict with all of them.
  private static let mostStaters = 5
}

extension ConflictReport {
  init(_ conflict: Conflict) {
    self.init(
      distribution: conflict.distribution.text, version: conflict.version, requirement: conflict.requirement,
      subject: conflict.subject?.text, found: conflict.found, kind: Kind(conflict.kind),
      mismatch: conflict.mismatch.map(Mismatch.init))
  }
}

extension ConflictReport.Mismatch {
  fileprivate init(_ mismatch: TagMismatch) {
    self =
      switch mismatch {
      case .otherSystem, .unknownPlatform: .system
      case .otherMachine: .machine
      case .otherLibc: .libc
      case .outdatedLibc, .newerLibc: .libcVersion
      case .otherPython: .python
      case .otherABI, .abiWithoutPlatform: .abi
      }
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
