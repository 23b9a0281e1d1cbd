import Probing
import PythonPackaging
import Reporting

/// Compares requirements with what is installed and with what was really imported.
struct RequirementJudge {
  let installed: InstalledDistributions
  let markers: MarkerEnvironment

  /// Whether a requirement counts here at all; one whose marker has no meaning does.
  func concerns(_ requirement: Requirement) -> Bool {
    guard let marker = requirement.marker else { return true }
    return (try? marker.evaluate(in: markers, context: .requirement)) ?? true
  }

  func isModule(_ module: String, of distribution: DistributionName) -> Bool {
    installed.owner(ofModule: String(module.prefix { $0 != "." }))?.key == distribution
  }

  /// How a requirement fares, and what the extras that it names require.
  /// - Parameter imported: The version that a module of the distribution said to be of; it decides where it is one.
  func reports(of stated: StatedRequirement, imported: String?) -> [RequirementReport] {
    let requirement = stated.requirement
    let distribution = installed.distribution(named: requirement.name)
    let found = imported.flatMap { (try? Version($0)) == nil ? nil : $0 } ?? distribution?.versionText
    let holds = distribution != nil && (requirement.specifiers.specifiers.isEmpty || admits(requirement, found))
    let own = RequirementReport(
      requirement: requirement.statement, statedBy: stated.stater?.text, found: distribution == nil ? nil : found,
      holds: holds)
    return [own] + (distribution.map { extras(of: requirement, $0) } ?? [])
  }

  private func admits(_ requirement: Requirement, _ version: String?) -> Bool {
    version.flatMap { try? Version($0) }.map(requirement.specifiers.contains) ?? false
  }

  /// What a distribution requires only for the extras that are asked for.
  private func extras(of requirement: Requirement, _ distribution: InstalledDistribution) -> [RequirementReport] {
    guard !requirement.extras.isEmpty else { return [] }
    let always = Set(distribution.activeRequirements(markers, extras: []))
    let name = "\(distribution.name.text)[\(requirement.writtenExtras.joined(separator: ","))]"
    return distribution.activeRequirements(markers, extras: requirement.extras).filter { !always.contains($0) }.map {
      let other = installed.distribution(named: $0.name)
      return RequirementReport(
        requirement: $0.statement, statedBy: name, found: other?.versionText,
        holds: other.map($0.isFulfilled) ?? false)
    }
  }

  /// What one installed distribution states about another one, as far as it concerns this environment.
  func requirements(statedBy stater: DistributionName, about other: DistributionName) -> [StatedRequirement] {
    guard let distribution = installed.distribution(named: stater) else { return [] }
    return distribution.activeRequirements(markers, extras: []).filter { $0.name == other }.map {
      StatedRequirement(requirement: $0, stater: stater)
    }
  }
}

extension CheckReport {
  /// A check that went well otherwise fails where a requirement does not hold.
  mutating func judgeRequirements() {
    guard isGood, requirements.contains(where: { !$0.holds }) else { return }
    (outcome, phase) = (.failed, .version)
  }
}
