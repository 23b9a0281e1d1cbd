import Supervision
import SystemPackage
import TestSupport
import Testing

/// Versions as `--python` takes them.
@Suite(.timeLimit(.minutes(5)), .needsPython) struct VersionSearchTests {
  private let folder: TestFolder
  private let python: RealPython

  init() throws {
    folder = try TestFolder()
    python = try #require(RealPython.any)
  }

  /// A home with this installation alone, under the name that pyenv or uv gives it.
  private func home(_ place: String) throws -> [String: String] {
    let installation = python.executable.removingLastComponent().removingLastComponent()
    try folder.link(place, to: installation.string)
    return ["HOME": folder.path.string]
  }

  @Test func installationsOfPyenv() throws {
    let variables = try home(".pyenv/versions/\(python.release)")
    let executable = folder.path.appending(".pyenv/versions/\(python.release)/bin/python3")
    for option in [python.minor, "python\(python.minor)", python.release, "python\(python.release)"] {
      let found = try find(option, variables)
      #expect(found.executable == executable)
      #expect(found.foundBy == .option)
    }
    #expect(throws: InterpreterProblem.self) { try find("\(python.minor).99", variables) }
  }

  @Test func installationsOfUv() throws {
    let place = "share/uv/python/cpython-\(python.release)-linux-x86_64-gnu"
    _ = try home(place)
    let data = ["XDG_DATA_HOME": folder.path.appending("share").string]
    #expect(try find(python.release, data).executable == folder.path.appending("\(place)/bin/python3"))
    let own = ["UV_PYTHON_INSTALL_DIR": folder.path.appending("share/uv/python").string]
    #expect(try find(python.release, own).executable == folder.path.appending("\(place)/bin/python3"))
  }

  @Test func theActiveEnvironmentComesFirst() throws {
    var variables = try home(".pyenv/versions/\(python.release)")
    let environment = folder.path.appending("env")
    try python.environment(at: environment)
    variables["VIRTUAL_ENV"] = environment.string
    #expect(try find(python.minor, variables).executable == environment.appending("bin/python"))
  }

  @Test func programsOnPath() throws {
    let program = try folder.link("bin/python\(python.minor)", to: python.executable.string)
    #expect(try find(python.minor, ["PATH": folder.path.appending("bin").string]).executable == program)
  }

  @Test func versionThatIsNotThere() throws {
    let problem = #expect(throws: InterpreterProblem.self) { try find("3.99", try home(".pyenv/versions/3.99.1")) }
    #expect(problem == .noSuchVersion("3.99", seen: [python.minor]))
    #expect(throws: InterpreterProblem.noSuchVersion("3.98", seen: [])) { try find("python3.98") }
  }

  @Test(.enabled(if: RealPython.usable.count > 1, "needs two Pythons"))
  func theOthersAreNamedInOrder() throws {
    for python in RealPython.usable {
      try folder.link("versions/\(python.release)/bin/python3", to: python.executable.string)
    }
    let seen = RealPython.usable.map(\.minor).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(throws: InterpreterProblem.noSuchVersion("3.99", seen: seen)) {
      try find("3.99", ["PYENV_ROOT": folder.path.string])
    }
  }

  @Test func theNewestWhereOnlyTheMajorIsAsked() throws {
    for python in RealPython.usable {
      try folder.link("versions/\(python.release)/bin/python3", to: python.executable.string)
    }
    let found = try find("3", ["PYENV_ROOT": folder.path.string])
    #expect(found.version.description == RealPython.usable.last?.minor)
  }

  @Test(arguments: ["2", "2.7", "3.8", "python3.8.18", "3.1"])
  func versionThatIsTooOld(_ option: String) {
    #expect(throws: InterpreterProblem.versionTooOld(String(option.drop { $0.isLetter }))) { try find(option) }
  }
}
