import PythonPackaging
import Reporting

/// What the extras that a requirement names ask for, and the extras that those name in turn.
struct ExtraRequirements {
  private(set) var reports: [RequirementReport] = []
  /// What of that is not as required beside the version.
  private(set) var discrepancies: [Discrepancy] = []
  private let judge: RequirementJudge
  private var asked: [DistributionName: Set<DistributionName>] = [:]

  init(of requirement: Requirement, judge: RequirementJudge) {
    self.judge = judge
    var open = [requirement]
    // Every round asks for an extra that nobody has asked for before; those are finitely many.
    while !open.isEmpty { open = open.flatMap { follow($0) } }
  }

  private mutating func follow(_ requirement: Requirement) -> [Requirement] {
    let new = requirement.extras.subtracting(asked[requirement.name] ?? [])
    guard !new.isEmpty, let distribution = judge.installed.distribution(named: requirement.name) else { return [] }
    asked[requirement.name, default: []].formUnion(new)
    let always = Set(distribution.activeRequirements(judge.markers, extras: []))
    let additional = distribution.activeRequirements(judge.markers, extras: new).filter { !always.contains($0) }
    let name = "\(distribution.name.text)[\(requirement.writtenExtras.joined(separator: ","))]"
    for part in additional {
      add(part, statedBy: name)
      let other = judge.installed.distribution(named: part.name)
      discrepancies += other.map { part.discrepancies(with: $0, statedBy: distribution) } ?? []
    }
    return additional
  }

  private mutating func add(_ requirement: Requirement, statedBy name: String) {
    let other = judge.installed.distribution(named: requirement.name)
    let report = RequirementReport(
      requirement: requirement.statement, statedBy: name, found: other?.versionText,
      holds: other.map(requirement.isFulfilled) ?? false)
    if !reports.contains(report) { reports.append(report) }
  }
}
