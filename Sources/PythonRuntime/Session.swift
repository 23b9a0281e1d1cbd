internal import Probing

/// One plan being carried out in the running interpreter.
final class Session {
  let plan: Plan
  let channel: WorkerChannel
  let library: PythonLibrary
  /// Made when Python runs.
  private(set) lazy var python = Python(library)
  let importWatch = ImportWatch()
  let warnings = WarningRecorder()

  init(plan: Plan, channel: WorkerChannel, library: PythonLibrary) {
    self.plan = plan
    self.channel = channel
    self.library = library
  }

  func work() {
    channel.send(.ready(interpreterFacts()))
    if plan.safePath { removeWorkingDirectory() }
    warnings.install(python)
    importWatch.install(python)
    let missing = plan.modules.indices.map { probe($0) }
    for (index, paths) in missing.enumerated() {
      for path in paths { describeSubmodule(path, at: index) }
    }
    importWatch.isActive = false
    channel.send(.done(RunFacts(warnings: warnings.kept, warningCount: warnings.count)))
  }

  /// Imports one module and looks at it; gives the attribute paths that were not found.
  private func probe(_ index: Int) -> [String] {
    let item = plan.modules[index]
    channel.send(.began(index))
    let facts = ModuleProbe(python).importModule(item.module)
    channel.send(.imported(index, facts))
    guard facts.exception == nil else { return [] }
    channel.send(.version(index, warnings.without { ModuleProbe(python).version(of: item.module) }))
    return item.attributes.filter { path in
      let facts = AttributeProbe(python).lookUp(path, in: item.module)
      channel.send(.attribute(index, facts))
      return facts.exception != nil
    }
  }

  /// Comes after every lookup, since importing a submodule binds it.
  private func describeSubmodule(_ path: String, at index: Int) {
    let name = "\(plan.modules[index].module).\(path)"
    let facts = warnings.without { SubmoduleProbe(python).facts(of: name) }
    channel.send(.submodule(index, path: path, facts))
  }

  /// As `-P` of Python 3.11 would; done here for every version alike.
  private func removeWorkingDirectory() {
    guard let path = python.sys("path"), let first = python.element(0, of: path), python.text(of: first) == "" else {
      return
    }
    python.removeElement(0, of: path)
  }

  private func interpreterFacts() -> InterpreterFacts {
    InterpreterFacts(
      version: text("version").flatMap { $0.split(separator: " ").first.map(String.init) } ?? "",
      implementation: implementation() ?? "cpython", executable: path("executable"), prefix: path("prefix"),
      basePrefix: path("base_prefix"), platform: text("platform") ?? "", path: searchPath())
  }

  private func implementation() -> String? {
    guard let implementation = python.sys("implementation"),
      let name = python.attribute("name", of: implementation)
    else { return nil }
    return python.text(of: name)
  }

  private func searchPath() -> [PythonPath] {
    guard let path = python.sys("path") else { return [] }
    return (0..<python.count(path)).compactMap { index in
      guard let entry = python.element(index, of: path) else { return nil }
      return python.path(of: entry)
    }
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
