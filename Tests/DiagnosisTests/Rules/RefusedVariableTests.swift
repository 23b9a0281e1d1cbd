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

  private static func local(_ type: String, _ message: String, _ source: String) -> Evidence {
    Sample.live(type, message, ["/w/logs.py"], source: source) {
      $0.environment?.relatedVariables = ["LOG_LEVEL": "verbose"]
    }
  }

  private static func repeating(_ type: String, in file: String = "\(site)/botocore/session.py") -> Evidence {
    Sample.live(type, "The config profile (other-account) could not be found", [file], installed: "botocore 1.34") {
      $0.environment?.repeatedVariables = ["AWS_PROFILE": "other-account"]
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
    RuleCase(
      "code of the user that reads it",
      local("ValueError", "Unknown level: 'verbose'", "basicConfig(level=os.environ.get('LOG_LEVEL'))"),
      .environmentVariable, .likely),
    RuleCase(
      "code of the user that does not", local("ValueError", "Unknown level: 'verbose'", "basicConfig(level=level)"), nil
    ),
    RuleCase(
      "a variable that nothing names, and whose value nobody else would write", repeating("ProfileNotFound"),
      .environmentVariable, .likely, culprits: ["botocore"]),
    RuleCase("the same in code of the user", repeating("ProfileNotFound", in: "/w/cloud.py"), nil),
    RuleCase(
      "a setting of the package that speaks of the same",
      refusing("ValueError", "Number of workers must be > 0.", ["KERAS_MAX_WORKERS": "0"]), .environmentVariable,
      .possible),
    RuleCase(
      "a number that is none", refusing("PanicException", "ParseIntError { kind: InvalidDigit }", ["KERAS_N": "many"]),
      .environmentVariable, .possible),
    RuleCase(
      "a number where one could not be read", refusing("PanicException", "ParseIntError", ["KERAS_N": "8"]), nil),
    RuleCase(
      "of another package", refusing("ValueError", "Number of workers must be > 0.", ["NUMBA_MAX_WORKERS": "0"]), nil),
    RuleCase(
      "a terminal that is not known",
      Sample.live("error", "setupterm: could not find terminal", ["/w/screen.py"]) {
        $0.environment?.relatedVariables = ["TERM": "xterm-nowhere"]
      }, .environmentVariable, .likely),
    RuleCase(
      "a variable by the first word of the package, of which the exception's type speaks",
      Sample.live("BadDsn", "Unsupported scheme ''", ["\(site)/sentry_sdk/utils.py"], installed: "sentry-sdk 2.14") {
        $0.environment?.relatedVariables = ["SENTRY_DSN": "your-dsn-here", "SENTRY_ENVIRONMENT": "test"]
      }, .environmentVariable, .possible, culprits: ["sentry-sdk"]),
    RuleCase(
      "one of the package of which nobody speaks",
      Sample.live("BadDsn", "Unsupported scheme ''", ["\(site)/sentry_sdk/utils.py"], installed: "sentry-sdk 2.14") {
        $0.environment?.relatedVariables = ["SENTRY_ENVIRONMENT": "test"]
      }, nil),
    RuleCase(
      "a folder that is not there",
      Sample.live(
        "FileNotFoundError", "[Errno 2] No such file or directory: '/gone/x/a.db'", ["\(site)/keras/x.py"],
        installed: "keras 3.5"
      ) {
        $0.environment?.repeatedVariables = ["KERAS_FOLDER": "/gone/x"]
      }, .environmentVariable, .likely),
    RuleCase(
      "a setting of which the function that raised speaks",
      Sample.live("ValueError", "Expected one of [a, b]", ["\(site)/keras/x.py"], installed: "keras 3.5") {
        $0.failure.exception?.frames[0].function = "get_scheduler"
        $0.environment?.relatedVariables = ["KERAS_SCHEDULER": "other"]
      }, .environmentVariable, .possible),
    RuleCase(
      "a folder that is not there, in code of the user that reads the variable",
      Sample.live(
        "FileNotFoundError", "No such file or directory: '/gone/x/a'", ["/w/a.py"], source: "mkdir(os.environ['JOBS'])"
      ) {
        $0.environment?.repeatedVariables = ["JOBS": "/gone/x"]
      }, .environmentVariable, .likely),
  ]
}
