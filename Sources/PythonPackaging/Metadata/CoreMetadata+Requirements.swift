extension CoreMetadata {
  /// What Requires-Dist states, as it was written, in the order of the file.
  package var requiresDistTexts: [String] { headers.values("Requires-Dist") }

  /// The same, read; what cannot be read is a problem that holds its text.
  package var requirements: [Result<Requirement, RequirementProblem>] {
    requirements(MarkerMemory())
  }

  func requirements(_ markers: MarkerMemory) -> [Result<Requirement, RequirementProblem>] {
    requiresDistTexts.map { Requirement.result($0, markers) }
  }

  /// The versions of Python that Requires-Python admits; `nil` where nothing is stated.
  package var requiresPython: Result<SpecifierSet, SpecifierProblem>? {
    headers.first("Requires-Python").map { text in
      Result { () throws(SpecifierProblem) in try SpecifierSet(text) }
    }
  }

  /// The extras that Provides-Extra names, in the order of the file.
  package var providedExtras: [DistributionName] {
    headers.values("Provides-Extra").filter { !$0.isEmpty }.map(DistributionName.init)
  }
}

extension Requirement {
  /// A requirement, or why the text is none.
  static func result(_ text: String, _ markers: MarkerMemory) -> Result<Requirement, RequirementProblem> {
    Result { () throws(RequirementProblem) in try Requirement(text, markers: markers) }
  }
}
