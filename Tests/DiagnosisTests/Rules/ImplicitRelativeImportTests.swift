import Testing

@testable import Diagnosis

@Suite struct ImplicitRelativeImportTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ImplicitRelativeImport()) }

  private static let site = Sample.site

  /// pyPdf's `__init__`, which wants a module, and what lies beside it.
  private static func importing(
    _ module: String, besides file: String = "pdf", in raiser: String = "\(site)/pyPdf/__init__.py"
  ) -> Evidence {
    Sample.live(
      "ModuleNotFoundError", "No module named '\(module)'", [raiser], source: "from \(module) import x",
      installed: "pyPdf 1.13"
    ) { $0.put("pyPdf.\(file)", .source, .site, "\(site)/pyPdf/\(file).py", owner: "pyPdf") }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a module beside the file", importing("pdf"), .pythonVersionUnsupported, .likely, culprits: ["pyPdf"]),
    RuleCase("nothing beside the file", importing("pdf", besides: "other"), nil),
    RuleCase("the name of a distribution that many use", importing("yaml", besides: "yaml"), nil),
    RuleCase("the file itself", importing("pdf", in: "\(site)/pyPdf/pdf.py"), nil),
    RuleCase("a part of a package", importing("pdf.core", besides: "pdf.core"), nil),
    RuleCase("code of the user's own", importing("pdf", in: "/w/pyPdf/__init__.py"), nil),
    RuleCase("a module at the top", importing("pdf", in: "\(site)/pyPdf.py"), nil),
  ]
}
