import Testing

@testable import Diagnosis

@Suite struct RefusedVersionTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: RefusedVersion())
  }

  private static func refused(_ qualifiedType: String, _ message: String) -> Evidence {
    var exception = Sample.exception("InvalidVersion", message)
    exception.qualifiedType = qualifiedType
    return Sample.text(exception)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "by setuptools",
      refused(
        "pkg_resources.extern.packaging.version.InvalidVersion",
        "Invalid version: '0.23ubuntu1' (package: distro-info)"), .versionConflict, .likely,
      culprits: ["distro-info", "setuptools"]),
    RuleCase(
      "by packaging", refused("packaging.version.InvalidVersion", "Invalid version: 'unknown'"), .versionConflict,
      .likely, culprits: ["packaging"]),
    RuleCase(
      "by pip", refused("pip._vendor.packaging.version.InvalidVersion", "Invalid version: '1.0-x'"), .versionConflict,
      .likely, culprits: ["pip"]),
    RuleCase("another exception", Sample.text("ValueError", "Invalid version: '1.0-x'"), nil),
  ]
}
