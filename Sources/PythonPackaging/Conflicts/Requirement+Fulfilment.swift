extension Requirement {
  /// Whether an installed distribution of that name has a version that is admitted; one without a proper version
  /// fulfils only what asks for none. What is installed may be a pre-release, whatever the requirement says of those.
  ///
  /// An address is fulfilled by what is installed, wherever it came from, as with `pip check` (pip,
  /// `operations/check.py`, which compares specifiers alone) and `uv pip check` (uv, `site_packages.rs`); see
  /// ``discrepancies(with:statedBy:)``.
  package func isFulfilled(by distribution: InstalledDistribution) -> Bool {
    if specifiers.specifiers.isEmpty { return true }
    return distribution.version.map(specifiers.contains) ?? false
  }

  /// The requirement without its marker, and without a password in its address.
  package var statement: String {
    let url = url.map { SourceAddress.withoutCredentials($0) }
    return Requirement(name: name, extras: writtenExtras, specifiers: specifiers, url: url, marker: nil).description
  }
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

  func activeRequirements(_ outcomes: inout MarkerOutcomes, extras: Set<DistributionName>) -> [Requirement] {
    requirements.filter { requirement in
      guard let marker = requirement.marker else { return true }
      do throws(MarkerEvaluationProblem) {
        return try outcomes.holds(marker, extras: extras)
      } catch {
        note(.markerWithoutMeaning(error), in: "Requires-Dist") { $0.hasSuffix(marker.written) }
        return false
      }
    }
  }
}
