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
      "in the words of the first Cython", Sample.text("ValueError", "spam.eggs has the wrong size, try recompiling"),
      .abiMismatch, .likely),
    RuleCase(
      "of numpy, in those words", Sample.text("ValueError", "numpy.dtype has the wrong size, try recompiling"), nil),
    RuleCase(
      "of numpy", Sample.text("ValueError", "numpy.dtype size changed, may indicate binary incompatibility."), nil),
    RuleCase(
      "a function that another module no longer shares",
      Sample.text(
        "ImportError", "scipy.linalg.cython_blas does not export expected C function cgemm",
        ["\(site)/spam/x.py"]), .abiMismatch, .likely, culprits: ["spam"]),
    RuleCase(
      "a function of other parameters",
      Sample.text("TypeError", "C function spam.eggs.f has wrong signature (expected int (void), got int (int))"),
      .abiMismatch, .likely),
    RuleCase(
      "a method that Cython gives its classes",
      Sample.text("AttributeError", "type object 'spam.array' has no attribute '__reduce_cython__'"), .abiMismatch,
      .likely),
    RuleCase(
      "a start that failed in silence",
      Sample.text("SystemError", "initialization of _internal failed without raising an exception"), .abiMismatch,
      .likely),
  ]
}
