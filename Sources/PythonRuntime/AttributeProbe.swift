internal import Probing

/// Looks an attribute path up, one name after the other.
struct AttributeProbe {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  /// The whole path is evaluated once, as the user's program would write it; only where that raises, the names are
  /// tried singly to see where it stops.
  func lookUp(_ path: String, in module: String) -> AttributeFacts {
    let expression = "\(module).\(path)"
    ProgramText(python).show(expression)
    let exception = ExceptionReader.facts(of: python.run(expression), python)
    return AttributeFacts(
      path: path, missingAt: exception == nil ? nil : stop(of: path, in: module), exception: exception)
  }

  private func stop(of path: String, in module: String) -> String {
    guard var object = python.loadedModule(module) else { return module }
    var name = module
    for next in path.split(separator: ".") {
      guard case .value(let value) = python.lookUp(String(next), in: object) else { return name }
      object = value
      name += ".\(next)"
    }
    return name
  }
}
