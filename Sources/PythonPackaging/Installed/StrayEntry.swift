internal import SystemCalls
package import SystemPackage

/// What lies in a site folder, could be imported, and is at the top of no distribution's list of files.
struct StrayEntry {
  let path: FilePath
  let module: String
  /// Whether Python would import it as a package without code of its own (PEP 420).
  let isBareFolder: Bool

  /// - Returns: `nil` for what nobody can import, and for what no distribution should bring.
  init?(_ name: String, in site: SiteFolder) {
    path = site.path.appending(name)
    isBareFolder = site.isBareFolder(name)
    if let module = ModuleName.ofEntry(name) {
      self.module = module
    } else {
      guard ModuleName.isIdentifier(name), name != "__pycache__", path.isDirectory else { return nil }
      module = name
    }
    if module == Self.ofEnvironmentMakers { return nil }
  }

  /// virtualenv and uv put this module into each environment that they make (virtualenv: `_virtualenv.py`).
  private static let ofEnvironmentMakers = "_virtualenv"

  /// A file that its owner would list.
  var code: FilePath { path.lastComponent?.string == module ? path.appending("__init__.py") : path }
}

extension InstalledDistributions {
  /// In the folders that installers write to, in the order of the search path and of the names.
  var strayEntries: [(site: SiteFolder, entries: [StrayEntry])] {
    let owned = Set(all.flatMap(\.rootNames))
    return sites.filter { $0.isInstallation && !standardFolders.contains($0.path) }.map { site in
      (site, site.names.sorted().filter { !owned.contains($0) }.compactMap { StrayEntry($0, in: site) })
    }
  }

  /// The modules with code that no distribution brings, by site folder: pip and uv neither update nor remove them.
  package var unclaimedModules: [(site: FilePath, modules: [String])] {
    strayEntries.compactMap { site, entries in
      let modules = entries.filter { !$0.isBareFolder && owner(ofFile: $0.code) == nil }.map(\.module)
      return modules.isEmpty ? nil : (site.path, modules)
    }
  }
}
