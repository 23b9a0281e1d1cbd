/// What the metadata of an environment claims and is not so.
package struct UnmetClaims: Sendable {
  /// Sorted by the distribution that states them, then as its metadata does.
  package var conflicts: [Conflict] = []
  /// In the same order.
  package var discrepancies: [Discrepancy] = []
}

/// Compares what distributions require with what is installed, as pip does, and beside that follows the extras that
/// distributions ask of one another.
struct ConflictSearch {
  private let installed: [DistributionName: InstalledDistribution]
  private let python: TargetPython
  private var markers: MarkerOutcomes
  private var tags: WheelTagOutcomes
  /// The extras that are asked for of each, so far.
  private var extras: [DistributionName: Set<DistributionName>] = [:]
  private var open: [DistributionName]
  private var isOpen: Set<DistributionName>
  private var found: [DistributionName: UnmetClaims] = [:]

  init(_ distributions: [InstalledDistribution], python: TargetPython) {
    installed = Dictionary(distributions.map { ($0.key, $0) }) { first, _ in first }
    self.python = python
    markers = MarkerOutcomes(python.markers)
    tags = WheelTagOutcomes(python.tags)
    open = distributions.map(\.key).reversed()
    isOpen = Set(open)
  }

  mutating func claims() -> UnmetClaims {
    while let name = open.popLast() {
      isOpen.remove(name)
      guard let distribution = installed[name] else { continue }
      found[name] = claims(of: distribution)
    }
    let sorted = found.sorted { $0.key < $1.key }
    return UnmetClaims(
      conflicts: sorted.flatMap(\.value.conflicts), discrepancies: sorted.flatMap(\.value.discrepancies))
  }

  /// Looked at once more whenever another extra of it is asked for; extras are finitely many, so that ends.
  private mutating func claims(of distribution: InstalledDistribution) -> UnmetClaims {
    // Whoever asks for it finds out; a version that is none is noted even where nobody does.
    _ = distribution.version
    var claims = UnmetClaims()
    claims.conflicts = [pythonConflict(of: distribution), wheelConflict(of: distribution)].compactMap(\.self)
    for requirement in distribution.activeRequirements(&markers, extras: extras[distribution.key] ?? []) {
      follow(requirement)
      if let conflict = conflict(of: distribution, requirement) {
        if !claims.conflicts.contains(conflict) { claims.conflicts.append(conflict) }
      } else if let other = installed[requirement.name] {
        let new = requirement.discrepancies(with: other, statedBy: distribution)
        claims.discrepancies += new.filter { !claims.discrepancies.contains($0) }
      }
    }
    return claims
  }

  private mutating func follow(_ requirement: Requirement) {
    if requirement.writtenExtras.isEmpty { return }
    let new = requirement.extras.subtracting(extras[requirement.name] ?? [])
    guard !new.isEmpty, installed[requirement.name] != nil else { return }
    extras[requirement.name, default: []].formUnion(new)
    // Once for all the extras that one distribution asks for.
    if isOpen.insert(requirement.name).inserted { open.append(requirement.name) }
  }

  private func conflict(of distribution: InstalledDistribution, _ requirement: Requirement) -> Conflict? {
    guard let other = installed[requirement.name] else {
      return distribution.conflict(.missing, requirement.statement, about: requirement.name)
    }
    guard !requirement.isFulfilled(by: other) else { return nil }
    return distribution.conflict(.version, requirement.statement, about: other.name, found: other.versionText ?? "")
  }

  private func pythonConflict(of distribution: InstalledDistribution) -> Conflict? {
    guard let admitted = distribution.requiresPython, !admitted.contains(python.version) else { return nil }
    return distribution.conflict(.python, "python\(admitted)", found: "\(python.version)")
  }

  /// An installer refuses such a wheel; a folder that was copied, or a Python that was exchanged, brings it about.
  private mutating func wheelConflict(of distribution: InstalledDistribution) -> Conflict? {
    guard let wheel = distribution.wheel else { return nil }
    let (mismatch, problems) = tags.judge(wheel)
    distribution.note(problems, in: wheel)
    guard let mismatch else { return nil }
    let stated = wheel.tags.prefix(Self.mostTags).map { "\($0)" }.joined(separator: " ")
    return distribution.conflict(
      mismatch.isOfPython ? .python : .platform, stated, found: python.platform, mismatch: mismatch)
  }

  /// A wheel names a handful of platforms at most.
  private static let mostTags = 4
}

extension InstalledDistribution {
  fileprivate func conflict(
    _ kind: Conflict.Kind, _ requirement: String, about subject: DistributionName? = nil, found: String? = nil,
    mismatch: TagMismatch? = nil
  ) -> Conflict {
    Conflict(
      distribution: name, version: versionText ?? "", requirement: requirement, subject: subject, found: found,
      kind: kind, mismatch: mismatch)
  }
}

extension TagMismatch {
  /// Whether the Python is another one, and not the machine.
  fileprivate var isOfPython: Bool {
    switch self {
    case .otherPython, .otherABI, .abiWithoutPlatform: true
    case .otherSystem, .unknownPlatform, .otherMachine, .otherLibc, .outdatedLibc, .newerLibc: false
    }
  }
}

extension InstalledDistributions {
  /// What distributions state and is not so. Nothing is started; each METADATA is read once.
  package func unmetClaims(with python: TargetPython) -> UnmetClaims {
    var search = ConflictSearch(all, python: python)
    return search.claims()
  }

  /// The part of ``unmetClaims(with:)`` that the environment does not fulfil.
  package func conflicts(with python: TargetPython) -> [Conflict] { unmetClaims(with: python).conflicts }
}
