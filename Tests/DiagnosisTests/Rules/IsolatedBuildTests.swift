import Testing

@testable import Diagnosis

@Suite struct IsolatedBuildTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: IsolatedBuild())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "the build's own code",
      Sample.text("ModuleNotFoundError", "No module named 'torch'", ["/tmp/pip-build-env-x/overlay/a.py"]),
      .buildIsolation,
      .likely),
    RuleCase("a removed module", Sample.text("ModuleNotFoundError", "No module named 'imp'", ["/tmp/x/setup.py"]), nil),
    RuleCase("no build", Sample.text("ModuleNotFoundError", "No module named 'torch'"), nil),
    RuleCase(
      "the text of a setup.py",
      { () -> Evidence in
        var evidence = Sample.text("ModuleNotFoundError", "No module named 'torch'", ["<string>"])
        evidence.failure.exception?.frames[0].line = 9
        return evidence
      }(), .buildIsolation, .likely),
    RuleCase(
      "one line of `python -c`", Sample.text("ModuleNotFoundError", "No module named 'torch'", ["<string>"]), nil),
    RuleCase(
      "a setup.py that is run",
      Sample.text("ModuleNotFoundError", "No module named 'torch'", ["/tmp/x/setup.py"]), .buildIsolation, .likely),
    RuleCase(
      "an installed module that is called setup",
      Sample.text("ModuleNotFoundError", "No module named 'torch'", ["\(Sample.site)/homeassistant/setup.py"]), nil),
  ]
}
