internal import SystemPackage
internal import SystemCalls

/// One search for a library: by which rule it is found, or every place that was considered.
///
/// The order is that of `_dl_map_object` in glibc's `elf/dl-load.c`, and for musl that of `load_library` in its
/// `ldso/dynlink.c`. Libraries that are loaded already are the business of ``LinkMap``.
struct LibraryLookup {
  /// What the search ended with.
  enum Outcome {
    case found(ObjectFile, FileIdentity, FilePath, SearchRule)
    /// The loader gives up, though another file might have served.
    case refused(FilePath, SearchRule, FileRefusal)
    case missing
  }

  private let name: [UInt8]
  private let requesters: RequesterChain
  private let configuration: LoaderConfiguration
  private(set) var considered: [ConsideredPlace] = []
  /// Folders that are on several lists are searched once.
  private var searched: Set<FilePath> = []

  init(_ name: [UInt8], for requesters: RequesterChain, _ configuration: LoaderConfiguration) {
    (self.name, self.requesters, self.configuration) = (name, requesters, configuration)
  }

  mutating func run() -> Outcome {
    if name.contains(UInt8(ascii: "/")) { return atPath() ?? .missing }
    if configuration.program.family == .musl { return byMuslRules() ?? .missing }
    return inRpaths() ?? inLibraryPath() ?? inRunpath() ?? inCache() ?? inDefaultFolders() ?? .missing
  }

  /// The name itself, with its tokens expanded by the object that needs it.
  private mutating func atPath() -> Outcome? {
    guard let path = requesters.first.map({ tokens($0).expand(name) }) ?? name, !path.isEmpty else { return nil }
    let file = configuration.absolute(FilePath(bytes: path))
    let attempt = tryFile(file, .path)
    if case .absent = attempt { considered.append(ConsideredPlace(file, .path, .noSuchFile)) }
    return attempt.outcome
  }

  /// DT_RPATH of the object and of those that led to it, unless the object itself has a DT_RUNPATH; of the program in
  /// any case.
  private mutating func inRpaths() -> Outcome? {
    if requesters.first?.file.dynamic.runpath != nil { return nil }
    for requester in requesters {
      if let outcome = inRpath(of: requester) { return outcome }
    }
    return requesters.program.flatMap { inRpath(of: $0) }
  }

  /// An object's own DT_RUNPATH makes its DT_RPATH void.
  private mutating func inRpath(of object: LoadedObject) -> Outcome? {
    guard object.file.dynamic.runpath == nil, let list = object.file.dynamic.rpath else { return nil }
    return search(folders(list, object), .rpath(of: object.path))
  }

  private mutating func inLibraryPath() -> Outcome? {
    guard let list = configuration.libraryPath else { return nil }
    let separators = [UInt8(ascii: ":"), UInt8(ascii: ";")]
    let origin = requesters.program?.origin ?? configuration.workingFolder
    let folders = FolderList(
      list, separators: separators, configuration.tokens(origin: origin), workingFolder: configuration.workingFolder)
    return search(folders.folders, .libraryPath)
  }

  private mutating func inRunpath() -> Outcome? {
    guard let requester = requesters.first, let list = requester.file.dynamic.runpath else { return nil }
    return search(folders(list, requester), .runpath(of: requester.path))
  }

  private mutating func inCache() -> Outcome? {
    guard let cache = configuration.cache, let bytes = cache.path(of: name, accepting: configuration.acceptance) else {
      return nil
    }
    let path = FilePath(bytes: bytes)
    // glibc compares the beginnings of the names, not of the folders.
    let isDefault = configuration.program.defaultFolders.contains { bytes.starts(with: $0.bytes + [UInt8(ascii: "/")]) }
    if excludesDefaultFolders, isDefault {
      considered.append(ConsideredPlace(path, .cache, .excluded))
      return nil
    }
    let attempt = tryFile(path, .cache)
    if case .absent = attempt { considered.append(ConsideredPlace(path, .cache, .staleCache)) }
    return attempt.outcome
  }

  private mutating func inDefaultFolders() -> Outcome? {
    guard !excludesDefaultFolders else {
      considered += configuration.program.defaultFolders.map { ConsideredPlace($0, .defaultFolder, .excluded) }
      return nil
    }
    if let outcome = search(configuration.program.defaultFolders, .defaultFolder) { return outcome }
    noteFilesThatTheCacheLacks()
    return nil
  }

