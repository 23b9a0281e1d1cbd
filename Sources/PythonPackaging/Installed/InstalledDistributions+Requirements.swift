extension InstalledDistributions {
  /// What these distributions require, and what that requires in turn, as far as it is installed: the nearest first,
  /// each with the number of steps to it. They themselves come first, with none.
  ///
  /// Requirements count whose markers hold, and those of extras where a requirement asks for the extra: of what a user
  /// asked for there is no record.
  package func requirementSteps(
    from roots: [DistributionName], _ environment: MarkerEnvironment
  ) -> [(distribution: InstalledDistribution, distance: Int)] {
    var outcomes = MarkerOutcomes(environment)
    var found: [(distribution: InstalledDistribution, distance: Int)] = []
    var asked: [DistributionName: Set<DistributionName>] = [:]
    var open = roots.map { (name: $0, extras: Set<DistributionName>(), distance: 0) }
    var next = 0
    while next < open.count {
      let (name, extras, distance) = open[next]
      next += 1
      guard let distribution = distribution(named: name) else { continue }
      let known = asked[name]
      if let known, extras.isSubset(of: known) { continue }
      asked[name] = extras.union(known ?? [])
      if known == nil { found.append((distribution, distance)) }
      for requirement in distribution.activeRequirements(&outcomes, extras: asked[name] ?? []) {
        open.append((requirement.name, requirement.extras, distance + 1))
      }
    }
    return found
  }
}
