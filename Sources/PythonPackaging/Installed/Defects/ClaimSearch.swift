internal import SystemPackage

extension InstalledDistributions {
  /// What two distributions claim, found out once.
  var claims: [InstallationDefect] {
    if let knownClaims { return knownClaims }
    let claims = rootsOfSeveral.flatMap { root, distributions in
      ClaimSearch(distributions.map { ModuleFiles($0, below: root) }, root: root).defects
    }
    knownClaims = claims
    return claims
  }

  /// Names of modules that more than one list of files has, sorted.
  private var rootsOfSeveral: [(root: String, distributions: [InstalledDistribution])] {
    var owners: [String: [InstalledDistribution]] = [:]
    // Only installers' own lists tell what is installed, and with which contents.
    for distribution in all where distribution.entry.form == .distInfo {
      for root in distribution.moduleRoots { owners[root, default: []].append(distribution) }
    }
    return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension InstalledDistribution {
  /// The names at the top of its list that may be modules.
  fileprivate var moduleRoots: Set<String> {
    Set(rootNames.map { String($0.prefix { $0 != "." }) }).filter { root in
      ModuleName.isIdentifier(root) && root != "__pycache__" && !StrayModules.names.contains(root.lowercased())
    }
  }
}

/// Finds what several distributions bring under one top-level name.
private struct ClaimSearch {
  private let root: String
  private let claimants: [ModuleFiles]

  init(_ claimants: [ModuleFiles], root: String) {
    self.root = root
    self.claimants = claimants
  }

  var defects: [InstallationDefect] { sharedFiles + sharedModules }

  /// One for each pair, in the order of the names.
  private var sharedFiles: [InstallationDefect] {
    var first: [FilePath: (index: Int, hash: [UInt8])] = [:]
    var shared: [Pair: SharedFiles] = [:]
    for (index, claimant) in claimants.enumerated() {
      for (path, hash) in claimant.hashes {
        let file = claimant.distribution.location.pushing(FilePath(path))
        guard let known = first[file] else {
          first[file] = (index, hash)
          continue
        }
        guard known.index != index, Self.differ(known.hash, hash), !claimant.isNamespace(path) else { continue }
        shared[Pair(one: known.index, other: index), default: SharedFiles(first: path)].count += 1
      }
    }
    return shared.sorted { ($0.key.one, $0.key.other) < ($1.key.one, $1.key.other) }.map { pair, files in
      .filesClaimedTwice(files, place(pair.one), place(pair.other))
    }
  }

  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  /// Of more than two the first stands against each of the others.
  private var sharedModules: [InstallationDefect] {
    let mains = claimants.indices.filter { claimants[$0].main != nil }
    guard let first = mains.first else { return [] }
    return mains.dropFirst().filter { clash(claimants[first], claimants[$0]) }.map {
      .moduleClaimedTwice(root, place(first), place($0))
    }
  }

  /// The same file is not a matter of the module; equal contents harm nobody.
  private func clash(_ one: ModuleFiles, _ other: ModuleFiles) -> Bool {
    guard let first = one.main, let second = other.main else { return false }
    let isSameFile = first.path == second.path && one.distribution.location == other.distribution.location
    return !isSameFile && Self.differ(first.hash, second.hash) && !one.isNamespace(first.path)
      && !other.isNamespace(second.path)
  }

  /// Contents that a list does not tell are not known to differ.
  private static func differ(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    !one.isEmpty && !other.isEmpty && one != other
  }

  private func place(_ index: Int) -> InstalledPlace { InstalledPlace(claimants[index].distribution) }
}
