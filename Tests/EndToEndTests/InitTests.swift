import Configuration
import SystemPackage
import TestSupport
import Testing

/// `realimport init` in the folders that it may be run in.
@Suite struct InitTests {
  private let folder: TestFolder
  private var file: FilePath { folder.path.appending("pyproject.toml") }

  init() throws { folder = try TestFolder() }

  private func run(_ arguments: String..., variables: [String: String] = [:]) throws -> Run {
    try Program(in: folder.path, variables).run(Program.path, ["init"] + arguments)
  }

  private func contents() throws -> String { String(decoding: try TestFolder.contents(of: file), as: UTF8.self) }

  @Test func anEmptyFolder() throws {
    let run = try run()
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("Made pyproject.toml; [project] names no dependencies.\n\n[tool.realimport]\n"))
    #expect(run.output.hasSuffix("\nNow: realimport\n"))
    #expect(try run.output.contains(contents()))
    #expect(try ProjectConfiguration(readingFrom: file)?.isEmpty == true)
    #expect(try !self.run().output.contains("Made"))
  }

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func aProjectWithDependencies() throws {
    try install("Sci.Kit", modules: ["scikit", "_scikit"])
    let project = "[project]\nname = 'x'\ndependencies = ['sci-kit>=1', 'absent']\n\n# the end"
    try folder.write(project, to: "pyproject.toml")
    try TestFolder.setPermissions(.ownerReadWrite, of: file)
    let run = try run(variables: ["PYTHONPATH": folder.path.appending("site").string])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("Added [tool.realimport] to pyproject.toml, 2 targets.\n"))
    let written = try contents()
    #expect(written.hasPrefix("\(project)\n\n[tool.realimport]\n"))
    #expect(written.contains("\n  \"sci-kit>=1\",  # imports _scikit, scikit\n  \"absent\",  # not installed here\n"))
    #expect(try ProjectConfiguration(readingFrom: file)?.targets == ["sci-kit>=1", "absent"])
    #expect(try file.stat().permissions == .ownerReadWrite)
  }

  /// A distribution as installers leave it (packaging.python.org, "Recording installed projects").
  private func install(_ name: String, modules: [String]) throws {
    let metadata = "site/\(name)-1.0.dist-info"
    try folder.write("Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n", to: "\(metadata)/METADATA")
    try folder.write(modules.map { "\($0)/__init__.py,,\n" }.joined(), to: "\(metadata)/RECORD")
  }

  @Test func aDryRunWritesNothing() throws {
    try folder.write("project.dependencies = ['x']", to: "pyproject.toml")
    let run = try run("--dry-run")
    #expect(run.status == 0 && run.output.hasPrefix("[tool.realimport]\n"))
    #expect(try contents() == "project.dependencies = ['x']")
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let errors: String

    init(_ name: String, _ source: String, _ errors: String) {
      testDescription = name
      self.source = source
      self.errors = errors
    }
  }

  static let refused: [Refused] = [
    Refused(
      "a project with the table", "[tool.realimport]\ntargets = ['x']\n",
      "error: pyproject.toml:1: there is a table [tool.realimport] already; it is left as it is\n"),
    Refused(
      "broken TOML", "[project]\nname = 'x\n",
      "error: pyproject.toml:2:8: this string does not end on its line\n  name = 'x\n         ^\n"),
    Refused(
      "what only the parser finds", "[project]\nname = 'x'\n[project]\n",
      "error: pyproject.toml:3:1: error while parsing table header: cannot redefine existing table 'project'\n"
        + "  [project]\n  ^\n"),
    Refused(
      "an escape in a terminal's language", "[project]\nname = \u{1B}[31m\n",
      "error: pyproject.toml:2:8: expected a value\n  name =  [31m\n         ^\n"),
  ]

  @Test(arguments: refused)
  func whatIsRefusedStaysAsItIs(_ row: Refused) throws {
    try folder.write(row.source, to: "pyproject.toml")
    let run = try run()
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == row.errors)
    #expect(try contents() == row.source)
  }

  /// Where no file can be made, whoever asks.
  @Test func aFileThatCannotBeWritten() throws {
    try folder.link("pyproject.toml", to: "/proc/no-such-file")
    let run = try run()
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "error: pyproject.toml cannot be written: No such file or directory\n")
  }

  @Test func aFolderInItsPlace() throws {
    try folder.folder("pyproject.toml")
    let run = try run()
    #expect(run.status == 2)
    #expect(run.errors == "error: pyproject.toml cannot be written: Is a directory\n")
  }

  @Test func aLinkStays() throws {
    try folder.write("x = 1\n", to: "real.toml")
    try folder.link("pyproject.toml", to: "real.toml")
    #expect(try run().status == 0)
    let real = try TestFolder.contents(of: folder.path.appending("real.toml"))
    #expect(String(decoding: real, as: UTF8.self).hasPrefix("x = 1\n\n[tool.realimport]\n"))
    #expect(try file.stat(followTargetSymlink: false).type == .symbolicLink)
  }

  @Test func aPythonThatIsNotThere() throws {
    let run = try run("--python", "/no/such/python")
    #expect(run.status == 3 && run.errors.hasPrefix("error: there is no /no/such/python"))
    #expect(throws: (any Error).self) { try contents() }
  }

  /// The word is the name of a command, and no module to start a Python for.
  @Test func noPythonIsStartedWhereThereIsNothingToAsk() throws {
    // A search that comes upon a script asks it what it is.
    let script = try folder.program("#!/bin/sh\n: > '\(folder.path.appending("trace"))'\n", to: "bin/python3")
    let path = "\(script.removingLastComponent()):/usr/bin:/bin"
    #expect(try run(variables: ["PATH": path]).status == 0)
    #expect(throws: (any Error).self) { try TestFolder.contents(of: folder.path.appending("trace")) }
  }
}
