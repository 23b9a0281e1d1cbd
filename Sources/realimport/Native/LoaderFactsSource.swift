import Diagnosis
import PythonPackaging
import Reporting
import SharedObjects
import SystemCalls
import SystemPackage

/// Collects what an environment shows of messages of its loader.
final class LoaderFactsSource {
  let owners: FileOwners
  private let process: NativeProcess?
  /// Which requirements count; `nil` where nothing is known of the interpreter.
  private let markers: MarkerEnvironment?
  private let pythonMinor: Int?
  private let libraryPath: String?
  private let copySearch: LibraryCopySearch
  private var copies: [String: [LibraryCopy]] = [:]

  /// - Parameters:
  ///   - variables: Of the process whose loader it was.
  ///   - prefixes: Of the environment and of its Python.
  init(
    _ installed: InstalledDistributions, _ process: NativeProcess?, variables: ProcessEnvironment,
    markers: MarkerEnvironment?, pythonMinor: Int?, prefixes: [FilePath]
  ) {
    owners = FileOwners(installed: installed)
    (self.process, self.markers, self.pythonMinor) = (process, markers, pythonMinor)
    libraryPath = variables["LD_LIBRARY_PATH"].flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    let own = prefixes.map { $0.appending("lib") }
    let folders =
      (process?.configuration.program.defaultFolders ?? []) + (process?.configuration.configuredFolders ?? [])
    copySearch = LibraryCopySearch(owners: owners, folders: own + folders)
  }

  /// - Parameters:
  ///   - root: The file that Python, or ctypes, was asked to load, as far as that is known.
  ///   - loaded: The objects that the process had after the import.
  ///   - speakers: Distributions whose code the exception came through, the innermost first.
  func facts(
    of message: LoaderMessage, root: FilePath?, loaded: [FilePath], speakers: [String]
  ) -> LoaderFacts {
    var facts = LoaderFacts()
    (facts.pythonMinor, facts.libraryPath) = (pythonMinor, libraryPath)
    facts.process = process?.configuration.program.kind
    let object = message.objectThatFailed.flatMap(Self.file) ?? (message.isOfRoot ? root : nil)
    facts.object = object.map(owners.owned)
    var subject = LoadedSubject(process, root: root ?? object)
    switch message.problem {
    // A file that is there is passed over if it is for another machine, and then none is found.
    case .missingLibrary where message.object.flatMap(Self.file) != nil:
      addFile(message.object.flatMap(Self.file), loaded, message.problem, to: &facts)
    case .missingLibrary: addLibrary(message.missingLibrary, &subject, loaded, speakers, to: &facts)
    case .undefinedSymbol(let symbol): addSymbol(symbol, &subject, object ?? root, loaded, to: &facts)
    case .missingVersion(let version, _): addVersion(version, message, to: &facts)
    default: addFile(object ?? root, loaded, message.problem, to: &facts)
    }
    if facts.chain.isEmpty, let object { facts.chain = subject.chain(to: object).map(owners.owned) }
    return facts
  }

  private static func file(_ name: String) -> FilePath? {
    let path = FilePath(name)
    return path.isAbsolute ? path : nil
  }

  // MARK: Libraries

  private func addLibrary(
    _ name: String, _ subject: inout LoadedSubject, _ loaded: [FilePath], _ speakers: [String],
    to facts: inout LoaderFacts
  ) {
    guard !name.isEmpty else { return }
    if subject.need(name) == nil, subject.root == nil { addNeeders(of: name, &subject, speakers, to: &facts) }
    if let need = subject.need(name) ?? subject.need(name, after: loaded) {
      if facts.neededBy.isEmpty { facts.object = owners.owned(need.object) }
      facts.chain = facts.neededBy.isEmpty ? need.chain.map(owners.owned) : []
      facts.considered = need.considered.map(Considered.init)
      facts.foundNow = need.found.map(owners.owned)
    } else if let root = subject.root {
      facts.object = owners.owned(root)
    }
    facts.copies = copies(of: name)
    facts.asker = speakers.first.flatMap(owners.distribution)
    let owner = facts.object?.distribution ?? facts.neededBy.first?.distribution ?? facts.asker
    facts.buildWithoutCUDA = buildWithoutCUDA(for: owner)
    facts.unmetRequirement = owner.flatMap { unmetRequirement(of: $0, bringing: name) }
  }

  private func unmetRequirement(of owner: OwningDistribution, bringing library: String) -> String? {
    let names = LibrarySupplier.all(of: library).flatMap { supplier -> [DistributionName] in
      guard case .distributions(let names) = supplier else { return [] }
      return names.map { DistributionName($0) }
    }
    return requirements(of: owner).first { requirement in
      guard names.contains(requirement.name) else { return false }
      return owners.installed.distribution(named: requirement.name).map { !requirement.isFulfilled(by: $0) } ?? true
    }?.statement
  }

  private func requirements(of owner: OwningDistribution) -> [Requirement] {
    guard let markers, let distribution = owners.installed.distribution(named: DistributionName(owner.name)) else {
      return []
    }
    return distribution.activeRequirements(markers, extras: [])
  }

