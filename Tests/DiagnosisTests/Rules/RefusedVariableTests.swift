import Testing

@testable import Diagnosis

@Suite struct RefusedVariableTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RefusedVariable()) }

  private static func refusing(_ type: String, _ message: String, _ variables: [String: String]) -> Evidence {
    Sample.live(type, message, ["\(site)/keras/x.py"], installed: "keras 3.5") {
      $0.environment?.relatedVariables = variables
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "its value in quotation marks",
      refusing("ValueError", "Key backend: 'Qt9Agg' is not a valid value", ["MPLBACKEND": "Qt9Agg"]),
      .environmentVariable, .likely, culprits: ["keras"]),
    RuleCase(
      "its value at the end", refusing("ValueError", "Unable to import backend : bogus", ["KERAS_BACKEND": "bogus"]),
      .environmentVariable),
    RuleCase(
      "its name alone", refusing("ValueError", "QT_API is not in valid options", ["QT_API": "bogus"]),
      .environmentVariable),
    RuleCase(
      "the module that it names",
      refusing("ModuleNotFoundError", "No module named 'mysite'", ["DJANGO_SETTINGS_MODULE": "mysite.settings"]),
      .environmentVariable),
    RuleCase("a value that nobody speaks of", refusing("ValueError", "no", ["KERAS_BACKEND": "torch"]), nil),
    RuleCase("a value as short as a word", refusing("ValueError", "'1' fails", ["KERAS_X": "1"]), nil),
    RuleCase("no variable", refusing("ValueError", "'bogus' is not a valid value", [:]), nil),

  ]
}
