internal import Glibc
internal import Probing

/// Imports one module as `python -c 'import X'` does, and reads what it says of itself.
struct ModuleProbe {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func importModule(_ name: String) -> ImportFacts {
    let statement = "import \(name)"
    ProgramText(python).show(statement)
    let loadedBefore = python.loadedModuleCount
    let objectsBefore = LoadedNames.now()
    let before = Usage.now()
    let evaluation = python.run(statement)
    let after = Usage.now()
    let used = after.since(before)
    return ImportFacts(
      exception: ExceptionReader.facts(of: evaluation, python), file: file(of: name),
      wallSeconds: used.wallSeconds, cpuSeconds: used.cpuSeconds,
      peakResidentBytes: after.peakResidentBytes(since: before),
      modulesLoaded: max(0, python.loadedModuleCount - loadedBefore),
      objects: LoadedNames.now().objects(since: objectsBefore))
  }

  func version(of name: String) -> VersionFacts {
    guard let module = python.loadedModule(name) else { return .absent }
    switch python.lookUp("__version__", in: module) {
    case .value(let value): return version(value)
    case .raised(let exception):
      guard let exception else { return .absent }
      if python.isInstance(exception, of: "AttributeError") { return .absent }
      let facts = ExceptionReader.facts(of: exception, python)
      return .unreadable("\(facts.type): \(facts.message)")
    }
  }

  private func version(_ value: borrowing PythonReference) -> VersionFacts {
    if let text = python.text(of: value, limit: Self.versionLimit) { return .text(text) }
    guard case .value(let string) = python.string(of: value) else { return .unreadable("its str() raises") }
    return .other(
      type: typeName(of: value), text: python.text(of: string, limit: Self.versionLimit) ?? "")
  }

  private static let versionLimit = 1000

  private func typeName(of value: borrowing PythonReference) -> String {
    guard let type = python.type(of: value), let name = python.attribute("__name__", of: type) else { return "?" }
    return python.text(of: name) ?? "?"
  }

  private func file(of name: String) -> PythonPath? {
    guard let module = python.loadedModule(name), let file = python.present("__file__", of: module) else { return nil }
    return python.path(of: file)
  }
}

extension ExceptionReader {
  /// `nil` where nothing was raised.
  static func facts(of evaluation: borrowing Evaluation, _ python: Python) -> ExceptionFacts? {
    switch evaluation {
    case .value: nil
    case .raised(let exception):
      switch exception {
      case .some(let exception): facts(of: exception, python)
      case .none:
        ExceptionFacts(
          type: "SystemError", qualifiedType: "builtins.SystemError", message: "error return without exception set")
      }
    }
  }
}
