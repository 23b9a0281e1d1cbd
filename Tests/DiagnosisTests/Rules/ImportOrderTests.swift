import Testing

@testable import Diagnosis

@Suite struct ImportOrderTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: ImportOrder())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "said so", Sample.text("ImportError", "spam must be imported before eggs", ["\(site)/spam/x.py"]), .importOrder,
      .likely, culprits: ["spam"]),
    RuleCase("not said", Sample.text("ImportError", "spam must be imported"), nil),
  ]
}
