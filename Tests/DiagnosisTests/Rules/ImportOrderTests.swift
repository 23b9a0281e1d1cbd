import Probing
import Testing

@testable import Diagnosis

@Suite struct ImportOrderTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: ImportOrder())
  }

  private static func crash(_ imports: [String], signal: String = "SIGSEGV") -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.signal = signal
    failure.importChain = imports
    return Evidence(failure: failure)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "said so", Sample.text("ImportError", "spam must be imported before eggs", ["\(site)/spam/x.py"]), .importOrder,
      .likely, culprits: ["spam"]),
    RuleCase("not said", Sample.text("ImportError", "spam must be imported"), nil),
    RuleCase(
      "two imports at a prompt, then a crash", crash(["pyarrow", "ray"]), .importOrder, .likely, culprits: ["ray"]),
    RuleCase("one import", crash(["ray"]), nil),
    RuleCase("one beside Python's own library", crash(["sys", "ray"]), nil),
    RuleCase("an instruction that is not there", crash(["pyarrow", "ray"], signal: "SIGILL"), nil),
    RuleCase(
      "another one was set up before",
      Sample.text("ReactorAlreadyInstalledError", "reactor already installed", ["/w/a.py", "\(site)/twisted/x.py"]),
      .importOrder, .likely, culprits: ["twisted"]),
    RuleCase("installed, and that is well", Sample.text("RuntimeError", "spam is already installed"), nil),
    RuleCase(
      "a patch that came too late",
      Sample.text(
        "RecursionError", "maximum recursion depth exceeded", ["/w/a.py", "/usr/lib/python3.6/ssl.py"],
        source: "super(SSLContext, SSLContext).options.__set__(self, value)"), .importOrder, .likely),
    RuleCase(
      "another recursion",
      Sample.text("RecursionError", "maximum recursion depth exceeded", ["/w/a.py", "/usr/lib/python3.6/copy.py"]), nil),
    RuleCase(
      "models before applications",
      Sample.text(
        "AppRegistryNotReady", "Apps aren't loaded yet.", ["\(site)/spam/models.py", "\(site)/django/apps/registry.py"]),
      .importOrder, .likely, culprits: ["spam"]),
  ]
}
