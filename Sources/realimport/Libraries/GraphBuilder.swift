import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Follows the needs of a file through the loader's map of the process that it would be loaded into.
struct GraphBuilder {
  private let owner: (FilePath) -> DistributionReport?
  private let known: KnownLibraries
  private let defaultFolders: [FilePath]
  private let map: LinkMap
  /// What is there before anything of an environment is loaded.
  private let processCount: Int
  /// What was loaded before the file, and by whom.
  private let loaders: [Int: String]
  private let path: FilePath
  private let opening: LinkMap.Opening

  /// - Parameter companions: What is loaded before, in this order, with the distributions that load it.
  init(
    _ path: FilePath, in process: LinkMap, after companions: [(path: FilePath, loader: String?)],
    known: KnownLibraries, owner: @escaping (FilePath) -> DistributionReport?
  ) {
    (self.owner, self.known) = (owner, known)
    self.path = path
    defaultFolders = process.configuration.program.defaultFolders
    processCount = process.objects.count
    var map = process
    var loaders: [Int: String] = [:]
    for companion in companions {
      let start = map.objects.count
      _ = map.open(companion.path.bytes)
      for place in start..<map.objects.count { loaders[place] = companion.loader }
    }
    opening = map.open(path.bytes)
    self.map = map
    self.loaders = loaders
  }

  /// Who has loaded something before.
  var loaderNames: [String] { Set(loaders.values).sorted() }

  /// The file first; `nil` where the loader does not take it.
  func objects(_ findings: FileFindings) -> [LibraryObject]? {
    guard case .object(let root, _) = opening.result else { return nil }
    // What stands in for the file itself, by DT_FILTER, is searched before it.
    let order = [root] + opening.scope.filter { $0 != root }
    var places: [Int: Int] = [:]
    for (index, place) in order.enumerated() { places[place] = index }
    return order.enumerated().map { index, place in
      object(place, isFirst: index == 0, places, findings)
    }
  }

  private func object(_ place: Int, isFirst: Bool, _ places: [Int: Int], _ findings: FileFindings) -> LibraryObject {
    let loaded = map.objects[place]
    let path = loaded.path.lexicallyNormalized()
    let isCommon = !isFirst && (place < processCount || isOfSystem(path))
    var object = LibraryObject(
      file: PythonPath(path).description, distribution: isCommon ? nil : owner(path), isCommon: isCommon,
      needs: loaded.dependencies.map { need($0, of: loaded, places, findings) })
    findings.add(to: &object)
    return object
  }

  /// The folders themselves, and those for this kind of processor below them.
  private func isOfSystem(_ path: FilePath) -> Bool {
    let folder = path.removingLastComponent()
    return defaultFolders.contains { $0 == folder || folder.starts(with: $0.appending("glibc-hwcaps")) }
  }

  private func need(
    _ dependency: Dependency, of object: LoadedObject, _ places: [Int: Int], _ findings: FileFindings
  ) -> LibraryNeed {
    let name = String(escapingInvalid: dependency.name)
    let missing = MissingDependency(name: name, findings, known)
    switch dependency.result {
    case .object(let place, let rule):
      return LibraryNeed(name, .found(places[place] ?? 0, LibraryRule(rule, loadedBy: loaders[place])))
    case .missing(let considered): return LibraryNeed(name, missing.result(considered))
    case .refused(let file, let rule, let refusal): return LibraryNeed(name, missing.refused(file, rule, refusal))
    case .tooMany: return LibraryNeed(name, missing.tooMany)
    }
  }
}
