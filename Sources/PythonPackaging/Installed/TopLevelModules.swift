internal import SystemPackage

extension InstalledDistribution {
  func findTopLevelModules() -> [String] {
    let declared = declaredModules.filter(ModuleName.isIdentifier)
    let names = declared.isEmpty ? (files?.moduleNames ?? []).union(sourceModules) : Set(declared)
    return names.filter { !EditableHook.isHook(module: $0) }.sorted()
  }

  /// The modules that only the sources of an editable distribution show.
  private var sourceModules: [String] {
    sources.dropFirst().flatMap { source in
      switch source {
      case .module(let name, _): [String(name.prefix { $0 != "." })].filter(ModuleName.isIdentifier)
      case .folder(let folder): modules(in: folder)
      }
    }
  }

  /// The module named like the distribution; without it every package in the folder, since a project's own
  /// folder holds tests and tools as well.
  private func modules(in folder: FilePath) -> [String] {
    guard let entries = try? folder.folderEntries() else { return [] }
    let own = entries.compactMap { ModuleName.ofEntry($0) ?? $0 }
      .first { ModuleName.isIdentifier($0) && DistributionName($0) == key }
    if let own { return [own] }
    return entries.filter { entry in
      ModuleName.isIdentifier(entry) && FileIdentity(folder.appending(entry).appending("__init__.py")) != nil
    }
  }
}

extension Record {
  /// The names that can be imported: modules and extensions at the top, and folders with such files in them.
  var moduleNames: Set<String> {
    var names: Set<String> = []
    var last: ArraySlice<UInt8> = []
    for row in rows {
      let path = bytes[row.range]
      let root = path.prefix { $0 != .slash }
      if root.elementsEqual(last) { continue }
      guard let name = Self.moduleName(of: path, root: root) else { continue }
      last = root
      names.insert(name)
    }
    return names
  }

  private static func moduleName(of path: ArraySlice<UInt8>, root: ArraySlice<UInt8>) -> String? {
    let nameStart = path.lastIndex(of: .slash).map { $0 + 1 } ?? path.startIndex
    guard let file = ModuleName.ofFile(path[nameStart...]) else { return nil }
    if root.count == path.count { return file }
    let folder = String(decoding: root, as: UTF8.self)
    return ModuleName.isIdentifier(folder) && folder != "__pycache__" ? folder : nil
  }
}
