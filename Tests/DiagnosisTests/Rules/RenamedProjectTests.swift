import Testing

@testable import Diagnosis

@Suite struct RenamedProjectTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RenamedProject()) }

  private static func raised(_ message: String, by distribution: String = "spam-client") -> Evidence {
    Sample.live("Exception", message, ["\(site)/spam/__init__.py"], installed: "\(distribution) 6.0") {
      guard let count = $0.failure.exception?.frames.count else { return }
      $0.failure.exception?.frames[count - 1].owner = .distribution(distribution)
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "as pinecone says it",
      raised("The package has been renamed from `spam-client` to `spam`. Please remove `spam-client` and add `spam`."),
      .wrongDistribution, .likely, culprits: ["spam-client", "spam"]),
    RuleCase(
      "spelt with another sign", raised("'spam_client' was renamed: pip install 'spam' instead"), .wrongDistribution),
    RuleCase(
      "a function that was renamed", raised("`load` has been renamed to `read`, use `read` instead"), nil),
    RuleCase("without the new name", raised("`spam-client` is deprecated, remove it"), nil),
    RuleCase("without advice", raised("`spam-client` was renamed in the year of `spam`"), nil),
    RuleCase(
      "code of the user", Sample.live("Exception", "`a` was renamed, use `b` instead", ["/w/a.py"], installed: "a 1.0"),
      nil),
  ]
}
