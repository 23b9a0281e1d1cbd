internal import Probing

/// What a worker does in the running interpreter: it obeys orders until one of them is its last.
final class Session {
  let start: WorkerStart
  let link: FrontLink
  let library: PythonLibrary
  /// Made when Python runs.
  private(set) lazy var python = Python(library)
  let importWatch = ImportWatch()
  let warnings = WarningRecorder()
  let extensions = ExtensionWatch()

  init(start: WorkerStart, link: FrontLink, library: PythonLibrary) {
    self.start = start
    self.link = link
    self.library = library
  }

  func work() {
    link.messages.send(.ready(interpreterFacts()))
    CrashReports.install(python, evidence: link.evidence)
    if start.safePath { removeWorkingDirectory() }
    warnings.install(python)
    extensions.install(python)
    importWatch.install(python)
    while let order = link.nextOrder() {
      switch order {
      case .start, .keep, .finish: return
      case .probe(let modules, let shutdown, let stays):
        probe(modules)
        if stays, isCopyToKeep() { continue }
        if shutdown == .brief { BriefShutdown(python).end() }
        return
      case .cacheBytecode(let folder): cacheBytecode(in: folder)
      case .preload(let module): link.messages.send(.preloaded(Zygote(self).preload(module)))
      case .fork(let channels): Zygote(self).fork(channels)
      case .reap(let child): link.messages.send(.reaped(child, status: Zygote.reap(child)))
      }
    }
  }

  /// Whether this is the copy that goes on to be forked from, now that everything is imported.
  private func isCopyToKeep() -> Bool {
    guard case .keep(let channels) = link.nextOrder() else { return false }
    return Zygote(self).keep(channels)
  }

  private func probe(_ modules: [ModulePlan]) {
    importWatch.isActive = true
    let missing = modules.enumerated().map { probe($1, at: $0) }
    // Comes after every lookup, since importing a submodule binds it.
    for (index, paths) in missing.enumerated() {
      for path in paths { describeSubmodule("\(modules[index].module).\(path)", path, at: index) }
    }
    importWatch.isActive = false
    let facts = RunFacts(
      warnings: warnings.kept, warningCount: warnings.count, hiddenFailures: extensions.failures(python))
    link.messages.send(.done(facts))
  }

  /// Imports one module and looks at it; gives the attribute paths that were not found.
  private func probe(_ item: ModulePlan, at index: Int) -> [String] {
    link.messages.send(.began(index))
    let facts = ModuleProbe(python).importModule(item.module)
    link.messages.send(.imported(index, facts))
    guard facts.exception == nil else { return [] }
    link.messages.send(.version(index, warnings.without { ModuleProbe(python).version(of: item.module) }))
    let missing = item.attributes.filter { path in
      let facts = AttributeProbe(python).lookUp(path, in: item.module)
      link.messages.send(.attribute(index, facts))
      return facts.exception != nil
    }
    if !item.expressions.isEmpty { warnings.insist(python) }
    for expression in item.expressions {
      link.messages.send(.expression(index, ExpressionProbe(python).facts(of: expression)))
    }
    for question in item.questions { link.messages.send(.value(index, ValueProbe(python).facts(of: question))) }
    return missing
  }

  private func describeSubmodule(_ name: String, _ path: String, at index: Int) {
    let facts = warnings.without { SubmoduleProbe(python).facts(of: name) }
    link.messages.send(.submodule(index, path: path, facts))
  }

  /// As `-P` of Python 3.11 would; done here for every version alike.
  private func removeWorkingDirectory() {
    guard let path = python.sys("path"), let first = python.element(0, of: path), python.text(of: first) == "" else {
      return
    }
    python.removeElement(0, of: path)
  }

  private func cacheBytecode(in folder: PythonPath) {
    guard let sys = python.loadedModule("sys"), let path = python.string(folder.description),
      let no = python.builtin("False")
    else { return }
    python.setAttribute("pycache_prefix", of: sys, to: path)
    python.setAttribute("dont_write_bytecode", of: sys, to: no)
  }

  private func interpreterFacts() -> InterpreterFacts {
    InterpreterFacts(
      version: text("version").flatMap { $0.split(separator: " ").first.map(String.init) } ?? "",
      implementation: implementation() ?? "cpython", executable: path("executable"), prefix: path("prefix"),
      basePrefix: path("base_prefix"), platform: text("platform") ?? "", path: python.searchPath())
  }

  private func implementation() -> String? {
    guard let implementation = python.sys("implementation"),
      let name = python.attribute("name", of: implementation)
    else { return nil }
    return python.text(of: name)
  }

  private func text(_ name: String) -> String? {
    guard let value = python.sys(name) else { return nil }
    return python.text(of: value)
  }

  private func path(_ name: String) -> PythonPath {
    guard let value = python.sys(name) else { return PythonPath(text: "") }
    return python.path(of: value) ?? PythonPath(text: "")
  }
}
