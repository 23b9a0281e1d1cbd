internal import SystemCalls
package import SystemPackage

/// The table `[tool.realimport]` of a project: what `realimport` checks where the command line names nothing.
package struct ProjectConfiguration: Sendable, Hashable {
  /// The `pyproject.toml` that holds it.
  package var file: FilePath
  /// Targets as the command line takes them; the text is not read yet.
  package var targets: [String] = []
  /// As `--optional` takes them: checked as well, and their absence is no failure.
  package var optional: [String] = []
  /// As `--python` takes it; a path is relative to the file in the table, and complete here.
  package var python: String?
  /// For each target that has none of its own.
  package var timeout: Duration?
  package var suite: Suite?
  /// Sorted by the line that they begin on.
  package var checks: [ConfiguredCheck] = []

  /// Whether nothing is asked for: the table may still say which Python to ask.
  package var isEmpty: Bool { targets.isEmpty && optional.isEmpty && suite == nil && checks.isEmpty }

  /// The configuration of the project that a folder belongs to: the nearest `pyproject.toml` in it or above that has
  /// the table. Others are passed over, as ruff does ("Config file discovery"), so that a package inside of a
  /// workspace falls back on the table of the whole; nothing of two tables is merged.
  ///
  /// A file in which the word `realimport` does not occur is not parsed: what is wrong with it is of no concern here.
  /// - Returns: `nil` where no file up to the root has the table.
  /// - Throws: ``ConfigurationProblem``
  package static func nearest(from folder: FilePath) throws(ConfigurationProblem) -> ProjectConfiguration? {
    var folder = folder.absolute()
    while true {
      if let found = try ProjectConfiguration(readingFrom: folder.appending(ProjectFile.name)) { return found }
      guard folder.lastComponent != nil else { return nil }
      folder.removeLastComponent()
    }
  }

  /// `nil` where there is no such file, or no table in it.
  /// - Throws: ``ConfigurationProblem``
  package init?(readingFrom file: FilePath) throws(ConfigurationProblem) {
    guard let source = try ProjectFile.read(file), Self.mayHoldTable(source) else { return nil }
    try self.init(ProjectFile(file, source: source))
  }

  /// `nil` where the file has no table `[tool.realimport]`.
  init?(_ file: ProjectFile) throws(ConfigurationProblem) {
    guard let item = try file.item(Self.path) else { return nil }
    self = try ConfigurationReader(TableReader(item, at: Self.path, of: file)).configuration()
  }

  init(file: FilePath) { self.file = file }

  static let path = ["tool", "realimport"]

  private static func mayHoldTable(_ source: [UInt8]) -> Bool {
    let word = Array("realimport".utf8)
    return source.indices.contains { source[$0] == word.first && source[$0...].starts(with: word) }
  }
}
