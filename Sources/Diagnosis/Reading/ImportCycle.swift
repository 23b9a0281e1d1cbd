/// Frames of a project that lead from a module's own code, still running, through others back to one that wants it.
enum ImportCycle {
  /// From the module's own code to the frame that wants it; empty where that code is not running.
  static func to(_ module: String, _ exception: RaisedException) -> [Frame] {
    let path = module.split(separator: ".").joined(separator: "/")
    return frames(exception) { $0.contains(anyOf: ["/\(path).py", "/\(path)/__init__.py"]) }
  }

  /// That a name is wanted of a module whose code runs is said since Python 3.8 alone (Python/ceval.c, `import_from`); of
  /// an older one the frames show it.
  static func unsaid(_ exception: RaisedException) -> (module: String, frames: [Frame])? {
    guard case .noName(let name, let named, _, isPartial: false) = exception.complaint else { return nil }
    if named == nil, let cycle = ofModule(name, exception) { return cycle }
    guard let module = named ?? exception.raiser.flatMap(neighbour) else { return nil }
    let cycle = to(module, exception)
    return cycle.count > 1 && cycle[0].function == "<module>" ? (module, cycle) : nil
  }

  /// `b` of `from . import b`, whose code is still running: it is bound to its package afterwards, and Python looks for it
  /// elsewhere only since 3.5 (bpo-17636).
  private static func ofModule(_ name: String, _ exception: RaisedException) -> (module: String, frames: [Frame])? {
    guard let raiser = exception.raiser else { return nil }
    let own = exception.frames.filter { !$0.owner.isPython }
    guard
      let start = own.lastIndex(where: {
        $0.function == "<module>" && $0.owner == raiser.owner && $0.file != raiser.file && $0.file.moduleStem == name
      }), start < own.count - 1
    else { return nil }
    let folder = own[start].file.split { $0 == "/" || $0 == "\\" }.dropLast().last
    return (folder.map { "\($0).\(name)" } ?? name, Array(own[start...]))
  }

  /// `b` of the line `from .b import x`, as the end of the path of the file beside the one in which it stands.
  private static func neighbour(_ frame: Frame) -> String? {
    guard let name = frame.source?.after("from .")?.prefix(while: { $0 != " " }), !name.isEmpty, !name.hasPrefix(".")
    else { return nil }
    let folder = frame.file.split { $0 == "/" || $0 == "\\" }.dropLast().last
    return folder.map { "\($0).\(name)" }
  }

  private static func frames(_ exception: RaisedException, isOfModule: (String) -> Bool) -> [Frame] {
    let own = exception.frames.filter { !$0.owner.isPython }
    let start = own.lastIndex { isOfModule("/" + $0.file.split { $0 == "/" || $0 == "\\" }.joined(separator: "/")) }
    return start.map { Array(own[$0...]) } ?? []
  }
}
