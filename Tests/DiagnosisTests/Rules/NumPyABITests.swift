import Testing

@testable import Diagnosis

@Suite struct NumPyABITests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: NumPyABI())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "the layout of dtype",
      Sample.live(
        "ValueError",
        "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject",
        ["\(site)/pandas/x.py"], installed: "pandas 2.0", "numpy 2.2"), .numpyABI, .certain,
      culprits: ["pandas", "numpy"]),
    RuleCase(
      "swallowed before",
      Sample.text(Sample.exception("ImportError", "x"), output: "AttributeError: _ARRAY_API not found"),
      .numpyABI, .likely),
    RuleCase(
      "numpy is not there at all", Sample.live("ImportError", "numpy.core.multiarray failed to import"),
      .missingDistribution, .certain, culprits: ["numpy"]),
    RuleCase(
      "a name that numpy 2 removed", Sample.text("AttributeError", "module 'numpy' has no attribute 'float'"), nil),
    RuleCase(
      "numpy says first that it is not there",
      Sample.text(
        Sample.exception("ImportError", "numpy.core.multiarray failed to import"), output: "No module named 'numpy'"),
      .missingDistribution, .likely, culprits: ["numpy"]),
    RuleCase(
      "versions as old numpy wrote them",
      Sample.text("RuntimeError", "module compiled against API version a but this version of numpy is 9"), .numpyABI),
    RuleCase(
      "versions as newer numpy writes them",
      Sample.text(
        "RuntimeError",
        "module was compiled against NumPy C-API version 0x10 (NumPy 1.23) but the running NumPy has C-API version 0xf."
      ),
      .numpyABI, .likely),
    RuleCase(
      "the layout, in the words of the first Cython",
      Sample.text("ValueError", "numpy.dtype has the wrong size, try recompiling"), .numpyABI, .likely),
    RuleCase("torch, without numpy's functions", Sample.text("RuntimeError", "Numpy is not available"), .numpyABI),
    RuleCase(
      "the part of newer numpy that compiled code asks for",
      Sample.text("ModuleNotFoundError", "No module named 'numpy.core._multiarray_umath'", ["/w/train.py"]),
      .numpyABI, .likely),
    RuleCase(
      "the same, asked for by numpy itself",
      Sample.text(
        "ModuleNotFoundError", "No module named 'numpy.core._multiarray_umath'", ["\(site)/numpy/core/overrides.py"]),
      nil),
    RuleCase(
      "the same, quoted by numpy",
      Sample.text("ImportError", "Original error was: No module named 'numpy.core._multiarray_umath'"), nil),
    RuleCase("of ufuncs", Sample.text("AttributeError", "_UFUNC_API not found"), .numpyABI),
  ]

  struct Direction: Sendable, CustomTestStringConvertible {
    let minor: Int?
    let message: String
    let advice: String
    var testDescription: String { "3.\(minor.map(String.init) ?? "?"): \(message)" }
  }

  static let directions: [Direction] = [
    Direction(minor: nil, message: "numpy.core.multiarray failed to import", advice: "go back to numpy 1"),
    Direction(minor: 9, message: "numpy.core.multiarray failed to import", advice: "go back to numpy 1"),
    Direction(minor: 8, message: "numpy.core.multiarray failed to import", advice: "upgrade numpy"),
    Direction(minor: 9, message: "No module named 'numpy.core._multiarray_umath'", advice: "upgrade numpy"),
    Direction(minor: nil, message: "module compiled against API version 0xe but … is 0xd", advice: "upgrade numpy"),
  ]

  @Test(arguments: directions) func advises(_ row: Direction) {
    let evidence = Sample.text("ImportError", row.message, minor: row.minor)
    #expect(NumPyABI().finding(in: evidence)?.fixes.first?.title == row.advice)
  }
}
