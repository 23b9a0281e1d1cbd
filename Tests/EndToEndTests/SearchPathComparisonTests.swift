import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// The search path that is read from files against the real one, in environments that other tools make.
@Suite(.needsIndex) struct SearchPathComparisonTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(arguments: TestPython.all)
  func environmentsOfUv(_ python: TestPython) throws {
    for options in [[], ["--system-site-packages"], ["--relocatable"], ["--seed"]] {
      try uv(["venv", "--quiet", "--python", python.executable.string] + options + ["env\(options.joined())"])
      try compare("env\(options.joined())/bin/python")
    }
  }

  @Test(arguments: TestPython.all)
  func environmentsOfVirtualenv(_ python: TestPython) throws {
    let tool = try virtualenv()
    for options in [[], ["--system-site-packages"], ["--copies"]] {
      let arguments = ["--quiet", "--no-download", "--python", python.executable.string] + options
      let run = try Program(in: folder.path).run(tool, arguments + ["env\(options.joined())"])
      try #require(run.status == 0, "\(run.errors)")
      try compare("env\(options.joined())/bin/python")
    }
  }

  /// What was installed from the index, path files and all, and a project that is installed as it lies there.
  @Test(arguments: [TestEnvironment.tools, .small, .many])
  func environmentsOfTests(_ environment: TestEnvironment) throws {
    try compare(try environment.folder().appending("bin").appending("python").string)
  }

  @Test func editableProject() throws {
    try folder.write("[project]\nname = 'mine'\nversion = '1'\n", to: "project/pyproject.toml")
    try folder.write("", to: "project/src/mine/__init__.py")
    try uv(["venv", "--quiet", "env"])
    try uv(["pip", "install", "--quiet", "--python", "env/bin/python", "-e", "project"])
    let read = try compare("env/bin/python")
    #expect(read.entries.contains(folder.path.appending("project/src")))
  }

  private func virtualenv() throws -> FilePath {
    try uv(["venv", "--quiet", "tool"])
    try uv(["pip", "install", "--quiet", "--python", "tool/bin/python", "virtualenv"])
    return folder.path.appending("tool/bin/virtualenv")
  }

  private func uv(_ arguments: [String]) throws {
    let program = try TestEnvironment.tools.folder().appending("bin").appending("uv")
    let run = try Program(in: folder.path).run(program, arguments)
    try #require(run.status == 0, "\(arguments): \(run.errors)")
  }

  @discardableResult
  private func compare(_ executable: String) throws -> StaticSearchPath {
    let executable = folder.path.pushing(FilePath(executable))
    let script = "import os, sys; os.write(1, b'\\n'.join(map(os.fsencode, ['paths:'] + sys.path[1:])))"
    let run = try Program(in: folder.path, ["HOME": folder.path.string]).run(executable, ["-c", script])
    try #require(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let asked = lines[((lines.firstIndex(of: "paths:") ?? -1) + 1)...].map { FilePath($0) }
    let environment = ProcessEnvironment(entries: [Array("HOME=\(folder.path.string)".utf8)])
    let interpreter = try Interpreter.find(executable.string, environment: environment)
    let read = interpreter.searchPath(environment: environment, workingFolder: folder.path)
    #expect(read.entries == asked)
    #expect(read.problems.isEmpty && read.isVirtualEnvironment)
    return read
  }
}
