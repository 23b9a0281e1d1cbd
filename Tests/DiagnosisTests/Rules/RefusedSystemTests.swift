import Testing

@testable import Diagnosis

@Suite struct RefusedSystemTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RefusedSystem()) }

  private static func refusing(_ message: String) -> Evidence {
    Sample.live("ImportError", message, ["\(Sample.site)/spam/__init__.py"], installed: "spam 1.0")
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a package that says where it works", refusing("spam is only supported on Windows"), .wrongArchitecture, .likely),
    RuleCase("one that says where it does not", refusing("Not supported on this platform: x"), nil),
    RuleCase("the same as a sentence", refusing("spam is not supported on this platform"), .wrongArchitecture),
    RuleCase("what some device does not support", refusing("float64 is not supported on this GPU"), nil),
  ]
}
