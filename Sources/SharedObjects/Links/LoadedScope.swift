internal import SystemPackage

/// An object with all that the loader would look its symbols up in.
struct LoadedScope {
  let map: LinkMap
  /// Of the object itself.
  let place: Int
  /// The object and all that it needs, breadth first.
  let local: [Int]
  let global: [Int]

  private var object: LoadedObject { map.objects[place] }

  /// The loader's order: what everything sees, then the object's own.
  private var lookupOrder: [ObjectFile] {
    let seen = Set(global)
    return (global + local.filter { !seen.contains($0) }).map { map.objects[$0].file }
  }

  func links(_ companions: Companions) -> ObjectLinks {
    var links = ObjectLinks(object.path)
    links.missingLibraries = missingLibraries
    links.loaded = (global + local).map { Companion(map.objects[$0]) }
    addVersions(to: &links)
    addSymbols(to: &links, companions)
    return links
  }

  // MARK: Libraries

  private var missingLibraries: [MissingLibrary] {
    local.map { map.objects[$0] }.flatMap { object in
      object.dependencies.compactMap { dependency in
        reason(dependency).map { MissingLibrary(name: dependency.name, requester: object.path, reason: $0) }
      }
    }
  }

  /// `nil` for a library that was found.
  private func reason(_ dependency: Dependency) -> MissingLibrary.Reason? {
    switch dependency.result {
    case .object(let place, _): return isRefused(place) ? .refused(map.objects[place].path, .executableStack) : nil
    case .missing(let considered): return .notFound(considered)
    case .refused(let path, _, let refusal): return .refused(path, refusal)
    case .tooMany: return .tooManyObjects
    }
  }

  /// Whether the loader refuses an object for its stack (`_dl_map_object_from_fd` of glibc's `elf/dl-load.c`).
  func isRefused(_ place: Int) -> Bool {
    let program = map.configuration.program
    guard program.keepsStacks, !map.globalScope.contains(place), let main = map.objects.first else { return false }
    return map.objects[place].file.wantsExecutableStack && !main.file.wantsExecutableStack
  }

  /// Companions that would serve in place of what is missing, and of what does not have the versions that are wanted.
  func substitutes(_ companions: Companions) -> [LinkSubstitute] {
    var names = Set<[UInt8]>()
    let missing = missingLibraries.map(\.name) + versionLacks.map(\.wanted.file.bytes)
    return missing.filter { names.insert($0).inserted }.compactMap { name in
      let wanted = object.file.versionsNeeded.first { $0.file.bytes == name }?.versions ?? []
      return companions.named(name).first { $0.offers(wanted) && $0.path != object.path }.map {
        LinkSubstitute(name: name, companion: $0)
      }
    }
  }

  // MARK: Versions

  private struct VersionLack {
    let wanted: NeededVersions
    let library: LoadedObject
    let versions: [NeededVersion]
  }

  /// What is wanted of libraries that are there and define versions, though not these (glibc: elf/dl-version.c,
  /// `_dl_check_map_versions`). Of a library that is not there the loader has no versions to ask for.
  private var versionLacks: [VersionLack] {
    object.file.versionsNeeded.compactMap { wanted in
      guard let library = library(named: wanted.file.bytes) else { return nil }
      let lacking = wanted.versions.filter { !$0.isWeak && library.file.offer(of: $0) == .missing }
      return lacking.isEmpty ? nil : VersionLack(wanted: wanted, library: library, versions: lacking)
    }
  }

  private func addVersions(to links: inout ObjectLinks) {
    links.missingVersions = versionLacks.flatMap { lack in
      lack.versions.map {
        MissingVersion(name: $0.name.string, library: lack.wanted.file.bytes, file: lack.library.path)
      }
    }
    links.unversionedLibraries = object.file.versionsNeeded.compactMap { wanted in
      guard let library = library(named: wanted.file.bytes), let version = wanted.versions.first else { return nil }
      return library.file.offer(of: version) == .unversioned ? library.path : nil
    }
  }

  /// By the name that the object needs it by, or else by its SONAME.
  private func library(named name: [UInt8]) -> LoadedObject? {
    let needed = object.dependencies.first { $0.name == name }?.object
    let place = needed ?? (local + global).first { map.objects[$0].file.dynamic.soname == name }
    return place.map { map.objects[$0] }
  }

  // MARK: Symbols

  private func addSymbols(to links: inout ObjectLinks, _ companions: Companions) {
    let scope = lookupOrder
    let open = object.file.references.filter { reference in
      !reference.isWeak && !scope.contains { $0.definition(of: reference.name, version: reference.version) != nil }
    }
    guard !open.isEmpty else { return }
    let lackingVersions = Set(links.missingVersions.map(\.name))
    let relocated = try? object.file.relocatedSymbols()
    var assumed: [FilePath: [String]] = [:]
    for reference in open where relocated?.contains(reference.index) ?? true {
      let symbol = UndefinedSymbol(reference)
      if let companion = companions.definer(of: reference) {
        assumed[companion.path, default: []].append(symbol.name)
      } else if !(symbol.version.map(lackingVersions.contains) ?? false) {
        links.undefinedSymbols.append(symbol)
      }
    }
    links.assumptions += assumed.sorted { $0.key.string < $1.key.string }.map { .symbols($0.value, of: $0.key) }
  }
}

extension UndefinedSymbol {
  fileprivate init(_ reference: SymbolReference) {
    self.init(
      name: reference.name.text.string, version: reference.version?.name.string,
      expectedFrom: reference.version?.file?.bytes)
  }
}

extension Companion {
  fileprivate init(_ object: LoadedObject) {
    self.init(path: object.path, identity: object.identity, file: object.file)
  }
}
