import Reporting
import SystemPackage
import TestSupport
import Testing

/// What is wrong with an environment as a whole, told by every check in it.
struct EnvironmentWarningTests {
  /// A virtual environment that was made for a Python that has another version by now.
  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func aPythonThatHasChanged() throws {
    let folder = try TestFolder()
    let python = try #require(TestPython.any)
    let home = python.executable.removingLastComponent().string
    try folder.write("home = \(home)\nversion_info = 3.2.1.final.0\n", to: ".venv/pyvenv.cfg")
    try folder.link(".venv/bin/python", to: python.executable.string)
    try folder.folder(".venv/lib/python\(python.version)/site-packages")
    try folder.write("", to: ".venv/lib/python3.2/site-packages/left.py")
    let program = Program(in: folder.path)
    let (report, status) = try program.report("json")
    let codes = ["environment-python-changed", "packages-of-other-python"]
    #expect(status == 0 && report.environment.warnings.map(\.code) == codes)
    #expect(report.checks.map { $0.warnings.count } == [0])
    let text = try program.run("json").output
    #expect(
      text.split(separator: "\n").dropFirst().first?.hasPrefix("  warning: the environment was made for Python 3.2")
        == true)
    #expect(try program.run("--strict", "json").status == 0)
  }
}
