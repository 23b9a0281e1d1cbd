import Testing

@testable import Diagnosis

@Suite struct InactiveEnvironmentTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: InactiveEnvironment()) }

  private static let warning = "not been activated.  Libraries may fail to load.  To activate this environment"

  static let cases: [RuleCase] = [
    RuleCase(
      "a DLL that was not found",
      Sample.text(
        Sample.exception("ImportError", "DLL load failed: The specified module could not be found."), output: warning),
      .environmentVariable, .likely, culprits: ["PATH"]),
    RuleCase(
      "the same in another language",
      Sample.text(Sample.exception("ImportError", "DLL load failed: 找不到指定的模块。"), output: warning),
      .environmentVariable, .likely),
    RuleCase(
      "without the warning", Sample.text("ImportError", "DLL load failed: The specified module could not be found."),
      nil),
    RuleCase(
      "another failure",
      Sample.text(Sample.exception("ImportError", "cannot import name 'a' from 'b'"), output: warning),
      nil),
  ]
}
