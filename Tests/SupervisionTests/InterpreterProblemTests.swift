import Supervision
import SystemPackage
import Testing

@Suite struct InterpreterProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let problem: InterpreterProblem
    let code: String
    let message: String
    let commands: [String]
    var testDescription: String { message }

    init(_ problem: InterpreterProblem, _ code: String, _ message: String, _ commands: String...) {
      self.problem = problem
      self.code = code
      self.message = message
      self.commands = commands
    }
  }

  private static let other = "realimport --python PATH …"

  static let cases: [Case] = [
    Case(
      .noPython, "no-python",
      "no Python was found: neither VIRTUAL_ENV nor CONDA_PREFIX is set, there is no .venv here or above, and no usable python3 on PATH",
      other, "uv venv"),
    Case(.missing("/x/python", .option), "python-missing", "there is no /x/python", other, "uv venv"),
    Case(
      .missing("/x", .virtualEnvironment), "python-missing", "VIRTUAL_ENV is set to /x, which does not exist",
      "unset VIRTUAL_ENV"),
    Case(
      .missing("/x", .conda), "python-missing", "CONDA_PREFIX is set to /x, which does not exist", "unset CONDA_PREFIX"),
    Case(
      .noEnvironment("/a b", .option), "no-environment", "/a b is no Python environment: it has no bin/python",
      "uv venv '/a b'"),
    Case(
      .noEnvironment("/x", .conda), "no-environment",
      "CONDA_PREFIX names /x, which is no Python environment: it has no bin/python", "unset CONDA_PREFIX"),
    Case(
      .dangling("/e/bin/python", target: "/gone", environment: "/e"), "python-gone",
      "the Python of this environment is gone: /e/bin/python leads to /gone, which does not exist",
      "uv venv --clear /e"),
    Case(
      .dangling("/python", target: "/gone", environment: nil), "python-gone",
      "/python leads to /gone, which does not exist", other),
    Case(
      .notExecutable("/x"), "not-executable", "/x is no program that may be executed", other),
    Case(
      .noAnswer("/x", reason: "it printed `hello`"), "python-does-not-answer",
      "/x does not answer as a Python does: it printed `hello`", other),
    Case(
      .tooOld("/x", version: "3.8"), "python-too-old", "/x is Python 3.8; realimport needs CPython 3.9 or newer",
      other),
    Case(
      .versionTooOld("2.7"), "python-too-old", "Python 2.7 is too old; realimport needs CPython 3.9 or newer", other),
    Case(
      .notCPython("/x", implementation: "pypy"), "not-cpython",
      "/x is pypy; realimport needs CPython, whose library it embeds", other, "uv venv"),
    Case(
      .noLibrary("/x", PythonVersion(3, 11)), "no-libpython",
      "/x is linked without a shared libpython3.11, and no other libpython3.11 was found",
      "apt-get install libpython3.11", "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install --force 3.11"),
    Case(.noSuchVersion("3.99", seen: []), "no-such-version", "no Python 3.99 was found", "uv python install 3.99"),
    Case(
      .noSuchVersion("3.99", seen: ["3.9", "3.13t"]), "no-such-version",
      "no Python 3.99 was found; there are 3.9, 3.13t", "uv python install 3.99"),
  ]

  @Test(arguments: cases)
  func words(_ row: Case) {
    #expect(row.problem.code == row.code)
    #expect(row.problem.message == row.message)
    #expect(row.problem.commands == row.commands)
  }

  /// A command is pasted into a shell, whatever the folder is called.
  static let quotings: [(FilePath, String)] = [
    ("/plain/a-b_c.d+e", "/plain/a-b_c.d+e"), ("/it's", #"'/it'\''s'"#), ("/a b", "'/a b'"), ("/$(rm)", "'/$(rm)'"),
    ("/~", "'/~'"), ("/größe", "'/größe'"), ("/a;b", "'/a;b'"), ("/a\nb", "'/a\nb'"),
  ]

  @Test(arguments: quotings)
  func quoting(_ folder: FilePath, _ quoted: String) {
    #expect(InterpreterProblem.noEnvironment(folder, .option).commands == ["uv venv \(quoted)"])
  }

  @Test func warnings() {
    let borrowed = InterpreterWarning.borrowedLibrary("/lib/libpython3.11.so")
    #expect(borrowed.code == "borrowed-libpython")
    #expect(
      borrowed.message
        == "this Python has no libpython of its own; /lib/libpython3.11.so of the same minor version is used instead")
    let passedOver = InterpreterWarning.passedOver("/x/python3", reason: "it ended with status 3")
    #expect(passedOver.code == "python-passed-over")
    #expect(passedOver.message == "/x/python3 was passed over: it ended with status 3")
  }
}
