import Testing

@testable import Diagnosis

@Suite struct NoAlternativeTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: NoAlternative()) }

  private static func wanting(_ message: String, sought: [String]) -> Evidence {
    Sample.live("ImportError", message, ["\(site)/spam/x.py"], installed: "spam 1.0") {
      $0.failure.soughtInVain = sought
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "named by the message",
      wanting("spam requires one of PyQt5 or PySide6", sought: ["yaml", "PyQt5", "PySide6"]), .missingDistribution,
      .likely, culprits: ["pyqt5"]),
    RuleCase(
      "named by nothing but the search", wanting("No Qt bindings could be found", sought: ["PySide6", "PyQt6"]),
      .missingDistribution, .likely, culprits: ["pyside6"]),
    RuleCase("nothing was looked for", wanting("No Qt bindings could be found", sought: []), nil),
    RuleCase("one module alone", wanting("requires one of yaml", sought: ["yaml"]), nil),
    RuleCase("no word of absence", wanting("one of us fails", sought: ["PyQt5", "PyQt6"]), nil),
    RuleCase(
      "a text alone",
      Sample.text("ImportError", "requires one of PyQt5, PyQt6 or PySide2", ["\(site)/pyqtgraph/Qt.py"]),
      .missingDistribution, .likely, culprits: ["pyqt5"]),
    RuleCase("a user's own words", Sample.text("ImportError", "requires one of PyQt5, PyQt6", ["/w/a.py"]), nil),
  ]
}
