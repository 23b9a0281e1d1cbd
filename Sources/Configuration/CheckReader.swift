internal import Probing

/// Reads a table `[tool.realimport.checks.NAME]`.
struct CheckReader {
  private let name: String
  private let table: TableReader

  /// The keys, in the order in which messages list them.
  static let keys: [String] = [
    "import", "requires", "attributes", "expressions", "env", "optional", "timeout",
  ]

  init(_ name: String, _ table: TableReader) {
    self.name = name
    self.table = table
  }

  func check() throws(ConfigurationProblem) -> ConfiguredCheck {
    try table.refuseKeys(beside: Self.keys)
    var check = ConfiguredCheck(name, modules: try modules())
    check.requirements = try (table.texts("requires") ?? []).map { .written($0) }
    check.attributes = try attributes(of: check.modules)
    check.expressions = try table.texts("expressions") ?? []
    check.environment = try environment()
    check.isOptional = try table.truth("optional") ?? false
    check.timeout = try table.seconds("timeout")
    return check
  }

  /// The value of `import`; the name of the check where it is left out.
  private func modules() throws(ConfigurationProblem) -> [String] {
    guard let written = try table.texts("import", orOne: true) else {
      guard Self.isModule(name) else { throw table.wrong("import", "is left out, and `\(name)` is no module name") }
      return [name]
    }
    for module in written where !Self.isModule(module) {
      throw table.wrong("import", "holds `\(module)`, which is no module name")
    }
    return written
  }

  /// Full targets; a path alone belongs to the only module.
  private func attributes(of modules: [String]) throws(ConfigurationProblem) -> [String] {
    var targets: [String] = []
    for path in try table.texts("attributes") ?? [] {
      if !path.utf8.contains(UInt8(ascii: ":")), modules.count != 1 {
        throw table.wrong("attributes", "holds `\(path)` of several modules or none; write `module:\(path)`")
      }
      let target = path.utf8.contains(UInt8(ascii: ":")) ? path : "\(modules.first ?? ""):\(path)"
      guard (try? Target(parsing: target)) != nil else {
        throw table.wrong("attributes", "holds `\(path)`, which is no attribute path")
      }
      targets.append(target)
    }
    return targets
  }

  /// POSIX, "Environment Variable Definition": a name is not empty and holds no `=`.
  private func environment() throws(ConfigurationProblem) -> [String: String] {
    let variables = try table.dictionary("env") ?? [:]
    for name in variables.keys.sorted() where name.isEmpty || name.utf8.contains(UInt8(ascii: "=")) {
      throw table.wrong("env", "holds `\(name)`, which is no name of a variable")
    }
    return variables
  }

  private static func isModule(_ text: String) -> Bool {
    guard let target = try? Target(parsing: text) else { return false }
    return target.attribute == nil
  }
}
