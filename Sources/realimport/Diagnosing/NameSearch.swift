import Diagnosis
import Probing
import PythonPackaging
import Supervision
import SystemCalls
import SystemPackage

/// Follows the names in the lines that raised to the distributions that they come from, through the sources that bind them.
struct NameSearch {
  private let searchPath: [FilePath]
  private var modules: ModuleSearch
  private var sources: [String: PythonPackaging.PythonSource] = [:]

  init(_ diagnosing: Diagnosing) {
    searchPath = diagnosing.places.entries.map(\.folder)
    modules = ModuleSearch(diagnosing)
  }

  /// What led to an exception mostly stands in the first ones of a chain.
  private static let mostExceptions = 8

  mutating func addOrigins(to exception: inout RaisedException) {
    var left = Self.mostExceptions
    addOrigins(to: &exception, left: &left)
  }

  private mutating func addOrigins(to exception: inout RaisedException, left: inout Int) {
    guard left > 0 else { return }
    left -= 1
    for place in exception.inner.indices { addOrigins(to: &exception.inner[place], left: &left) }
    guard let raiser = exception.raiser else { return }
    exception.origins = origins(of: exception, in: raiser)
  }

  private mutating func origins(of exception: RaisedException, in raiser: Frame) -> [NameOrigin] {
    guard let source = source(raiser.file) else { return [] }
    // What `super()` calls, the head of the class names.
    let head = raiser.source?.contains("super(") == true ? source.classLine(around: raiser.line) : nil
    let lines = [raiser.line, head].compactMap(\.self)
    let all = lines.flatMap { source.names(at: $0) }
    let calling = exception.refusedKeyword.map { keyword in lines.flatMap { source.names(at: $0, calledWith: keyword) }
    }
    let subjects =
      exception.subject.map { subject in
        lines.flatMap { source.names(at: $0, before: subject) } + all.filter([subject].contains) + (calling ?? [])
      } ?? []
    var told: Set<String> = []
    return (subjects + all).filter { told.insert($0).inserted }.prefix(Self.mostNames).compactMap { name in
      var steps = Self.mostSteps
      let found = origin(of: name, in: raiser.file, before: raiser.line, not: raiser.owner.distribution, steps: &steps)
      return found.map {
        NameOrigin(
          name: name, module: $0.module, distribution: $0.distribution, isSubject: subjects.contains(name))
      }
    }
  }

  /// Longer lines are tables.
  private static let mostNames = 12
  /// From the line over the module that binds its name to the one that this took it from, and so on.
  private static let mostSteps = 12

  private mutating func origin(
    of name: String, in file: String, before line: Int?, not owner: String?, steps: inout Int
  ) -> (module: String, distribution: String)? {
    guard steps > 0, let binding = source(file)?.binding(of: name, before: line, in: folder(of: file)) else {
      return nil
    }
    steps -= 1
    switch binding {
    case .name(let other): return origin(of: other, in: file, before: line, not: owner, steps: &steps)
    case .module(let module): return origin(module, not: owner)
    case .member(let member, let module):
      if let found = origin(module, not: owner) ?? origin("\(module).\(member)", not: owner) { return found }
      guard let next = modules.evidence(of: module).found, next.place != .standardLibrary else { return nil }
      return origin(of: member, in: next.file, before: nil, not: owner, steps: &steps)
    }
  }

  private mutating func origin(_ module: String, not owner: String?) -> (module: String, distribution: String)? {
    guard let found = modules.evidence(of: module).found?.owner ?? passedOn(module), found != owner else { return nil }
    return (module, found)
  }

  /// The owner of a module that a package of another one passes on under its own name: `requests.packages.urllib3.util`.
  private mutating func passedOn(_ module: String) -> String? {
    var parts = module.split(separator: ".").dropFirst()
    while parts.count > 1 {
      if let owner = modules.evidence(of: parts.joined(separator: ".")).found?.owner { return owner }
      parts = parts.dropFirst()
    }
    return nil
  }

  /// Longer files have been made by programs.
  private static let sizeLimit = 1 << 20

  private mutating func source(_ file: String) -> PythonPackaging.PythonSource? {
    if let source = sources[file] { return source }
    guard file.hasSuffix(".py"), let text = readRegularFile(PythonPath(text: file).filePath, limit: Self.sizeLimit)
    else {
      return nil
    }
    let source = PythonPackaging.PythonSource(text)
    sources[file] = source
    return source
  }

  /// The packages that a file lies in.
  private func folder(of file: String) -> [String] {
    let folder = PythonPath(text: file).filePath.removingLastComponent()
    let entries = searchPath.filter(folder.starts).sorted { $0.components.count > $1.components.count }
    return entries.first.map { folder.components.dropFirst($0.components.count).map(\.string) } ?? []
  }
}
