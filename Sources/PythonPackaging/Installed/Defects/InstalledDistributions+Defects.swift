internal import SystemCalls
internal import SystemPackage

extension InstalledDistributions {
  /// What is wrong with the installation, in the order of the distributions' names.
  ///
  /// Reads every list of files, and looks whether the top-level modules are there; of a distribution that lacks one,
  /// all files are looked for.
  ///
  /// - Parameter isThorough: Whether the files of all distributions are looked for, which takes a system call for each,
  ///   and folders that belong to nobody.
  package func defects(isThorough: Bool = false) -> [InstallationDefect] {
    let own = all.flatMap { $0.ownDefects(names: names(in: $0.location), isThorough: isThorough) }
    return duplicates + own + claims + remains(isThorough: isThorough) + interruptedRemovals
  }

  /// What is wrong with one distribution; found out once.
  ///
  /// - Parameter isThorough: As for ``defects(isThorough:)``.
  package func defects(of distribution: InstalledDistribution, isThorough: Bool = true) -> [InstallationDefect] {
    let question = DefectQuestion(distribution: distribution, isThorough: isThorough)
    if let known = knownDefects[question] { return known }
    let place = InstalledPlace(distribution)
    let shared = (duplicates + claims).filter { $0.concerns(place) }
    let left = leftovers(of: distribution.key).map(InstallationDefect.interruptedRemoval)
    let own = distribution.ownDefects(names: names(in: distribution.location), isThorough: isThorough)
    let defects = own + shared + left
    knownDefects[question] = defects
    return defects
  }

  /// What is left of a top-level module that no distribution brings: an empty folder, or what a removal left.
  package func defects(ofMissingModule module: String) -> [InstallationDefect] {
    let folders = sites.filter { $0.isInstallation && $0.isBareFolder(module) }.map {
      InstallationDefect.folderWithoutDistribution($0.path.appending(module), missedBy: nil)
    }
    return folders + leftovers(of: DistributionName(module)).map(InstallationDefect.interruptedRemoval)
  }

  private var duplicates: [InstallationDefect] {
    hidden.compactMap { hidden in
      guard let found = distribution(named: hidden.key), !found.isSameInOtherForm(as: hidden) else { return nil }
      return .duplicate(InstalledPlace(found), hidden: InstalledPlace(hidden))
    }
  }

  private func names(in location: FilePath) -> Set<String> { siteIndex[location]?.names ?? [] }
}

struct DefectQuestion: Hashable {
  let distribution: InstalledDistribution
  let isThorough: Bool
}

extension InstalledDistribution {
  /// Debian keeps an egg-info of the same version beside the dist-info of some packages (python3-cryptography).
  fileprivate func isSameInOtherForm(as other: InstalledDistribution) -> Bool {
    location == other.location && entry.form != other.entry.form && versionText == other.versionText
  }

  /// What shows without looking at other distributions.
  fileprivate func ownDefects(names: Set<String>, isThorough: Bool) -> [InstallationDefect] {
    missingMetadata + missingSources + missingFiles(names: names, isThorough: isThorough)
  }

  /// Installers that are not named here may leave the list out on purpose, as Debian does (packaging.python.org,
  /// "Recording installed projects", "The RECORD file").
  private var missingMetadata: [InstallationDefect] {
    if metadata.map({ $0.name == nil && $0.version == nil }) ?? true {
      return isNoFolder ? [] : [.metadataMissing(InstalledPlace(self))]
    }
    guard entry.form == .distInfo, files == nil, let installer, ["pip", "uv"].contains(installer) else { return [] }
    return [.recordMissing(InstalledPlace(self), installer: installer)]
  }

  private var missingSources: [InstallationDefect] {
    guard editableSource != nil else { return [] }
    // What lies in a folder that is gone is gone with it.
    var gone: [FilePath] = []
    for source in sources where !source.exists && !gone.contains(where: source.path.starts) { gone.append(source.path) }
    return gone.map { .editableSourceMissing(InstalledPlace(self), $0) }
  }

  private func missingFiles(names: Set<String>, isThorough: Bool) -> [InstallationDefect] {
    // Lists of egg-info folders name what the project holds, and not what is installed.
    guard entry.form == .distInfo, let files, isThorough || lacksModule(files, names: names) else { return [] }
    let (missing, isShell) = files.missing(in: location, metadata: entry.fileName, isCodeOnly: installer == nil)
    guard missing.count > 0 else { return [] }
    return [isShell ? .emptyShell(InstalledPlace(self), missing) : .filesMissing(InstalledPlace(self), missing)]
  }

  /// Whether something is not there that its list of files has at the top, or the `__init__.py` below that.
  private func lacksModule(_ files: Record, names: Set<String>) -> Bool {
    rootNames.contains { root in
      if root == "__pycache__" || root == "." { return false }
      guard names.contains(root) else { return true }
      guard ModuleName.isIdentifier(root), files.contains(root + "/__init__.py") else { return false }
      return !location.appending(root).appending("__init__.py").exists
    }
  }
}

extension InstallationDefect {
  /// Whether a distribution is one of those that it names.
  fileprivate func concerns(_ place: InstalledPlace) -> Bool {
    switch self {
    case .duplicate(let one, let other), .filesClaimedTwice(_, let one, let other),
      .moduleClaimedTwice(_, let one, let other):
      one == place || other == place
    case .filesMissing(let one, _), .fileAltered(let one, _), .emptyShell(let one, _),
      .editableSourceMissing(let one, _),
      .metadataMissing(let one), .recordMissing(let one, _):
      one == place
    case .folderWithoutDistribution, .moduleWithoutDistribution, .interruptedRemoval: false
    }
  }
}
