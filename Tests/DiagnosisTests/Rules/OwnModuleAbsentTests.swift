import Testing

@testable import Diagnosis

@Suite struct OwnModuleAbsentTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OwnModuleAbsent()) }

  private static let site = Sample.site

  private static func importing(
    _ module: String, in file: String = "/w/main.py", change: (inout Evidence) -> Void
  ) -> Evidence {
    Sample.live(
      "ModuleNotFoundError", "No module named '\(module)'", [file], installed: "badlib 1.0", change: change)
  }

  private static func ownPackage(_ name: String) -> (inout Evidence) -> Void {
    { $0.put(name, .package, .workingDirectory, "/w/\(name)/__init__.py") }
  }

  /// The package of a distribution before a folder of the same name.
  private static func installedPackage(_ folder: String?) -> (inout Evidence) -> Void {
    {
      $0.put("tests", .folder, .workingDirectory, "/w/tests")
      $0.put("tests", .package, .site, "\(site)/tests/__init__.py", owner: "badlib")
      $0.modules["tests.helpers", default: ModuleEvidence(name: "tests.helpers")].passedOver = folder
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a package of one's own", importing("orders.models", change: ownPackage("orders")), .importSideEffect, .likely),
    RuleCase("the name of a library", importing("numpy.models", change: ownPackage("numpy")), nil),
    RuleCase(
      "code of a distribution", importing("orders.models", in: "\(site)/x.py", change: ownPackage("orders")), nil),
    RuleCase(
      "a folder that an installed package hides",
      importing("tests.helpers", change: installedPackage("/w/tests/helpers.py")), .shadowedModule, .likely,
      culprits: ["badlib"]),
    RuleCase("a folder that has no such file", importing("tests.helpers", change: installedPackage(nil)), nil),
    RuleCase("nothing of that name", importing("tests.helpers") { _ in }, nil),
  ]
}
