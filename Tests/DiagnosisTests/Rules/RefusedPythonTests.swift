import Probing
import Testing

@testable import Diagnosis

@Suite struct RefusedPythonTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RefusedPython()) }

  private static func refusing(_ message: String, _ kind: Unfulfilled.Kind = .python) -> Evidence {
    Sample.live("ImportError", message, ["\(site)/IPython/__init__.py"], minor: 9, installed: "ipython 8.30.0") {
      $0.failure.exception?.frames[0].owner = .distribution("ipython")
      $0.conflict("ipython", ">=3.10", found: "Python 3.9.18", kind)
    }
  }

  private static func crashed() -> Evidence {
    var evidence = refusing("")
    evidence.failure.exception = nil
    evidence.failure.outcome = .crashed
    evidence.failure.crashOwners = ["ipython"]
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "says so itself", refusing("IPython 8.19+ supports Python 3.10 and above"), .pythonVersionUnsupported, .certain,
      culprits: ["ipython"]),
    RuleCase("fails otherwise", refusing("cannot import name 'x' from 'y'"), .pythonVersionUnsupported, .likely),
    RuleCase("dies", crashed(), .pythonVersionUnsupported, .certain),
    RuleCase("another requirement", refusing("IPython", .version), nil),
  ]
}
