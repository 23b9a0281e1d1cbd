import Testing

@testable import Diagnosis

@Suite struct FrozenProgramTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: FrozenProgram()) }

  private static let importer = "/app/PyInstaller/loader/pyimod02_importers.py"

  static let cases: [RuleCase] = [
    RuleCase(
      "metadata that was not packed",
      Sample.text(
        "PackageNotFoundError", "No package metadata was found for tqdm",
        [importer, "/app/transformers/utils/versions.py"]), .brokenInstall, .likely, culprits: ["tqdm"]),
    RuleCase(
      "the same, in the words of pkg_resources",
      Sample.text(
        "DistributionNotFound", "The 'google-api-core' distribution was not found and is required by the application",
        [importer, "/app/pkg_resources/__init__.py"]), .brokenInstall, .likely, culprits: ["google-api-core"]),
    RuleCase(
      "a module that nothing imports by its name",
      Sample.text("ModuleNotFoundError", "No module named 'sklearn.utils._typedefs'", ["C:\\T\\_MEI1234\\app.py"]),
      .brokenInstall, .likely, culprits: ["sklearn"]),
    RuleCase(
      "a program of cx_Freeze",
      Sample.text(
        "ModuleNotFoundError", "No module named 'idna'",
        ["C:\\p\\site-packages\\cx_Freeze\\initscripts\\__startup__.py", "app.py"]), .brokenInstall, .likely),
    RuleCase("another failure there", Sample.text("ValueError", "bad marshal data", [importer]), nil),
    RuleCase("no packed program", Sample.text("ModuleNotFoundError", "No module named 'idna'", ["/app/app.py"]), nil),
    RuleCase(
      "PyInstaller itself, while it packs",
      Sample.text(
        "ModuleNotFoundError", "No module named 'altgraph'",
        ["\(Sample.site)/PyInstaller/__main__.py", "\(Sample.site)/PyInstaller/depend/analysis.py"]), nil),
  ]
}
