import Testing

@testable import Diagnosis

@Suite struct RefusedLiteralTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RefusedLiteral()) }

  private static let site = Sample.site

  /// A line of code that calls matplotlib, which raises.
  private static func called(
    _ source: String, _ type: String, _ message: String, in file: String = "/w/plots.py"
  ) -> Evidence {
    Sample.live(
      type, message, [file, "\(site)/matplotlib/style.py"], installed: "matplotlib 3.9.2", "seaborn 0.9",
      change: { $0.failure.exception?.frames[0].source = source })
  }

  private static let unknownStyle = "'seaborn-whitegrid' is not a valid package style"

  static let cases: [RuleCase] = [
    RuleCase(
      "a dotted name that is looked up",
      Sample.live(
        "AttributeError", "module 'jinja2.ext' has no attribute 'autoescape'", ["/w/a.py", "\(site)/jinja2/utils.py"],
        source: "return getattr(module, obj)", installed: "jinja2 3.1",
        change: { $0.failure.exception?.frames[0].source = "E = Environment(extensions=['jinja2.ext.autoescape'])" }),
      .versionConflict, .possible, culprits: ["jinja2"]),
    RuleCase(
      "a name that the message repeats", called("style.use('seaborn-whitegrid')", "OSError", unknownStyle),
      .versionConflict, .possible, culprits: ["matplotlib"]),
    RuleCase(
      "the same in code of a distribution",
      called("style.use('seaborn-whitegrid')", "OSError", unknownStyle, in: "\(site)/seaborn/x.py"),
      .versionConflict, .likely, culprits: ["matplotlib", "seaborn"]),
    RuleCase(
      "a key",
      called("rc[\"text.latex.unicode\"] = True", "KeyError", "'text.latex.unicode is not a valid rc parameter'"),
      .versionConflict),
    RuleCase(
      "the scheme of an address",
      called("E = create_engine('postgres+x://u:p@h/d')", "NoSuchModuleError", "Can't load plugin: dialects:postgres"),
      .versionConflict),
    RuleCase(
      "another one in the second place", called("rc('x', \"abc\")", "ValueError", "abc is not valid"), .versionConflict),
    RuleCase("a part of a word", called("use('sea')", "ValueError", "'seaborn' is not a valid style"), nil),
    RuleCase(
      "a name that is not in quotation marks", called("use(seaborn)", "ValueError", "seaborn is not valid"), nil),
    RuleCase("no refusal", called("open_it('data.csv')", "ValueError", "data.csv has no rows"), nil),
    RuleCase(
      "a parser that is not installed",
      called("Soup(t, 'lxml')", "FeatureNotFound", "Unknown parser: lxml. Do you need to install a parser library?"),
      nil),
    RuleCase("a mark without its end", called("use('seaborn", "ValueError", "'seaborn' is not valid"), nil),
  ]
}
