internal import SystemCalls
internal import SystemPackage

/// Reads the table `[tool.realimport]`.
struct ConfigurationReader {
  private let table: TableReader

  /// The keys, in the order in which messages list them.
  static let keys: [String] = ["targets", "optional", "python", "timeout", "suite", "checks"]

  init(_ table: TableReader) {
    self.table = table
  }

  func configuration() throws(ConfigurationProblem) -> ProjectConfiguration {
    try table.refuseKeys(beside: Self.keys)
    var configuration = ProjectConfiguration(file: table.file.path)
    configuration.targets = try table.texts("targets") ?? []
    configuration.optional = try table.texts("optional") ?? []
    configuration.python = try table.text("python").map(python)
    configuration.timeout = try table.seconds("timeout")
    if let suite = try table.text("suite") {
      configuration.suite = try Suite(named: suite, at: table.place("suite"))
    }
    configuration.checks = try checks()
    return configuration
  }

  private func checks() throws(ConfigurationProblem) -> [ConfiguredCheck] {
    guard let tables = try table.table("checks") else { return [] }
    let names = tables.items.keys.sorted { (tables.place($0).line ?? 0, $0) < (tables.place($1).line ?? 0, $1) }
    var checks: [ConfiguredCheck] = []
    for name in names {
      guard let table = try tables.table(name) else { continue }
      checks.append(try CheckReader(name, table).check())
    }
    return checks
  }

  /// What the search for an interpreter would take for a path, seen from the folder of the file: all with a slash, and
  /// the name of something that stands there. A version or the name of a program stays what it is.
  private func python(_ text: String) -> String {
    let folder = table.file.path.removingLastComponent()
    let path = folder.pushing(FilePath(text))
    if text.utf8.contains(UInt8(ascii: "/")) { return path.string }
    let isVersion = text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    return !isVersion && path.exists ? path.string : text
  }
}
