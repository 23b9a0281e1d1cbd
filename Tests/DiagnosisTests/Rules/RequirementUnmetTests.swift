import Probing
import Testing

@testable import Diagnosis

@Suite struct RequirementUnmetTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RequirementUnmet()) }

  private static func evidence(_ phase: Phase?, found: String?) -> Evidence {
    Sample.live("X", "") {
      $0.failure.phase = phase
      $0.failure.unmetRequirements = [Failure.UnmetRequirement(requirement: "torch>=2.4", found: found, statedBy: nil)]
    }
  }

  static let cases: [RuleCase] = [
    RuleCase("another version", evidence(.version, found: "2.2.0"), .versionConflict, .certain, culprits: ["torch"]),
    RuleCase("not installed", evidence(.version, found: nil), .missingDistribution, .certain, culprits: ["torch"]),
    RuleCase("the import failed before", evidence(.import, found: "2.2.0"), nil),
  ]
}
