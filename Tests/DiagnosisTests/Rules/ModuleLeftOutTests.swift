import Testing

@testable import Diagnosis

@Suite struct ModuleLeftOutTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ModuleLeftOut()) }

  private static func wanting(_ module: String, installed: String) -> Evidence {
    var evidence = Sample.live("ModuleNotFoundError", "No module named '\(module)'", ["\(site)/fs/__init__.py"])
    evidence.environment = Sample.environment([installed])
    evidence.environment?.owners = [:]
    return evidence
  }

  private static func listed(_ module: String, installed: String) -> Evidence {
    var evidence = wanting(module, installed: installed)
    evidence.modules[module] = ModuleEvidence(name: module)
    evidence.modules[module]?.missingFiles = ["\(site)/\(module)/__init__.py"]
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "setuptools without pkg_resources", wanting("pkg_resources", installed: "setuptools 83.0"), .versionConflict,
      .certain, culprits: ["setuptools", "fs"]),
    RuleCase("nothing that brings it", wanting("pkg_resources", installed: "pip 25.0"), nil),
    RuleCase("a module that nobody knows", wanting("frobnicate", installed: "setuptools 83.0"), nil),
    RuleCase(
      "a release that does not have it yet", wanting("attrs", installed: "attrs 20.3"), .versionConflict, .likely,
      culprits: ["attrs", "fs"]),
    RuleCase("a module that the list of files has", listed("attrs", installed: "attrs 24.2"), nil),
  ]
}
