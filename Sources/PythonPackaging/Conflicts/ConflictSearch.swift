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
  private var found: [DistributionName: [Conflict]] = [:]

  init(_ distributions: [InstalledDistribution], python: TargetPython) {
    installed = Dictionary(distributions.map { ($0.key, $0) }) { first, _ in first }
    self.python = python
    markers = MarkerOutcomes(python.markers)
    tags = WheelTagOutcomes(python.tags)
    open = distributions.map(\.key).reversed()
    isOpen = Set(open)
  }

  /// Sorted by the distribution that states them, then as its metadata does.
  mutating func conflicts() -> [Conflict] {
    while let name = open.popLast() {
      isOpen.remove(name)
      guard let distribution = installed[name] else { continue }
      found[name] = conflicts(of: distribution)
    }
    return found.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Looked at once more whenever another extra of it is asked for; extras are finitely many, so that ends.
  private mutating func conflicts(of distribution: InstalledDistribution) -> [Conflict] {
    // Whoever asks for it finds out; a version that is none is noted even where nobody does.
    _ = distribution.version
    var conflicts = [pythonConflict(of: distribution), wheelConflict(of: distribution)].compactMap(\.self)
    for requirement in distribution.activeRequirements(&markers, extras: extras[distribution.key] ?? []) {
      follow(requirement)
      if let conflict = conflict(of: distribution, requirement), !conflicts.contains(conflict) {
        conflicts.append(conflict)
      }
    }
    return conflicts
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
      return distribution.conflict(.missing, requirement.statement)
    }
    guard !requirement.isFulfilled(by: other) else { return nil }
    return distribution.conflict(.version, requirement.statement, found: other.versionText ?? "")
  }

  private func pythonConflict(of distribution: InstalledDistribution) -> Conflict? {
    guard let admitted = distribution.requiresPython, !admitted.contains(python.version) else { return nil }
    return distribution.conflict(.python, "python\(admitted)", found: "\(python.version)")
  }

  /// An installer refuses such a wheel; a folder that was copied, or a Python that was exchanged, brings it about.
  private mutating func wheelConflict(of distribution: InstalledDistribution) -> Conflict? {
    guard let wheel = distribution.wheel, let mismatch = tags.mismatch(wheel) else { return nil }
    let stated = wheel.tags.prefix(Self.mostTags).map { "\($0)" }.joined(separator: " ")
    return distribution.conflict(mismatch.isOfPython ? .python : .platform, stated, found: python.platform)
  }

  /// A wheel names a handful of platforms at most.
  private static let mostTags = 4
}

extension InstalledDistribution {
  /// The requirements that concern this environment, with these extras asked for; one whose marker has no meaning
  /// concerns none.
  package func activeRequirements(
    _ environment: MarkerEnvironment, extras: Set<DistributionName>
  ) -> [Requirement] {
    var outcomes = MarkerOutcomes(environment)
    return activeRequirements(&outcomes, extras: extras)
  }

  fileprivate func activeRequirements(
    _ outcomes: inout MarkerOutcomes, extras: Set<DistributionName>
  ) -> [Requirement] {
    requirements.filter { requirement in
      guard let marker = requirement.marker else { return true }
      do throws(MarkerEvaluationProblem) {
        return try outcomes.holds(marker, extras: extras)
      } catch {
        log.note(.markerWithoutMeaning(error), metadataPath)
        return false
      }
    }
  }

  fileprivate func conflict(_ kind: Conflict.Kind, _ requirement: String, found: String? = nil) -> Conflict {
    Conflict(distribution: name, version: versionText ?? "", requirement: requirement, found: found, kind: kind)
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

extension Requirement {
  /// Whether an installed distribution of that name has a version that is admitted; one without a proper version
  /// fulfils only what asks for none. What is installed may be a pre-release, whatever the requirement says of those.
  package func isFulfilled(by distribution: InstalledDistribution) -> Bool {
    if specifiers.specifiers.isEmpty { return true }
    return distribution.version.map(specifiers.contains) ?? false
  }

  /// The requirement without its marker.
  package var statement: String {
    Requirement(name: name, extras: writtenExtras, specifiers: specifiers, url: url, marker: nil).description
  }
}

extension InstalledDistributions {
  /// What distributions state and the environment does not fulfil. Nothing is started; each METADATA is read once.
  package func conflicts(with python: TargetPython) -> [Conflict] {
    var search = ConflictSearch(all, python: python)
    return search.conflicts()
  }
}
