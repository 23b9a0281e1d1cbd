internal import SystemCalls
internal import SystemPackage

/// The table that `realimport init` puts at the end of a `pyproject.toml`.
package struct InitialTable: Sendable {
  private let project: ProjectDependencies
  /// The table with its comments, as it is written.
  package let text: String
  private let contents: [UInt8]

  /// Makes the table; nothing is written yet.
  ///
  /// - Parameters:
  ///   - modules: the top-level modules of installed distributions, by the names in ``ProjectDependencies/all``;
  ///     `nil` where it is not known what is installed.
  ///   - python: the value for `python`, as `--python` takes it.
  /// - Throws: ``ConfigurationProblem/cannotAppend(_:)`` where the file would not be read as it is meant.
  package init(
    for project: ProjectDependencies, modules: [String: [String]]?, python: String? = nil
  ) throws(ConfigurationProblem) {
    self.project = project
    text = InitialText(dependencies: project.all, modules: modules, python: python).text
    contents = Self.append(text, to: project.source)
    guard contents.count <= ProjectFile.longest else { throw .tooLong(project.file) }
    try check(python)
  }

  /// Puts the file with the table in the place of the old one, whose permissions it keeps, or makes it.
  /// - Throws: ``ConfigurationProblem/unwritable(_:_:)``
  package func write() throws(ConfigurationProblem) {
    do throws(Errno) {
      try writeAtomically(contents, to: project.file)
    } catch {
      throw .unwritable(project.file, error)
    }
  }

  /// What was there stays byte for byte; line ends are those of the first line.
  private static func append(_ text: String, to source: [UInt8]) -> [UInt8] {
    let end = source.firstIndex(of: .lineFeed)
    let usesReturns = end.map { $0 > 0 && source[$0 - 1] == .carriageReturn } ?? false
    let gap = source.isEmpty ? "" : source.last == .lineFeed ? "\n" : "\n\n"
    let added = Array((gap + text).utf8)
    return source + (usesReturns ? added.flatMap { $0 == .lineFeed ? [.carriageReturn, $0] : [$0] } : added)
  }

  /// Reads the result as `realimport` will.
  private func check(_ python: String?) throws(ConfigurationProblem) {
    do throws(ConfigurationProblem) {
      let read = try ProjectConfiguration(ProjectFile(project.file, source: contents))
      guard let read, read.targets == project.all.map(\.requirement) else { throw .cannotAppend(project.file) }
    } catch {
      throw .cannotAppend(project.file)
    }
  }
}
