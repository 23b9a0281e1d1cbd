import Diagnosis
import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

/// Collects what an environment shows of messages of its loader.
final class LoaderFactsSource {
  let owners: FileOwners
  let process: LinkMap?
  /// Which requirements count; `nil` where nothing is known of the interpreter.
  private let markers: MarkerEnvironment?
  private let pythonMinor: Int?
  let variables: ProcessEnvironment
  private let libraryPath: String?
  private let copySearch: LibraryCopySearch
  private var copies: [String: [LibraryCopy]] = [:]

  /// - Parameters:
  ///   - variables: Of the process whose loader it was.
  ///   - prefixes: Of the environment and of its Python.
  init(
    _ installed: InstalledDistributions, _ process: LinkMap?, variables: ProcessEnvironment,
    markers: MarkerEnvironment?, pythonMinor: Int?, prefixes: [FilePath]
  ) {
    owners = FileOwners(installed: installed)
    (self.process, self.markers, self.pythonMinor) = (process, markers, pythonMinor)
    self.variables = variables
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

  static func file(_ name: String) -> FilePath? {
    let path = FilePath(name)
    return path.isAbsolute ? path : nil
  }

  // MARK: For all kinds of messages

  func copies(of name: String) -> [LibraryCopy] {
    if let known = copies[name] { return known }
    let found = copySearch.copies(of: name)
    copies[name] = found
    return found
  }

  func requirements(of owner: OwningDistribution) -> [Requirement] {
    guard let markers, let distribution = owners.installed.distribution(named: DistributionName(owner.name)) else {
      return []
    }
    return distribution.activeRequirements(markers, extras: [])
  }

  /// PyTorch is the one distribution that others are built against and that has builds with CUDA and without.
  func buildWithoutCUDA(for owner: OwningDistribution?) -> OwningDistribution? {
    guard let owner, owner.name != "torch", let torch = owners.installed.distribution(named: DistributionName("torch")),
      let files = torch.files, !files.paths(toNamesStartingWith: "libc10.so").isEmpty,
      files.paths(toNamesStartingWith: "libc10_cuda.so").isEmpty
    else { return nil }
    return OwningDistribution(torch)
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
