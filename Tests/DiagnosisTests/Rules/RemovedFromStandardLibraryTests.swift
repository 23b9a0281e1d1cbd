import Testing

@testable import Diagnosis

@Suite struct RemovedFromStandardLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: RemovedFromStandardLibrary())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "imp in 3.12", Sample.text("ModuleNotFoundError", "No module named 'imp'", ["\(site)/future/x.py"], minor: 12),
      .pythonVersionUnsupported, .certain, culprits: ["future"]),
    RuleCase(
      "a module inside a removed package",
      Sample.text("ModuleNotFoundError", "No module named 'distutils.util'", minor: 13), .pythonVersionUnsupported),
    RuleCase("imp in 3.11", Sample.text("ModuleNotFoundError", "No module named 'imp'", minor: 11), nil),
    RuleCase(
      "removed, and nobody says which Python it is", Sample.text("ImportError", "No module named 'imp'"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "not yet there", Sample.text("ImportError", "No module named 'tomllib'", minor: 10), .pythonVersionUnsupported),
    RuleCase("added long ago", Sample.text("ImportError", "No module named 'tomllib'", minor: 12), nil),
    RuleCase("of Python 2", Sample.text("ImportError", "No module named urllib2", minor: 8), .pythonVersionUnsupported),
    RuleCase("of nobody", Sample.text("ImportError", "No module named 'spam'", minor: 12), nil),
    RuleCase(
      "found all the same",
      Sample.live("ImportError", "No module named 'imp'", minor: 12) {
        $0.put("imp", .source, .site, "\(site)/imp.py", owner: "zombie-imp")
      }, nil),
    RuleCase(
      "not yet there, and nobody says which Python it is", Sample.text("ImportError", "No module named 'tomllib'"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "of Python 2, in Python 2",
      Sample.text("ImportError", "No module named Tkinter", ["/usr/lib64/python2.7/site-packages/six.py"]), nil),
    RuleCase(
      "of Python 3, in Python 2, in a script", Sample.text("ImportError", "No module named queue", ["/home/me/wig.py"]),
      .pythonVersionUnsupported, .likely, culprits: []),
    RuleCase(
      "of Python 3, in Python 2, in code that means both",
      Sample.text("ImportError", "No module named builtins", ["/usr/lib/python2.7/site-packages/kipart/x.py"]),
      .missingDistribution, .likely, culprits: ["future", "kipart"]),
    RuleCase(
      "a script that means both",
      Sample.text("ImportError", "No module named builtins", ["/home/me/x.py"], source: "from builtins import range"),
      .missingDistribution, .likely, culprits: ["future"]),
    RuleCase(
      "of Python 3, without what Python 2 found of it",
      Sample.text("ImportError", "No module named request", ["/home/me/x.py"]), .pythonVersionUnsupported),
    RuleCase(
      "the same, as the line has it",
      Sample.text("ImportError", "No module named parse", ["/home/me/x.py"], source: "from urllib.parse import quote"),
      .pythonVersionUnsupported),
    RuleCase("a project's", Sample.text("ImportError", "No module named parse", ["/home/me/x.py"]), nil),
    RuleCase("with quotes, as Python 3 writes", Sample.text("ImportError", "No module named 'queue'"), nil),
    RuleCase(
      "of six",
      Sample.text(
        "ImportError", "No module named configparser", ["/home/me/x.py"],
        source: "from six.moves.configparser import ConfigParser"), nil),
  ]
}
