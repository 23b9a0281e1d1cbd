internal import SystemCalls
package import SystemPackage

/// The objects that a process has, in the order in which its loader brings them in; nothing is executed.
///
/// A value: a copy is another process, in which the same modules may be opened in another order.
package struct LinkMap: Sendable {
  package let configuration: LoaderConfiguration
  /// The program first, then its loader.
  package private(set) var objects: [LoadedObject] = []
  /// The program, what is preloaded and what they need, breadth first: where symbols are looked for before all else.
  package private(set) var globalScope: [Int] = []
  /// Of LD_PRELOAD and `/etc/ld.so.preload`; the loader goes on without those that it cannot find.
  package private(set) var preloads: [Dependency] = []
  private var identities: [FileIdentity: Int] = [:]
  private var names: LoadedNames

  /// Real processes have some hundreds.
  package static let mostObjects = 20_000

  /// The process that a program becomes.
  ///
  /// - Parameter path: The program's real name, for the kernel follows links in it (proc(5), `/proc/PID/exe`).
  /// - Throws: ``ProgramProblem`` of a program, or of a loader, that cannot be loaded.
  package init(program path: FilePath, _ configuration: LoaderConfiguration) throws(ProgramProblem) {
    self.configuration = configuration
    names = LoadedNames(configuration.program.family)
    let program = try add(program: path)
    _ = try add(program: configuration.program.path)
    for name in configuration.preloads { preloads.append(dependency(name, of: program)) }
    globalScope = examine([program] + preloads.compactMap(\.object))
  }

  private mutating func add(program path: FilePath) throws(ProgramProblem) -> Int {
    let path = configuration.absolute(path)
    switch configuration.files.open(path) {
    case .refused(let refusal): throw .refused(path, refusal)
    case .skipped(let reason): throw .skipped(path, reason)
    case .usable(let file, let identity):
      return add(LoadedObject(path: path, file: file, identity: identity, rule: .program, requester: nil))
    }
  }

  /// Opens a library as dlopen(3) does, with all that it needs.
  ///
  /// - Parameters:
  ///   - name: A path, or a name that is looked for.
  ///   - caller: The object whose code opens it, whose DT_RPATH or DT_RUNPATH counts; a place in ``objects``.
  package mutating func open(_ name: [UInt8], from caller: Int? = nil) -> Opening {
    let result = find(name, for: caller, keepsRequester: false)
    guard case .object(let object, _) = result else { return Opening(result: result, scope: []) }
    return Opening(result: result, scope: examine([object]))
  }

  /// What came of opening a library.
  package struct Opening: Sendable {
    package let result: Dependency.Result
    /// The library and what it needs, breadth first: where its symbols are looked for after the global scope.
    package let scope: [Int]
  }
}

extension LinkMap {
  /// The closure of these objects, each once, with everything looked for that they need, in the order in which their
  /// symbols are looked for.
  private mutating func examine(_ roots: [Int]) -> [Int] {
    var scope = SearchList(roots)
    while let object = scope.next() {
      findDependencies(of: object)
      for dependency in objects[object].dependencies {
        guard let found = dependency.object else { continue }
        if dependency.kind == .needed { scope.append(found) } else { scope.insert(found, before: object) }
      }
    }
    return scope.objects
  }

  private mutating func findDependencies(of object: Int) {
    guard !objects[object].isExamined else { return }
    objects[object].isExamined = true
    for request in objects[object].file.dynamic.requests {
      // musl reads DT_NEEDED alone (`load_direct_deps` of its ldso/dynlink.c).
      guard request.kind == .needed || configuration.program.family != .musl else { continue }
      let found = dependency(request.name, of: object, request.kind)
      if request.kind != .auxiliary || found.object != nil { objects[object].dependencies.append(found) }
    }
  }

  private mutating func dependency(
    _ name: [UInt8], of object: Int, _ kind: LibraryRequest.Kind = .needed
  ) -> Dependency {
    Dependency(name: name, kind: kind, result: find(name, for: object, keepsRequester: true))
  }

  private mutating func find(_ name: [UInt8], for requester: Int?, keepsRequester: Bool) -> Dependency.Result {
    if let loaded = names.place(of: name) { return .object(loaded, .loaded) }
    var lookup = LibraryLookup(name, for: RequesterChain(objects, from: requester), configuration)
    switch lookup.run() {
    case .missing: return .missing(lookup.considered)
    case .refused(let path, let rule, let refusal): return .refused(path, rule, refusal)
    case .found(let file, let identity, let path, let rule):
      if let loaded = identities[identity] {
        names.add(alias: name, at: loaded)
        return .object(loaded, .loaded)
      }
      guard objects.count < Self.mostObjects else { return .tooMany }
      let object = LoadedObject(
        path: path, file: file, identity: identity, rule: rule, requester: keepsRequester ? requester : nil)
      let place = add(object)
      names.add(alias: name, at: place)
      return .object(place, rule)
    }
  }

  private mutating func add(_ object: LoadedObject) -> Int {
    let place = objects.count
    objects.append(object)
    // A library may be asked like a program, and even the loader.
    if identities[object.identity] == nil { identities[object.identity] = place }
    names.add(object, at: place)
    return place
  }
}

/// Why there is no process.
package enum ProgramProblem: Error, Sendable, Equatable {
  case refused(FilePath, FileRefusal)
  case skipped(FilePath, SkipReason)
}

extension Dependency {
  /// The object that it led to.
  package var object: Int? {
    guard case .object(let object, _) = result else { return nil }
    return object
  }
}
