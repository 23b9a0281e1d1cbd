import Testing

@testable import Diagnosis

@Suite struct RaisedByItselfTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: RaisedByItself())
  }

  @Test func namesTheVariable() throws {
    let message = "The variable SPAM_HOME is not set in the environment"
    let finding = try #require(RaisedByItself().finding(in: Sample.text("RuntimeError", message, ["/w/a.py"])))
    #expect(finding.summary == "The module needs the environment variable SPAM_HOME while it is imported.")
    #expect(finding.fixes.first?.title.hasPrefix("set SPAM_HOME before the import") == true)
  }

  @Test func namesAVariableWithoutUnderscore() {
    let message = "make sure that the DISPLAY environment variable is set correctly"
    let finding = RaisedByItself().finding(in: Sample.text("ImportError", message, ["/w/a.py"]))
    #expect(finding?.summary == "The module needs the environment variable DISPLAY while it is imported.")
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "settings without a value",
      Sample.live(
        "ValidationError", "1 validation error for Settings\ndatabase_url\n  Field required", ["/w/settings.py"]),
      .importSideEffect, .likely),
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
    RuleCase(
      "data that is not here",
      Sample.text("LookupError", "Resource x not found.\n>>> nltk.download('x')", ["\(site)/nltk/data.py"]),
      .importSideEffect, .likely, culprits: ["nltk"]),
    RuleCase(
      "a recursion", Sample.text("RecursionError", "maximum recursion depth exceeded", ["/w/a.py"]), .importSideEffect,
      .likely),
    RuleCase("a variable, and nothing else", Sample.text("KeyError", "'API_KEY'"), .importSideEffect, .likely),
    RuleCase("another key", Sample.text("KeyError", "'name'"), nil),
    RuleCase(
      "no screen", Sample.text("TclError", "no display name and no $DISPLAY environment variable"), .importSideEffect,
      .likely),
    RuleCase(
      "no screen, in matplotlib's words",
      Sample.text(
        "ImportError",
        "Cannot load backend 'TkAgg' which requires the 'tk' interactive framework, as 'headless' is currently running"),
      .importSideEffect, .likely),
    RuleCase(
      "what Python imports at its start",
      Sample.text(
        Sample.exception("NameError", "name 'PosixPath' is not defined"),
        output: "Error in sitecustomize; set PYTHONVERBOSE for traceback:"), .importSideEffect, .likely),
  ]
}
