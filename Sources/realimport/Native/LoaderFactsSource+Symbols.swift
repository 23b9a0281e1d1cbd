import Diagnosis
import PythonPackaging
import SharedObjects
import SystemPackage

extension LoaderFactsSource {
  /// Adds who defines an undefined symbol, or nearly it, and how that is required.
  func addSymbol(
    _ symbol: PrintedSymbol, _ subject: inout LoadedSubject, _ object: FilePath?, _ loaded: [FilePath],
    to facts: inout LoaderFacts
  ) {
    let reading = SymbolReading(symbol.name)
    let family = reading.family?.distributions.lazy.compactMap {
      self.owners.installed.distribution(named: DistributionName($0))
    }.first
    let search = SymbolSearch(
      symbol, linked: subject.scope(besides: object), loaded: loaded, provider: family, owners: owners)
    var found = search.facts(besides: object)
    let owner = facts.object?.distribution
    let other = (found.near.map(\.file) + found.definedElsewhere).lazy.compactMap(\.distribution).first { $0 != owner }
    found.provider = family.map(OwningDistribution.init) ?? other
    if let owner, let provider = found.provider { add(requirementOf: owner, on: provider, to: &found) }
    facts.symbol = found
    facts.buildWithoutCUDA = buildWithoutCUDA(for: owner)
  }

  private func add(
    requirementOf owner: OwningDistribution, on provider: OwningDistribution, to facts: inout SymbolFacts
  ) {
    guard let required = owners.installed.distribution(named: DistributionName(provider.name)),
      let requirement = requirements(of: owner).first(where: { $0.name == required.key })
    else { return }
    facts.requirement = requirement.statement
    facts.isFulfilled = requirement.isFulfilled(by: required)
  }
}
