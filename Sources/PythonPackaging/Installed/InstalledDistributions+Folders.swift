internal import SystemPackage

extension InstalledDistributions {
  func site(at folder: FilePath, _ comparison: FolderComparison) -> SiteFolder? {
    switch comparison {
    case .asWritten: siteIndex[folder]
    case .resolved: identity(folder).flatMap { siteIndex.value(at: $0) }
    }
  }

  /// The editable distribution that has its sources in this folder.
  func sourceOwner(at folder: FilePath, _ comparison: FolderComparison) -> InstalledDistribution? {
    switch comparison {
    case .asWritten: sourceIndex[folder]
    case .resolved: identity(folder).flatMap { sourceIndex.value(at: $0) }
    }
  }

  /// Whether a path leads into Python's own library, which needs no reading to tell.
  func isStandardLibrary(_ chain: FolderChain) -> Bool {
    guard let place = chain.places.first(where: { siteIndex[$0.folder] != nil }) else { return false }
    return standardFolders.contains(place.folder) && !StandardLibrary.isInstallation(place.rest)
  }

  private func identity(_ folder: FilePath) -> FileIdentity? {
    if let known = identities[folder] { return known }
    let identity = FileIdentity(folder)
    identities.updateValue(identity, forKey: folder)
    return identity
  }
}
