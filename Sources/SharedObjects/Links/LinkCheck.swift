internal import SystemCalls
package import SystemPackage

/// Examines objects as the loader would when it loads them, without loading them.
///
/// Objects are taken to be opened with RTLD_NOW and RTLD_LOCAL, as CPython does with extension modules
/// (`_PyImport_FindSharedFuncptr` of Python/dynload_shlib.c) and ctypes with libraries: all symbols are looked up at once,
/// in what every object of the process sees and in what the object itself needs.
package struct LinkCheck: Sendable {
  /// Before any of the objects is loaded.
  package let process: LinkMap
  /// What gives symbols to every object, as places in the process.
  let global: [Int]

  /// - Parameter libraries: What the program itself loads with RTLD_GLOBAL; what cannot be opened is left out.
  package init(_ process: LinkMap, global libraries: [FilePath] = []) {
    var process = process
    var places = process.globalScope
    for library in libraries {
      for place in process.open(library.bytes).scope where !places.contains(place) { places.append(place) }
    }
    self.process = process
    global = places
  }

  /// What an object lacks where nothing else was loaded before.
  package func examine(_ path: FilePath) -> LinkExamination { examine(path, beside: .none) }

  /// - Parameter companions: What may have been loaded before; of these only what the object lacks otherwise is taken.
  package func examine(_ path: FilePath, beside companions: Companions) -> LinkExamination {
    var before: [LinkSubstitute] = []
    while true {
      switch load(path, after: before.map(\.companion)) {
      case .refused(let refusal): return .refused(refusal)
      case .skipped(let reason): return .skipped(reason)
      case .loaded(let object):
        let found = object.substitutes(companions).filter { found in
          !before.contains { $0.companion.path == found.companion.path }
        }
        guard found.isEmpty else {
          before = (before + found).inLoadingOrder
          continue
        }
        var links = object.links(companions)
        links.assumptions = before.map { .library(name: $0.name, at: $0.companion.path) } + links.assumptions
        return .examined(links)
      }
    }
  }

  /// For what may have been loaded before; `nil` for a file that the loader would not take.
  package func companion(at path: FilePath) -> Companion? {
    guard case .usable(let file, let identity) = process.configuration.files.open(path) else { return nil }
    return Companion(path: path, identity: identity, file: file)
  }

  private enum Loading {
    case loaded(LoadedScope)
    case refused(FileRefusal)
    case skipped(SkipReason)
  }

  private func load(_ path: FilePath, after before: [Companion]) -> Loading {
    // What the loader makes of the file itself is not told apart by its search.
    switch process.configuration.files.open(path) {
    case .refused(let refusal): return .refused(refusal)
    case .skipped(let reason): return .skipped(reason)
    case .usable: break
    }
    var map = process
    for companion in before { _ = map.open(companion.path.bytes) }
    let opening = map.open(path.bytes)
    guard case .object(let place, _) = opening.result else { return .skipped(.noSuchFile) }
    let scope = LoadedScope(map: map, place: place, local: opening.scope, global: global)
    return scope.isRefused(place) ? .refused(.executableStack) : .loaded(scope)
  }
}

/// A companion that serves for a library which the loader would not find, or not in the versions that are wanted.
struct LinkSubstitute {
  /// As in DT_NEEDED.
  let name: [UInt8]
  let companion: Companion
}

extension [LinkSubstitute] {
  /// Those first that others of them need, as code must load them that find one another in no other way; the first of
  /// those that need each other.
  fileprivate var inLoadingOrder: [LinkSubstitute] {
    var (open, ordered): ([LinkSubstitute], [LinkSubstitute]) = (self, [])
    var waiting = Set(map(\.companion.name))
    while !open.isEmpty {
      let next = open.firstIndex { substitute in
        !substitute.companion.file.dynamic.needed.contains { $0 != substitute.companion.name && waiting.contains($0) }
      }
      let placed = open.remove(at: next ?? 0)
      waiting.remove(placed.companion.name)
      ordered.append(placed)
    }
    return ordered
  }
}
