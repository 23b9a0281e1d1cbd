import Testing

@testable import Diagnosis

@Suite struct HiddenReleaseTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: HiddenRelease()) }

  private static func flask(hidden: String?, variable: String? = nil) -> Evidence {
    Sample.live("TypeError", "no", ["\(site)/flask/x.py"], installed: "flask 3.0", "werkzeug 2.0") {
      $0.conflict("flask", "werkzeug>=3.0", found: "2.0")
      $0.environment?.distributions["werkzeug"]?.location = "/old"
      if let variable { $0.environment?.variables[variable] = "/old" }
      guard let hidden else { return }
      var defect = Defect(.hiddenElsewhere, ["werkzeug", "werkzeug"], "one hides the other")
      defect.hiddenVersion = hidden
      $0.environment?.defects = [defect]
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "the one that fits lies behind", flask(hidden: "3.1"), .shadowedModule, .certain,
      culprits: ["werkzeug", "flask"]),
    RuleCase("PYTHONPATH puts it first", flask(hidden: "3.1", variable: "PYTHONPATH"), .environmentVariable, .certain),
    RuleCase("what lies behind does not fit either", flask(hidden: "2.9"), nil),
    RuleCase("nothing lies behind", flask(hidden: nil), nil),
  ]
}
