/// Which installed distributions need which others, by name alone.
///
/// Versions and markers are left aside: this tells what an import is likely to import, and proves nothing. Requirements
/// of extras that no installed distribution asks for are left out.
package struct RequirementGraph: Sendable {
  private let needs: [DistributionName: Set<DistributionName>]

  package init(_ installed: InstalledDistributions) {
    let stated = Dictionary(installed.all.map { ($0.key, $0.namedRequirements) }) { $1 }
    let extras = Self.extras(askedForIn: stated)
    var needs: [DistributionName: Set<DistributionName>] = [:]
    for (distribution, requirements) in stated {
      let counting = requirements.filter { $0.counts(with: extras[distribution] ?? []) }
      // What is not installed leads nowhere.
      needs[distribution] = Set(counting.map(\.name).filter { stated[$0] != nil })
    }
    self.needs = needs
  }

  /// Extras of distributions that others require with them; what is required for an extra may ask for others in turn.
  private static func extras(
    askedForIn stated: [DistributionName: [NamedRequirement]]
  ) -> [DistributionName: Set<DistributionName>] {
    var ofExtras: [DistributionName: [DistributionName: [NamedRequirement]]] = [:]
    for (distribution, requirements) in stated {
      for requirement in requirements {
        for extra in requirement.ofExtras {
          ofExtras[distribution, default: [:]][extra, default: []].append(requirement)
        }
      }
    }
    var asked: [DistributionName: Set<DistributionName>] = [:]
    var open = stated.values.flatMap { $0.filter { !$0.isOfExtra } }
    while let next = open.popLast() {
      for extra in next.extras where asked[next.name, default: []].insert(extra).inserted {
        open += ofExtras[next.name]?[extra] ?? []
      }
    }
    return asked
  }

  /// What a distribution itself requires.
  package func requirements(of distribution: DistributionName) -> Set<DistributionName> {
    needs[distribution] ?? []
  }

  /// Everything that a distribution needs, and what that needs in turn; not itself, unless it needs itself.
  package func closure(of distribution: DistributionName) -> Set<DistributionName> {
    var found: Set<DistributionName> = []
    var open = Array(needs[distribution] ?? [])
    while let next = open.popLast() {
      if found.insert(next).inserted { open += needs[next] ?? [] }
    }
    return found
  }
}
