package import SystemPackage

extension InstalledDistributions {
  /// Who owns a file, such as one of a traceback; `nil` for Python's own and for files of nobody.
  ///
  /// A file of a site folder belongs to the distribution that lists it, any other one to the editable
  /// distribution whose sources it lies in. Paths are compared as they are written and then, if that finds
  /// nothing, by the folders that they lead to. Every answer is kept.
  ///
  /// - Parameter module: the name of the module that the file belongs to, if it is known: a hint.
  package func owner(ofFile file: FilePath, module: String? = nil) -> InstalledDistribution? {
    if let known = fileOwners[file] { return known }
    let owner = findOwner(file, module: module.map { String($0.prefix { $0 != "." }) })
    fileOwners.updateValue(owner, forKey: file)
    return owner
  }

  private func findOwner(_ file: FilePath, module: String?) -> InstalledDistribution? {
    // `<string>` and `<frozen importlib._bootstrap>` are no files.
    guard let name = file.lastComponent?.string, !name.hasPrefix("<") else { return nil }
    let written = FolderChain(file.lexicallyNormalized())
    if isStandardLibrary(written) { return nil }
    return owner(written, .asWritten, module: module) ?? owner(FolderChain(file), .resolved, module: module)
  }

  private func owner(
    _ chain: FolderChain, _ comparison: FolderComparison, module: String?
  ) -> InstalledDistribution? {
    var places = chain.places[...]
    for (index, place) in chain.places.enumerated() {
      guard let site = site(at: place.folder, comparison) else { continue }
      if let owner = site.owner(of: place.rest, module: module) { return editable(of: owner) }
      // What lies in a site folder does not belong to the project that the environment's folder lies in.
      if site.isInstallation { places = places.prefix(index) }
    }
    for place in places {
      if let owner = sourceOwner(at: place.folder, comparison) { return owner }
    }
    return nil
  }

  /// The egg-info in a project's folder stands for the editable distribution of that name.
  private func editable(of owner: InstalledDistribution) -> InstalledDistribution {
    guard owner.entry.form == .eggInfo, let found = distribution(named: owner.key),
      found.editableSource != nil
    else { return owner }
    return found
  }
}
