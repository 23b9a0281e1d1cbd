internal import SystemCalls
internal import SystemPackage

extension InstalledDistributions {
  var interruptedRemovals: [InstallationDefect] {
    sites.flatMap { site in site.leftovers.map { .interruptedRemoval(site.path.appending($0)) } }
  }

  /// pip replaces the first letter, or more where that name is taken, by `~` and such signs (`AdjacentTempDirectory`):
  /// `~orch` and `~orch-2.2.0.dist-info` are of torch.
  func leftovers(of name: DistributionName) -> [FilePath] {
    let rest = String(name.normalized.dropFirst())
    return sites.flatMap { site in
      site.leftovers.filter { leftover in
        let stem = leftover.dropFirst().prefix { $0 != "-" }
        return !rest.isEmpty && DistributionName(String(stem)).normalized == rest
      }.map { site.path.appending($0) }
    }
  }

  /// What lies under the name of a distribution that another one requires and that is not there; folders that hold parts
  /// of others' namespace packages are no such.
  ///
  /// - Parameter isThorough: Whether folders without code that nobody requires count, too.
  func remains(isThorough: Bool) -> [InstallationDefect] {
    let missing = missingRequirements
    guard isThorough || !missing.isEmpty else { return [] }
    return strayEntries.flatMap(\.entries).compactMap { entry in
      let requirer = missing[DistributionName(entry.module)].map(InstalledPlace.init)
      if entry.isBareFolder {
        let counts = requirer != nil || isThorough && owner(ofFile: entry.code) == nil
        return counts ? .folderWithoutDistribution(entry.path, missedBy: requirer) : nil
      }
      return requirer.map { .moduleWithoutDistribution(entry.path, missedBy: $0) }
    }
  }

  /// By name; the first that requires it.
  private var missingRequirements: [DistributionName: InstalledDistribution] {
    let installed = Set(all.map(\.key))
    var missing: [DistributionName: InstalledDistribution] = [:]
    for distribution in all {
      for name in distribution.requiredNames where !installed.contains(name) && missing[name] == nil {
        missing[name] = distribution
      }
    }
    return missing
  }
}

extension SiteFolder {
  /// Whether Python would import this name as a package without code of its own (PEP 420).
  func isBareFolder(_ name: String) -> Bool {
    guard names.contains(name), ModuleName.isIdentifier(name) else { return false }
    let folder = path.appending(name)
    return folder.isDirectory && !namesInFolder(folder).contains { ModuleName.ofEntry($0.string) == "__init__" }
  }
}
