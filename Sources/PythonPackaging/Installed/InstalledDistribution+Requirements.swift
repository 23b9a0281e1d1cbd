internal import SystemPackage

extension InstalledDistribution {
  /// What its metadata requires, in the order of the file; a requirement that cannot be read is left out and noted.
  ///
  /// As in Python's `importlib.metadata`, the list of an egg-info folder counts where the header fields name none.
  func readRequirements() -> [Requirement] {
    let stated = metadata?.requirements(markers) ?? []
    let results = stated.isEmpty && entry.form != .distInfo ? listedRequirements : stated
    return results.compactMap { result in
      switch result {
      case .success(let requirement): return requirement
      case .failure(let problem):
        log.note(.requirementInvalid(problem), metadataPath)
        return nil
      }
    }
  }

  private var listedRequirements: [Result<Requirement, RequirementProblem>] {
    folder.read("requires.txt", upTo: RequiresText.sizeLimit).map { RequiresText($0).requirements(markers) } ?? []
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
      log.note(.requiresPythonInvalid(problem), metadataPath)
      return nil
    case nil: return nil
    }
  }
}
