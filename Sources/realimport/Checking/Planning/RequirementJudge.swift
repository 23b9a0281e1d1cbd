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

  /// How a requirement fares, and what the extras that it names require; as warnings, what is not as required beside
  /// the versions.
  /// - Parameter imported: The version that a module of the distribution said to be of; it decides where it is one.
  func judgement(
    of stated: StatedRequirement, imported: String?
  ) -> (reports: [RequirementReport], warnings: [WarningReport]) {
    let requirement = stated.requirement
    let distribution = installed.distribution(named: requirement.name)
    let found = imported.flatMap { (try? Version($0)) == nil ? nil : $0 } ?? distribution?.versionText
    let holds = distribution != nil && (requirement.specifiers.specifiers.isEmpty || admits(requirement, found))
    let own = RequirementReport(
      requirement: requirement.statement, statedBy: stated.stater?.text, found: distribution == nil ? nil : found,
      holds: holds)
    let extras = ExtraRequirements(of: requirement, judge: self)
    let stater = stated.stater.flatMap(installed.distribution)
    let discrepancies = distribution.map { requirement.discrepancies(with: $0, statedBy: stater) } ?? []
    return ([own] + extras.reports, (discrepancies + extras.discrepancies).map(WarningReport.init))
  }

  /// The distribution that a name stands for that no module has; the modules of a broken one have their own names.
  func distribution(meantBy module: String) -> InstalledDistribution? {
    guard let distribution = installed.distribution(named: DistributionName(module)) else { return nil }
    guard module.contains(".") else {
      return installed.topLevelModules(of: distribution).contains(module) ? nil : distribution
    }
    // `discord.py` is a name, and `zope.interface` both a name and a module that may have lost its files.
    let path = module.replacing(".", with: "/")
    let isModule = ["\(path).py", "\(path)/__init__.py"].contains { distribution.files?.contains($0) == true }
    return isModule || distribution.name.text.lowercased() != module.lowercased() ? nil : distribution
  }

  private func admits(_ requirement: Requirement, _ version: String?) -> Bool {
    version.flatMap { try? Version($0) }.map(requirement.specifiers.contains) ?? false
  }

  /// What one installed distribution states about another one, as far as it concerns this environment.
  func requirements(statedBy stater: DistributionName, about other: DistributionName) -> [StatedRequirement] {
    guard let distribution = installed.distribution(named: stater) else { return [] }
    return distribution.activeRequirements(markers, extras: []).filter { $0.name == other }.map {
      StatedRequirement(requirement: $0, stater: stater)
    }
  }
}

extension RequirementJudge {
  /// Puts down how the requirements of a check fare; the version that was really imported decides where it is that of
  /// the distribution.
  func judge(_ check: inout CheckReport, _ requirements: [StatedRequirement]) {
    let owner = check.distribution.map { DistributionName($0.name) }
    for stated in requirements {
      let name = stated.requirement.name
      // What nobody owns may hide what is installed, and was imported all the same.
      let decides = (owner == nil || owner == name) && installed.isMain(check.module, of: name)
      let judgement = judgement(of: stated, imported: decides ? check.version : nil)
      check.requirements += judgement.reports
      check.warnings += judgement.warnings.filter { !check.warnings.contains($0) }
    }
    check.judgeRequirements()
  }
}

extension CheckReport {
  /// A check that went well otherwise fails where a requirement does not hold.
  mutating func judgeRequirements() {
    guard isGood, requirements.contains(where: { !$0.holds }) else { return }
    (outcome, phase) = (.failed, .version)
  }
}
