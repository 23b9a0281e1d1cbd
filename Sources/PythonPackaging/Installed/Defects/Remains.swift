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
  var modulesWithoutDistribution: [InstallationDefect] {
    let missing = missingRequirements
    guard !missing.isEmpty else { return [] }
    let owned = Set(all.flatMap(\.rootNames))
    return sites.filter(\.isInstallation).flatMap { site in
      site.names.sorted().filter { !owned.contains($0) }.compactMap { name in
        guard let module = ModuleName.isIdentifier(name) ? name : ModuleName.ofEntry(name),
          let requirer = missing[DistributionName(module)]
        else { return nil }
        let (path, place) = (site.path.appending(name), InstalledPlace(requirer))
        if site.isBareFolder(name) { return .folderWithoutDistribution(path, missedBy: place) }
        return name == module && !path.isDirectory ? nil : .moduleWithoutDistribution(path, missedBy: place)
      }
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