  /// Python code that loads libraries by itself does not say which: those of its distribution that need this one.
  private func addNeeders(
    of name: String, _ subject: inout LoadedSubject, _ speakers: [String], to facts: inout LoaderFacts
  ) {
    let wanted = Array(name.utf8)
    for speaker in speakers {
      guard let distribution = owners.installed.distribution(named: DistributionName(speaker)) else { continue }
      let needers = distribution.sharedObjects.filter {
        (try? ObjectFile(opening: $0))?.dynamic.needed.contains(wanted) ?? false
      }
      guard let first = needers.first else { continue }
      facts.neededBy = needers.map(owners.owned)
      subject = LoadedSubject(process, root: first)
      return
    }
  }

  private func copies(of name: String) -> [LibraryCopy] {
    if let known = copies[name] { return known }
    let found = copySearch.copies(of: name)
    copies[name] = found
    return found
  }

  /// PyTorch is the one distribution that others are built against and that has builds with CUDA and without.
  private func buildWithoutCUDA(for owner: OwningDistribution?) -> OwningDistribution? {
    guard let owner, owner.name != "torch", let torch = owners.installed.distribution(named: DistributionName("torch")),
      let files = torch.files, !files.paths(toNamesStartingWith: "libc10.so").isEmpty,
      files.paths(toNamesStartingWith: "libc10_cuda.so").isEmpty
    else { return nil }
    return OwningDistribution(torch)
  }

  // MARK: Symbols

  private func addSymbol(
    _ symbol: PrintedSymbol, _ subject: inout LoadedSubject, _ object: FilePath?, _ loaded: [FilePath],
    to facts: inout LoaderFacts
  ) {
    let reading = SymbolReading(symbol.name)
    let family = reading.family?.distributions.lazy.compactMap {
      self.owners.installed.distribution(named: DistributionName($0))
    }.first
    let search = SymbolSearch(
      symbol, linked: subject.scope(besides: object), loaded: loaded, provider: family, owners: owners)
    var found = search.facts(besides: object)
    let owner = facts.object?.distribution
    let other = (found.near.map(\.file) + found.definedElsewhere).lazy.compactMap(\.distribution).first { $0 != owner }
    found.provider = family.map(OwningDistribution.init) ?? other
    if let owner, let provider = found.provider { add(requirementOf: owner, on: provider, to: &found) }
    facts.symbol = found
    facts.buildWithoutCUDA = buildWithoutCUDA(for: owner)
  }

  private func add(
    requirementOf owner: OwningDistribution, on provider: OwningDistribution, to facts: inout SymbolFacts
  ) {
    guard let required = owners.installed.distribution(named: DistributionName(provider.name)),
      let requirement = requirements(of: owner).first(where: { $0.name == required.key })
    else { return }
    facts.requirement = requirement.statement
    facts.isFulfilled = requirement.isFulfilled(by: required)
  }

  // MARK: Versions and files

  private func addVersion(_ version: String, _ message: LoaderMessage, to facts: inout LoaderFacts) {
    guard let path = message.object.flatMap(Self.file), let library = try? ObjectFile(opening: path) else { return }
    let real = path.realPath()
    let others = copies(of: path.lastComponent?.string ?? "").filter { copy in
      FilePath(copy.file.path).realPath() != real && Self.offers(version, FilePath(copy.file.path))
    }
    facts.versions = VersionFacts(
      library: owners.owned(path), offered: library.versionsDefined.filter { !$0.isBase }.map(\.name.string),
      others: others.map(\.file))
  }

  private static func offers(_ version: String, _ file: FilePath) -> Bool {
    (try? ObjectFile(opening: file))?.versionsDefined.contains { $0.name.string == version } ?? false
  }

  private func addFile(
    _ path: FilePath?, _ loaded: [FilePath], _ problem: LoaderProblem, to facts: inout LoaderFacts
  ) {
    guard let path else { return }
    facts.object = owners.owned(path)
    facts.state = FileState(of: path, for: facts.process)
    guard let object = try? ObjectFile(opening: path) else { return }
    facts.stack = object.stack
    switch problem {
    case .staticTLS:
      facts.storage = StorageFacts(
        size: object.threadLocalStorage?.size, isStatic: object.dynamic.flags.contains(.staticThreadLocal),
        others: storage(of: loaded))
    case .missingInitFunction:
      facts.initFunctions = object.definitions.lazy.map(\.name.string).filter {
        $0.hasPrefix("PyInit_") || $0.hasPrefix("init") && $0.dropFirst(4).first?.isLetter == true
      }
    default: break
    }
  }

  private func storage(of loaded: [FilePath]) -> [(file: OwnedFile, size: Int)] {
    loaded.compactMap { path -> (file: OwnedFile, size: Int)? in
      guard let object = try? ObjectFile(opening: path), object.dynamic.flags.contains(.staticThreadLocal),
        let size = object.threadLocalStorage?.size
      else { return nil }
      return (owners.owned(path), size)
    }.sorted { $0.size > $1.size }
  }
}

extension LoaderMessage {
  /// Whether it is about the file that was asked for, unless it names another.
  fileprivate var isOfRoot: Bool {
    switch problem {
    case .missingLibrary: false
    default: objectThatFailed == nil
    }
  }
}

extension InstalledDistribution {
  /// Its files that are named as shared objects.
  var sharedObjects: [FilePath] {
    (files?.paths).map { paths in
      paths.filter { $0.hasSuffix(".so") || $0.contains(".so.") }.map {
        location.pushing(FilePath($0)).lexicallyNormalized()
      }
    } ?? []
  }
}
