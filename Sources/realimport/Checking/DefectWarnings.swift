import PythonPackaging
import Reporting

extension Ownership {
  /// What is wrong with the installation of those that a check concerns: the owner of the module; of a failed one, whose
  /// files are looked at one by one, the owners of the frames next to the failure as well, and what is left of the module
  /// where nobody owns it.
  func defectWarnings(for check: CheckReport) -> [WarningReport] { defects(for: check).map(WarningReport.init) }

  func defects(for check: CheckReport) -> [InstallationDefect] {
    if check.isGood { return visibleDefects(of: check) }
    var known: Set<DistributionName> = []
    let names = ([check.distribution?.name] + frameOwners(check)).compactMap(\.self).map { DistributionName($0) }
    let defects = names.filter { known.insert($0).inserted }
      .compactMap(installed.distribution).flatMap { installed.defects(of: $0) }
    let module = check.module.split(separator: ".").first.map(String.init) ?? check.module
    let remains = check.distribution == nil ? installed.defects(ofMissingModule: module) : []
    var told: Set<InstallationDefect> = []
    return (defects + remains).filter { told.insert($0).inserted }
  }

  private func visibleDefects(of check: CheckReport) -> [InstallationDefect] {
    let owner = check.distribution.flatMap { installed.distribution(named: DistributionName($0.name)) }
    return owner.map { installed.defects(of: $0, isThorough: false) } ?? []
  }

  private func frameOwners(_ check: CheckReport) -> [String?] {
    let exceptions = [check.exception] + check.attributes.map(\.exception) + check.expressions.map(\.exception)
    return exceptions.compactMap(\.self).flatMap(\.chain).flatMap { $0.frames.suffix(Self.framesNextToFailure) }
      .map(\.distribution)
  }

  /// The cause is seldom further away.
  private static let framesNextToFailure = 3
}
