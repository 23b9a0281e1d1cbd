internal import Probing

/// A requirement that the user stated does not hold.
struct RequirementUnmet: Rule {
  static let page = RulePage(
    "requirement-unmet", .versionConflict,
    sees: "A target such as `torch>=2.4` of which another version is installed or imported.",
    means: "Nothing need be wrong with the import itself; the version is not the one that was asked for.",
    advises: "Install the version, or change the requirement.",
    seenAt: "`realimport 'torch>=2.4'` where torch 2.2.0 is installed",
    alsoFinds: [.missingDistribution])

  func finding(in evidence: Evidence) -> Finding? {
    guard evidence.failure.phase == .version, let unmet = evidence.failure.unmetRequirements.first else { return nil }
    let name = String(unmet.requirement.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) })
    let isMissing = unmet.found == nil
    return Finding(
      isMissing ? .missingDistribution : .versionConflict, .certain, culprits: [name],
      isMissing
        ? "\(name) is not installed, and `\(unmet.requirement)` is asked for."
        : "`\(unmet.requirement)` is asked for, and the version is \(unmet.found ?? "unknown").",
      evidence: [unmet.statedBy.map { "stated by \($0)" }],
      fixes: [Fix("install \(unmet.requirement)", commands: [evidence.installer.install(unmet.requirement)])])
  }
}
