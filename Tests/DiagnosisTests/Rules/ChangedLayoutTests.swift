import Testing

@testable import Diagnosis

@Suite struct ChangedLayoutTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ChangedLayout()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "of greenlet",
      Sample.live(
        "ValueError",
        "greenlet.greenlet size changed, may indicate binary incompatibility. Expected 152 from C header, got 40",
        ["\(site)/gevent/x.py"], installed: "gevent 20.9.0", "greenlet 1.1.0"), .abiMismatch, .certain,
      culprits: ["gevent", "greenlet"]),
    RuleCase(
      "of numpy", Sample.text("ValueError", "numpy.dtype size changed, may indicate binary incompatibility."), nil),
  ]
}
