import Testing

@testable import Diagnosis

@Suite struct RaisedByItselfTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: RaisedByItself())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a missing variable",
      Sample.text(
        "KeyError", "'HOME_OF_SPAM'", ["/w/a.py", "/usr/lib/python3.11/os.py"], source: "value = environ[key]"),
      .importSideEffect, .likely),
    RuleCase(
      "no network", Sample.text("ConnectionError", "refused", ["\(site)/spam/x.py"]), .importSideEffect, .likely,
      culprits: ["spam"]),
    RuleCase("an exception of its own", Sample.live("Bad", "no", ["/w/a.py"]), .importSideEffect, .possible),
    RuleCase(
      "a loader's message",
      Sample.text(
        "ImportError", "libGL.so.1: cannot open shared object file: No such file or directory", ["\(site)/a/b.py"]), nil
    ),
    RuleCase("a missing module", Sample.text("ImportError", "No module named 'spam'", ["/w/a.py"]), nil),
  ]
}
