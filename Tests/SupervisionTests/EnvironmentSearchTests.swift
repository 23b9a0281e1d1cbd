import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Environments that are named by `--python` or by a variable.
@Suite(.timeLimit(.minutes(5))) struct EnvironmentSearchTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(arguments: RealPython.usable)
  func virtualEnvironment(_ python: RealPython) throws {
    let environment = folder.path.appending("env")
    try python.environment(at: environment)
    let found = try find(nil, ["VIRTUAL_ENV": environment.string])
    #expect(found.executable == environment.appending("bin").appending("python"))
    #expect(found.version.description == python.minor)
    #expect(found.foundBy == .virtualEnvironment)
    #expect(found.warnings.isEmpty)
    #expect(found.libpython.lastComponent?.string == "libpython\(python.minor).so.1.0")
    #expect(found.libpython.exists)
  }

  @Test(arguments: RealPython.usable)
  func copiedEnvironment(_ python: RealPython) throws {
    let environment = folder.path.appending("env")
    try python.environment(at: environment, copies: true)
    let found = try find(environment.string)
    let linked = try find(python.executable.string)
    #expect(found.executable == environment.appending("bin").appending("python"))
    #expect(found.version == linked.version)
    #expect(found.libpython == linked.libpython)
  }

  @Test(.needsPython) func everyWayToNameIt() throws {
    let python = try #require(RealPython.any)
    let environment = folder.path.appending("env")
    try python.environment(at: environment)
    let executable = environment.appending("bin").appending("python")
    for option in ["", "/", "/.", "/bin", "/bin/python", "/./bin/python"] {
      let found = try find(environment.string + option, ["VIRTUAL_ENV": "/nowhere", "PATH": ""])
      #expect(found.executable == executable)
      #expect(found.foundBy == .option)
    }
    #expect(try find(nil, ["CONDA_PREFIX": environment.string]).foundBy == .conda)
    #expect(
      try find(nil, ["VIRTUAL_ENV": environment.string, "CONDA_PREFIX": "/nowhere"]).foundBy == .virtualEnvironment)
    #expect(try find(nil, ["VIRTUAL_ENV": "", "CONDA_PREFIX": environment.string]).foundBy == .conda)
  }

  @Test(.needsPython) func chainOfLinks() throws {
    let python = try #require(RealPython.any)
    try folder.link("env/bin/python", to: "python3")
    try folder.link("env/bin/python3", to: "../../middle")
    try folder.link("middle", to: python.executable.string)
    let found = try find(folder.path.appending("env").string)
    #expect(found.executable == folder.path.appending("env/bin/python"))
    #expect(found.version.description == python.minor)
  }

  @Test(.needsPython) func anEnvironmentWithPython3Alone() throws {
    let python = try #require(RealPython.any)
    try folder.link("env/bin/python3", to: python.executable.string)
    let environment = folder.path.appending("env")
    #expect(try find(environment.string).executable == environment.appending("bin/python3"))
    #expect(try find(environment.appending("bin").string).executable == environment.appending("bin/python3"))
  }

  @Test(.needsPython) func aFolderWhoseNameIsNotUTF8() throws {
    let python = try #require(RealPython.any)
    try folder.link("env/bin/python", to: python.executable.string)
    try RealPython.run("/bin/sh", "-c", #"mv "$0/env" "$0/$(printf '\377')""#, folder.path.string)
    let found = try find(folder.path.string + #"/\udcff"#)
    #expect(found.executable.bytes == folder.path.bytes + [0x2F, 0xFF] + Array("/bin/python".utf8))
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Below the test's folder.
    let option: String
    let problem: @Sendable (FilePath) -> InterpreterProblem

    init(_ testDescription: String, _ option: String, _ problem: @escaping @Sendable (FilePath) -> InterpreterProblem) {
      self.testDescription = testDescription
      self.option = option
      self.problem = problem
    }
  }

  static let broken: [Broken] = [
    Broken("nothing", "absent") { .missing($0.appending("absent"), .option) },
    Broken("nothing below nothing", "absent/bin/python") { .missing($0.appending("absent/bin/python"), .option) },
    Broken("an empty folder", "empty") { .noEnvironment($0.appending("empty"), .option) },
    Broken("bin without python", "no-python") { .noEnvironment($0.appending("no-python"), .option) },
    Broken("bin/python is a folder", "folder") { .noEnvironment($0.appending("folder"), .option) },
    Broken("bin/python may not be executed", "text") { .notExecutable($0.appending("text/bin/python")) },
    Broken("a text file", "text/bin/python") { .notExecutable($0.appending("text/bin/python")) },
  ]

  @Test(arguments: broken)
  func isNoEnvironment(_ row: Broken) throws {
    try folder.folder("empty")
    try folder.write("", to: "no-python/bin/pip")
    try folder.folder("folder/bin/python")
    try folder.write("#!/bin/sh\n", to: "text/bin/python")
    let option = folder.path.appending(row.option).string
    #expect(throws: row.problem(folder.path)) { try find(option) }
  }

  @Test(arguments: [PythonSource.virtualEnvironment, .conda])
  func variableThatNamesNoEnvironment(_ source: PythonSource) throws {
    let file = try folder.write("", to: "file")
    let absent = folder.path.appending("absent")
    #expect(throws: InterpreterProblem.missing(absent, source)) { try find(nil, [source.rawValue: absent.string]) }
    #expect(throws: InterpreterProblem.noEnvironment(folder.path, source)) {
      try find(nil, [source.rawValue: folder.path.string])
    }
    #expect(throws: InterpreterProblem.noEnvironment(file, source)) { try find(nil, [source.rawValue: file.string]) }
  }

  @Test func pythonIsGone() throws {
    try folder.write("home = /gone/bin\n", to: "env/pyvenv.cfg")
    let python = try folder.link("env/bin/python", to: "python3")
    try folder.link("env/bin/python3", to: "/gone/bin/python3")
    let environment = folder.path.appending("env")
    let problem = #expect(throws: InterpreterProblem.self) { try find(environment.string) }
    #expect(problem?.code == "python-gone")
    #expect(
      problem?.message
        == "the Python of this environment is gone: \(python) leads to /gone/bin/python3, which does not exist")
    #expect(problem?.commands == ["uv venv --clear \(environment)"])
  }

  /// Whatever lies two folders above a link that is no environment's must not be cleared.
  @Test func linkThatIsNoEnvironments() throws {
    let link = try folder.link("home/bin/my-python", to: "/gone/python3")
    let problem = #expect(throws: InterpreterProblem.self) { try find(link.string) }
    #expect(problem?.code == "python-gone")
    #expect(problem?.message == "\(link) leads to /gone/python3, which does not exist")
    #expect(problem?.commands == ["realimport --python PATH …"])
  }

  @Test func linksInACircle() throws {
    let link = try folder.link("a", to: "b")
    try folder.link("b", to: "a")
    let problem = #expect(throws: InterpreterProblem.self) { try find(link.string) }
    #expect(problem?.code == "python-gone")
    #expect(problem?.commands == ["realimport --python PATH …"])
  }

  @Test(.needsPython("2.7")) func python2() throws {
    let python = try #require(RealPython.ofPyenv("2.7"))
    let problem = #expect(throws: InterpreterProblem.self) { try find(python.executable.string) }
    #expect(problem?.code == "python-too-old")
    #expect(problem?.message.contains("is Python 2.7") == true)
  }

  @Test(.needsPython("3.8")) func python38() throws {
    let python = try #require(RealPython.ofPyenv("3.8"))
    let environment = folder.path.appending("env")
    try python.environment(at: environment)
    let executable = environment.appending("bin/python")
    #expect(throws: InterpreterProblem.tooOld(executable, version: "3.8")) {
      try find(nil, ["VIRTUAL_ENV": environment.string])
    }
    let shim = try folder.program("#!/bin/sh\nexec \(python.executable) \"$@\"\n", to: "shim")
    #expect(throws: InterpreterProblem.tooOld(shim, version: python.release)) { try find(shim.string) }
  }
}
