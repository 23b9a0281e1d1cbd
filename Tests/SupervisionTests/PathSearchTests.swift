import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Programs on PATH, scripts in place of Python, and names given to `--python`.
@Suite(.timeLimit(.minutes(5)), .needsPython, .needsNoProjectEnvironment) struct PathSearchTests {
  private let folder: TestFolder
  private let python: RealPython
  /// Ends every PATH, and has a real Python.
  private let real: FilePath

  init() throws {
    folder = try TestFolder()
    python = try #require(RealPython.any)
    real = try folder.link("real/python3", to: python.executable.string)
  }

  private func path(_ names: String...) -> [String: String] {
    ["PATH": (names + ["real"]).map { folder.path.appending($0).string }.joined(separator: ":")]
  }

  @Test func theFirstOnPath() throws {
    try folder.folder("empty")
    let found = try find(nil, path("empty", "absent"))
    #expect(found.executable == real)
    #expect(found.foundBy == .searchPath)
    #expect(found.version.description == python.minor)
    #expect(found.warnings.isEmpty)
  }

  @Test func whatIsNoProgramIsNotSeen() throws {
    try folder.write("#!/bin/sh\n", to: "text/python3")
    try folder.folder("folder/python3")
    try folder.link("dangling/python3", to: "/gone")
    try folder.link("circle/python3", to: "python3")
    let found = try find(nil, path("text", "folder", "dangling", "circle"))
    #expect(found.executable == real && found.warnings.isEmpty)
  }

  @Test func nothingOnPath() {
    for variables in [[:], ["PATH": ""], ["PATH": ":::"], ["PATH": "/nowhere"]] as [[String: String]] {
      #expect(throws: InterpreterProblem.noPython) { try find(nil, variables) }
    }
  }

  @Test func aVariableThatIsEmptyCountsAsNotSet() throws {
    var variables = path()
    variables["VIRTUAL_ENV"] = ""
    variables["CONDA_PREFIX"] = ""
    #expect(try find(nil, variables).foundBy == .searchPath)
  }

  @Test func pythonWhereThereIsNoPython3() throws {
    let other = try folder.link("other/python", to: python.executable.string)
    let found = try find(nil, ["PATH": other.removingLastComponent().string])
    #expect(found.executable == other)
  }

  struct Decoy: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let program: String
    let reason: String

    init(_ testDescription: String, _ program: String, _ reason: String) {
      self.testDescription = testDescription
      self.program = program
      self.reason = reason
    }
  }

  static let decoys: [Decoy] = [
    Decoy("it prints nonsense", "#!/bin/sh\necho 'hello, world'\n", "it printed `hello, world`"),
    Decoy("it says nothing", "#!/bin/sh\nexit 3\n", "it ended with status 3"),
    Decoy(
      "it complains", "#!/bin/sh\necho out\necho 'pyenv: no version' >&2\nexit 127\n", "it printed `pyenv: no version`"),
    Decoy("it is killed", "#!/bin/sh\nkill -SEGV $$\n", "it was killed by SIGSEGV"),
    Decoy("half an answer", "#!/bin/sh\nprintf 'realimport-answer\\n3.12.1\\n'\n", "it printed `realimport-answer`"),
    Decoy("no script and no binary", "garbage\n", "it cannot be started: Exec format error"),
    Decoy("a script for a program that is gone", "#!/gone\n", "it cannot be started: No such file or directory"),
  ]

  @Test(arguments: decoys)
  func decoy(_ row: Decoy) throws {
    let decoy = try folder.program(row.program, to: "decoy/python3")
    let found = try find(nil, path("decoy"))
    #expect(found.executable == real)
    #expect(found.warnings == [.passedOver(decoy, reason: row.reason)])
    // Where there is nothing else, and where it was named, it is the problem.
    let problem = InterpreterProblem.noAnswer(decoy, reason: row.reason)
    #expect(throws: problem) { try find(nil, ["PATH": decoy.removingLastComponent().string]) }
    #expect(throws: problem) { try find(decoy.string) }
  }

  @Test func anotherProgramUnderThatName() throws {
    let decoy = try folder.folder("decoy").appending("python3")
    try RealPython.run("/bin/cp", "-L", "/bin/true", decoy.string)
    let found = try find(nil, path("decoy"))
    #expect(found.executable == real)
    #expect(found.warnings.map(\.code) == ["python-passed-over"])
  }

  /// The user's choice, even though another Python comes after it.
  @Test(.needsPython("3.8")) func anOldPythonIsNotPassedOver() throws {
    let old = try folder.link("old/python3", to: try #require(RealPython.ofPyenv("3.8")).executable.string)
    #expect(throws: InterpreterProblem.tooOld(old, version: "3.8")) { try find(nil, path("old")) }
  }

  struct Shim: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: String

    init(_ testDescription: String, _ lines: String) {
      self.testDescription = testDescription
      self.lines = lines
    }
  }

  static let shims: [Shim] = [
    Shim("it executes Python", "exec REAL \"$@\""), Shim("it starts Python", "REAL \"$@\""),
    Shim("it prints before", "echo activating\necho >&2 activating\nexec REAL \"$@\""),
    Shim("it prints no line end", "printf activating...\nexec REAL \"$@\""),
    Shim("it prints after", "REAL \"$@\"\necho deactivated"),
    Shim("it fails afterwards", "REAL \"$@\"\nexit 1"),
  ]

  @Test(arguments: shims)
  func scriptThatStartsPython(_ row: Shim) throws {
    let lines = row.lines.replacing("REAL", with: python.executable.string)
    let shim = try folder.program("#!/bin/sh\n\(lines)\n", to: "shim/python3")
    for option in [nil, shim.string] {
      let found = try find(option, path("shim"))
      #expect(found.executable == python.executable)
      #expect(found.version.description == python.minor)
      #expect(found.warnings.isEmpty)
    }
  }

  @Test func programByItsName() throws {
    let program = try folder.link("tools/my-python", to: python.executable.string)
    let found = try find("my-python", path("tools"))
    #expect(found.executable == program)
    #expect(throws: InterpreterProblem.missing("another", .option)) { try find("another", path("tools")) }
    #expect(throws: InterpreterProblem.missing("", .option)) { try find("", path("tools")) }
  }

  /// LD_LIBRARY_PATH leads the loader to another file unless the program has a DT_RPATH; so it leads us.
  @Test(.enabled(if: RealPython.any?.isOfPyenv == true, "needs a Python that is linked to its library, as pyenv's are"))
  func libraryOfTheLoader() throws {
    let own = try find(python.executable.string)
    let name = try #require(own.libpython.lastComponent)
    let other = try folder.link("lib/\(name)", to: own.libpython.string)
    let found = try find(python.executable.string, ["LD_LIBRARY_PATH": "/nowhere::\(folder.path.appending("lib"))"])
    #expect(found.libpython == other)
  }
}
