import Testing

@testable import Diagnosis

@Suite struct ModuleLeftOutTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ModuleLeftOut()) }

  private static func wanting(_ module: String, installed: String) -> Evidence {
    var evidence = Sample.live("ModuleNotFoundError", "No module named '\(module)'", ["\(site)/fs/__init__.py"])
    evidence.environment = Sample.environment([installed])
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "setuptools without pkg_resources", wanting("pkg_resources", installed: "setuptools 83.0"), .versionConflict,
      .certain, culprits: ["setuptools", "fs"]),
    RuleCase("nothing that brings it", wanting("pkg_resources", installed: "pip 25.0"), nil),
    RuleCase("a module that nobody knows", wanting("frobnicate", installed: "setuptools 83.0"), nil),
  ]
}
