internal import SystemPackage

extension InstalledDistribution {
  /// What its metadata requires, in the order of the file; a requirement that cannot be read is left out and noted.
  ///
  /// As in Python's `importlib.metadata`, the list of an egg-info folder counts where the header fields name none.
  func readRequirements() -> [Requirement] {
    let stated = metadata?.requirements(markers) ?? []
    let isListed = stated.isEmpty && entry.form != .distInfo
    let results = isListed ? listedRequirements : stated
    return results.compactMap { result in
      switch result {
      case .success(let requirement): return requirement
      case .failure(let problem):
        if isListed {
          log.note(.requirementInvalid(problem), metadataPath.appending("requires.txt"))
        } else {
          note(.requirementInvalid(problem), in: "Requires-Dist") { $0 == problem.text }
        }
        return nil
      }
    }
  }

  private var listedRequirements: [Result<Requirement, RequirementProblem>] {
    readRequiresText()?.requirements(markers) ?? []
  }

  private func readRequiresText() -> RequiresText? {
    folder.read("requires.txt", upTo: RequiresText.sizeLimit).map(RequiresText.init)
  }

  /// Whether an extra of this name can be asked for; names are compared in their normal form (PEP 685).
  ///
  /// pip goes by Provides-Extra alone (pip, `resolution/resolvelib/candidates.py`, `ExtrasCandidate`); an extra that is
  /// only named in markers, or in sections of an egg's `requires.txt`, is there all the same. Without metadata nobody
  /// can tell.
  package func provides(extra: DistributionName) -> Bool {
    metadata == nil || extras.contains(extra)
  }

  func findExtras() -> Set<DistributionName> {
    let stated = (metadata?.providedExtras ?? []) + requirements.flatMap { $0.marker?.extras ?? [] }
    let sections = entry.form == .distInfo ? [] : readRequiresText()?.extras ?? []
    return Set(stated + sections)
  }

  func readEntryPoints() -> EntryPoints {
    let points = EntryPoints(folder.read("entry_points.txt", upTo: EntryPoints.sizeLimit) ?? [])
    for problem in points.problems {
      log.note(.entryPointInvalid(problem), metadataPath.appending("entry_points.txt"))
    }
    return points
  }

  /// The versions of Python that it admits; `nil` where it does not say, or not so that it can be understood.
  func readRequiresPython() -> SpecifierSet? {
    switch metadata?.requiresPython {
    case .success(let specifiers)?: return specifiers
    case .failure(let problem)?:
      note(.requiresPythonInvalid(problem), in: "Requires-Python") { $0 == problem.text }
      return nil
    case nil: return nil
    }
  }
}
