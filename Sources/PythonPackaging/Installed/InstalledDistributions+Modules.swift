internal import SystemCalls
internal import SystemPackage

extension InstalledDistributions {
  /// Every distribution that brings this module or a part of it; more than one for namespace packages, and where
  /// two projects use one name.
  package func owners(ofModule module: String) -> [InstalledDistribution] {
    let root = String(module.prefix { $0 != "." })
    // mypyc names what it compiles by a hash; one that begins with a digit is no name in code, and so in no list of modules.
    if root.first?.isNumber ?? false {
      return all.filter { $0.files?.paths.contains { $0.hasPrefix("\(root).") } ?? false }
    }
    return all.filter { $0.topLevelModules.contains(root) }
  }

  /// Who brings this module, told by its name alone; `nil` where several do and none holds its code.
  ///
  /// Of a name that is in no list of files, the nearest name above it decides.
  package func owner(ofModule module: String) -> InstalledDistribution? {
    if let likely = likelyOwner(of: module) { return likely }
    let candidates = owners(ofModule: module)
    guard candidates.count > 1 else { return candidates.first }
    var path = module.split(separator: ".").joined(separator: "/")
    while !path.isEmpty {
      if let owner = candidates.first(where: { $0.holdsCode(ofModuleAt: path) }) { return owner }
      let parts = candidates.filter { $0.files?.containsPath(startingWith: path + "/") == true }
      if !parts.isEmpty { return parts.count == 1 ? parts.first : nil }
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
    return candidates.first { !$0.hasCompleteFiles }
  }

  /// The distribution of the same name, when it holds the module's code: that needs one RECORD only.
  private func likelyOwner(of module: String) -> InstalledDistribution? {
    let root = String(module.prefix { $0 != "." })
    guard let named = distribution(named: DistributionName(root)) else { return nil }
    let path = module.split(separator: ".").joined(separator: "/")
    return named.topLevelModules.contains(root) && named.holdsCode(ofModuleAt: path) ? named : nil
  }
}

extension InstalledDistributions {
  /// Whether an entry of the search path has a module of this name, Python's own included, or a distribution does; of
  /// those that are compiled into Python nothing is known here.
  package func has(module: String) -> Bool {
    let root = String(module.prefix { $0 != "." })
    return !owners(ofModule: root).isEmpty
      || sites.contains { site in
        ["", ".py"].contains { site.path.appending(root + $0).exists } || holdsExtension(root, in: site.path)
      }
  }

  private func holdsExtension(_ module: String, in folder: FilePath) -> Bool {
    ((try? folder.folderEntries()) ?? []).contains { $0.hasPrefix("\(module).") && ModuleName.ofEntry($0) == module }
  }
}

extension InstalledDistribution {
  /// Whether it lists a package's `__init__` or a module's own file.
  fileprivate func holdsCode(ofModuleAt path: String) -> Bool {
    guard let files else { return false }
    return files.contains(path + "/__init__.py") || files.contains(path + ".py")
      || files.containsExtension(at: path)
  }

  /// Whether a file that is not listed cannot belong to it.
  var hasCompleteFiles: Bool {
    guard files != nil else { return false }
    return entry.form == .distInfo || folder.read("installed-files.txt") != nil
  }
}

extension Record {
  fileprivate func containsExtension(at path: String) -> Bool {
    let prefix = Array(path.utf8) + [.dot]
    let folder = path.lastIndex(of: "/").map { path[...$0].utf8.count } ?? 0
    return rows.contains { row in
      let file = bytes[row.range]
      return file.starts(with: prefix) && ModuleName.ofFile(file.dropFirst(folder)) != nil
    }
  }
}
