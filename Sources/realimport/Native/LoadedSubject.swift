import SharedObjects
import SystemCalls
import SystemPackage

/// A file that was to be loaded, with what its loader brings together for it.
struct LoadedSubject {
  private let process: LinkMap?
  let root: FilePath?
  private lazy var opened: (map: LinkMap, opening: LinkMap.Opening)? = open(after: [])

  init(_ process: LinkMap?, root: FilePath?) {
    (self.process, self.root) = (process, root)
  }

  /// A library that something needs.
  struct Need {
    let object: FilePath
    let chain: [FilePath]
    let considered: [ConsideredPlace]
    /// Where the loader finds it.
    let found: FilePath?
  }

  /// Who of what is brought together needs a library.
  mutating func need(_ name: String) -> Need? { opened.flatMap { need(name, $0.map) } }

  /// The same in a process that has these objects already, which may bring what the file needs besides.
  mutating func need(_ name: String, after loaded: [FilePath]) -> Need? {
    open(after: loaded).flatMap { need(name, $0.map) }
  }

  private func need(_ name: String, _ map: LinkMap) -> Need? {
    guard let process, let (object, dependency) = map.dependency(name, after: process.objects.count) else {
      return nil
    }
    let chain = map.chain(to: object).map { map.objects[$0].path }
    let path = map.objects[object].path
    return switch dependency.result {
    case .missing(let places): Need(object: path, chain: chain, considered: places, found: nil)
    case .object(let found, _): Need(object: path, chain: chain, considered: [], found: map.objects[found].path)
    case .refused, .tooMany: nil
    }
  }

  /// The objects in which the loader looks for symbols, but for this one.
  mutating func scope(besides object: FilePath?) -> [(path: FilePath, file: ObjectFile)] {
    guard let opened else { return [] }
    let places = Set(opened.map.globalScope + opened.opening.scope).sorted()
    return places.map { opened.map.objects[$0] }.filter { $0.path != object }.map { ($0.path, $0.file) }
  }

  /// From the root to an object that came with it; the object alone where it did not.
  mutating func chain(to object: FilePath) -> [FilePath] {
    guard let map = opened?.map, let place = map.objects.firstIndex(where: { $0.path == object }) else {
      return [root, object].compactMap(\.self).distinct
    }
    return map.chain(to: place).map { map.objects[$0].path }
  }

  private func open(after loaded: [FilePath]) -> (map: LinkMap, opening: LinkMap.Opening)? {
    guard var map = process, let root else { return nil }
    for path in loaded { _ = map.open(path.bytes) }
    let opening = map.open(root.bytes)
    return (map, opening)
  }
}

extension [FilePath] {
  fileprivate var distinct: [FilePath] {
    var known: Set<FilePath> = []
    return filter { known.insert($0).inserted }
  }
}
