import Testing

@testable import Diagnosis

@Suite struct ModuleOfAnotherPythonTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ModuleOfAnotherPython()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "bytecode, as Python 2 says it", Sample.text("ImportError", "Bad magic number in /usr/lib/python2.7/site.pyc"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "no function to start with",
      Sample.text("ImportError", "dynamic module does not define module export function (PyInit_cv2)"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "linked with another Python",
      Sample.text("ImportError", "Module use of python39.dll conflicts with this version of Python."),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "pybind11 says so",
      Sample.text(
        "ImportError", "Python version mismatch: module was compiled for Python 3.6, but the interpreter is 3.8",
        ["\(site)/spam/__init__.py"]), .pythonVersionUnsupported, .likely, culprits: ["spam"]),
    RuleCase("another reason", Sample.text("ImportError", "No module named 'cv2'"), nil),
    RuleCase(
      "a compiled file without its source",
      Sample.live("ImportError", "bad magic number in 'a.b': b'o\\r\\r\\n'") {
        $0.put("a.b", .source, .workingDirectory, "/w/a/b.pyc")
      }, .pythonVersionUnsupported, .certain),
    RuleCase(
      "bytecode of another release", Sample.text("ValueError", "bad marshal data (unknown type code)"),
      .pythonVersionUnsupported, .likely),
  ]
}