  private var excludesDefaultFolders: Bool {
    (requesters.first ?? requesters.program)?.file.dynamic.flags.contains(.noDefaultFolders) ?? false
  }

  /// Why a library is not found that lies in a folder of `/etc/ld.so.conf`.
  private mutating func noteFilesThatTheCacheLacks() {
    for folder in configuration.configuredFolders {
      let path = file(in: folder)
      if configuration.files.exists(path) { considered.append(ConsideredPlace(path, .configuredFolder, .notInCache)) }
    }
  }

  /// LD_LIBRARY_PATH before all; then DT_RUNPATH or else DT_RPATH, both of which are inherited; no cache.
  private mutating func byMuslRules() -> Outcome? {
    if let list = configuration.libraryPath, let outcome = search(muslFolders(list), .libraryPath) { return outcome }
    for requester in requesters {
      let dynamic = requester.file.dynamic
      guard let list = dynamic.runpath ?? dynamic.rpath,
        let expanded = tokens(requester).expandOrigin(list)
      else { continue }
      let rule = dynamic.runpath != nil ? SearchRule.runpath(of: requester.path) : .rpath(of: requester.path)
      if let outcome = search(muslFolders(expanded), rule) { return outcome }
    }
    let own = configuration.configuredFolders
    return own.isEmpty
      ? search(configuration.program.defaultFolders, .defaultFolder) : search(own, .configuredFolder)
  }

  private func muslFolders(_ list: [UInt8]) -> [FilePath] {
    list.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\n") }.map {
      configuration.absolute(FilePath(bytes: Array($0)))
    }
  }
}

extension LibraryLookup {
  private enum Attempt {
    case decided(Outcome)
    /// Nothing is there.
    case absent
    /// Something is there that the loader passes over.
    case passed
    /// An error after which the loader leaves out the rest of the list (`open_path`).
    case ended

    var outcome: Outcome? {
      guard case .decided(let outcome) = self else { return nil }
      return outcome
    }
  }

  /// In each folder first in those of its subfolders that are for this processor.
  private mutating func search(_ folders: [FilePath], _ rule: SearchRule) -> Outcome? {
    for folder in folders where searched.insert(folder).inserted {
      guard configuration.files.isFolder(folder) else {
        considered.append(ConsideredPlace(folder, rule, .noSuchFolder))
        continue
      }
      let subfolders = configuration.subfolders.map { folder.pushing(FilePath(bytes: $0)) }
      for place in subfolders.filter(configuration.files.isFolder) + [folder] {
        let path = file(in: place)
        switch tryFile(path, rule) {
        case .decided(let outcome): return outcome
        case .absent: considered.append(ConsideredPlace(path, rule, .noSuchFile))
        case .passed: continue
        case .ended: return nil
        }
      }
    }
    return nil
  }

  private mutating func tryFile(_ path: FilePath, _ rule: SearchRule) -> Attempt {
    switch configuration.files.open(path) {
    case .usable(let object, let identity): return .decided(.found(object, identity, path, rule))
    case .refused(let refusal): return .decided(.refused(path, rule, refusal))
    case .skipped(.noSuchFile): return .absent
    case .skipped(.otherWidth) where configuration.program.family == .musl,
      .skipped(.otherMachine) where configuration.program.family == .musl:
      return .decided(.refused(path, rule, .otherKind))
    case .skipped(let reason):
      considered.append(ConsideredPlace(path, rule, reason))
      if case .unreadable(let error) = reason, error != .permissionDenied { return .ended }
      return .passed
    }
  }

  private func file(in folder: FilePath) -> FilePath { folder.pushing(FilePath(bytes: name)) }

  private func tokens(_ requester: LoadedObject) -> TokenExpansion { configuration.tokens(origin: requester.origin) }

  private func folders(_ list: [UInt8], _ requester: LoadedObject) -> [FilePath] {
    guard !list.isEmpty else { return [] }
    return FolderList(
      list, separators: [UInt8(ascii: ":")], tokens(requester), workingFolder: configuration.workingFolder
    ).folders
  }
}
