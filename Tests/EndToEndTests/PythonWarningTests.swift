import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Warnings that Python shows while it imports a module are told of its check, and shown as plain Python shows them.
struct PythonWarningTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// Beginnings of what is told; nothing for what Python does not show either.
    let told: [String]

    var testDescription: String { name }
  }

  private static let cases: [Case] = [
    Case(
      name: "by the compiler", source: "value = 1\nassert (value, 'always')\n",
      told: ["SyntaxWarning: assertion is always true"]),
    Case(
      name: "by the module", source: "import warnings\nwarnings.warn('old')\n", told: ["UserWarning: old"]),
    Case(
      name: "through importlib",
      source: "import importlib\nimportlib.import_module('warnings').warn('old')\n", told: ["UserWarning: old"]),
    Case(
      name: "by the compiler and the module",
      source: "import warnings\nwarnings.warn('old')\nassert (warnings, 'always')\n",
      told: ["SyntaxWarning: assertion is always true", "UserWarning: old"]),
    Case(
      name: "twice by code that is compiled later",
      source: "for text in ('a is 1', 'a is 2'): compile(text, text, 'eval')\n",
      told: ["SyntaxWarning: \"is\" with", "SyntaxWarning: \"is\" with"]),
    Case(name: "ignored by default", source: "import warnings\nwarnings.warn('old', DeprecationWarning)\n", told: []),
    Case(
      name: "ignored by a filter",
      source: "import warnings\nwarnings.simplefilter('ignore')\ncompile('1 is 1', 'a', 'eval')\n", told: []),
    Case(
      name: "caught by the module",
      source: """
        import warnings
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            warnings.warn('old')
        assert [str(w.message) for w in caught] == ['old']

        """, told: []),
    Case(name: "none", source: "value = 1\n", told: []),
  ]

  @Test(arguments: TestPython.all, cases)
  func areTold(python: TestPython, example: Case) throws {
    let folder = try TestFolder()
    try folder.write(example.source, to: "warned.py")
    let program = Program(in: folder.path)
    let check = try program.check("--python", python.executable.string, "warned")
    let plain = try program.run(python.executable, ["-B", "-c", "import warned"])
    #expect(check.outcome == .passed)
    let told = check.warnings.filter { $0.code == "python-warning" }.map(\.message)
    #expect(told.count == example.told.count)
    #expect(zip(told, example.told).allSatisfy { $0.hasPrefix($1) }, "\(told)")
    #expect(check.output.text == plain.output + plain.errors)
  }

  /// An expression runs in `__main__`, for which deprecations are shown by default.
  @Test func areToldOfExpressions() throws {
    let folder = try TestFolder()
    try folder.write("value = 1\n", to: "warned.py")
    let table = """
      [tool.realimport.checks.warned]
      import = "warned"
      expressions = ["warned.value is 1"]
      """
    try folder.write(table, to: "pyproject.toml")
    let check = try #require(try Program(in: folder.path).report([]).report.checks.first)
    #expect(check.warnings.contains { $0.message.hasPrefix("SyntaxWarning: \"is\" with") })
  }
}
