import Testing

@testable import Diagnosis

@Suite struct VersionCheckTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: VersionCheck())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "an attribute that a package says is another one now",
      Sample.live(
        "ObsoleteAttributeException", "app.run_server has been replaced by app.run", ["/w/a.py", "\(site)/dash/x.py"],
        installed: "dash 3.0"), .versionConflict, .likely),
    RuleCase(
      "a module whose successor the exception names",
      Sample.live(
        "ImportError", "The spam.eggs module is deprecated,\nplease use the eggs module instead.",
        ["/w/a.py", "\(site)/spam/eggs.py"], installed: "spam 5.0"), .versionConflict, .likely),
    RuleCase(
      "two distributions whose libraries differ, in a module of C",
      Sample.live(
        "InternalError", "(-1, 'lxml & xmlsec libxml2 library version mismatch')", installed: "lxml 6.0", "xmlsec 1.3"
      ) { $0.failure.module = "xmlsec" }, .versionConflict, .likely, culprits: ["lxml", "xmlsec"]),
    RuleCase(
      "metadata of what the message calls by a part of its name",
      Sample.live(
        "RuntimeError", "the sip module implements API v12.0 but PyQt5.QtCore requires API v12.13",
        installed: "PyQt5 5.15", "PyQt5-sip 12.8"
      ) {
        $0.failure.module = "PyQt5"
        $0.conflict("PyQt5", "PyQt5-sip<13,>=12.13", found: "12.8")
      }, .versionConflict, .certain, culprits: ["PyQt5-sip", "PyQt5"]),
    RuleCase(
      "an address with a version in it",
      Sample.live(
        "ValidationError", "1 error for S: it is required. See https://errors.pydantic.dev/2.14/v/missing",
        ["\(site)/pydantic/main.py"], installed: "pydantic 2.14"), nil),
    RuleCase(
      "transformers' own check",
      Sample.text(
        "ImportError",
        "tokenizers>=0.11.1,!=0.11.3,<0.14 is required for a normal functioning of this module, but found tokenizers==0.15.0.",
        ["\(site)/transformers/x.py"]), .versionConflict, .likely, culprits: ["tokenizers", "transformers"]),
    RuleCase(
      "numba's",
      Sample.live(
        "ImportError", "Numba needs NumPy 1.24 or less", ["\(site)/numba/x.py"], installed: "numba 0.57", "numpy 2.2"
      ) {
        $0.conflict("numba", "numpy<1.25", found: "2.2")
      }, .versionConflict, .certain, culprits: ["numpy", "numba"]),
    RuleCase(
      "pkg_resources",
      Sample.text("ContextualVersionConflict", "(numpy 2.0 (/x), Requirement.parse('numpy<2'), {'spam'})"),
      .versionConflict, culprits: ["numpy"]),
    RuleCase(
      "what was removed",
      Sample.text("AttributeError", "`np.unicode_` was removed in the NumPy 2.0 release.", ["\(site)/xarray/x.py"]),
      .versionConflict, culprits: ["numpy", "xarray"]),
    RuleCase("of Python", Sample.text("RuntimeError", "spam requires Python version 3.12 or newer"), nil),
    RuleCase("of the C library", Sample.text("ImportError", "version `GLIBC_2.28' not found (required by x)"), nil),
    RuleCase("without a version", Sample.text("RuntimeError", "spam requires eggs"), nil),
    RuleCase(
      "of itself",
      Sample.live(
        "Exception", "Version mismatch: this is the 'cffi' package version 1.15.1, and '_cffi_backend' has 1.16.0",
        ["/w/a.py", "\(site)/cffi/api.py"], installed: "cffi 1.15.1"), .brokenInstall, .likely, culprits: ["cffi"]),
    RuleCase(
      "a toolkit that is not torch's",
      Sample.text(
        "RuntimeError",
        "The detected CUDA version (12.1) mismatches the version that was used to compile PyTorch (11.8)."),
      .versionConflict),
    RuleCase(
      "pip found no versions that fit",
      Sample.text("?", "Cannot install a==1 and b==2 because these package versions have conflicting dependencies."),
      .versionConflict, .likely),
    RuleCase(
      "a version of which there are two",
      Sample.live(
        "ImportError", "tqdm>=4.27 is required for a normal functioning of this module, but found tqdm==4.19.9",
        ["\(Sample.site)/transformers/x.py"], installed: "transformers 4.46", "tqdm 4.66"
      ) { $0.environment?.defects = [Defect(.duplicate, ["tqdm", "tqdm"], "two dist-info folders")] },
      .brokenInstall, .certain, culprits: ["tqdm"]),
    RuleCase(
      "what was removed since a version",
      Sample.live(
        "ImportError", "`load_boston` has been removed from scikit-learn since version 1.2.",
        ["/w/train.py"], installed: "scikit-learn 1.5.2"), .versionConflict, .likely),
    RuleCase(
      "a requirement in a sentence",
      Sample.text("ImportError", "Matplotlib requires pyparsing>=2.2.1; you have 2.2.0"), .versionConflict, .likely,
      culprits: ["pyparsing"]),
    RuleCase(
      "with blanks",
      Sample.text("ImportError", "matplotlib requires PyTorch version >= 1.5.6", ["\(site)/matplotlib/x.py"]),
      .versionConflict, .likely, culprits: ["torch", "matplotlib"]),
  ]
}
