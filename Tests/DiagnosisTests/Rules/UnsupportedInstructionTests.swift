import Probing
import Testing

@testable import Diagnosis

@Suite struct UnsupportedInstructionTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: UnsupportedInstruction()) }

  private static func crashed(_ signal: String, missing: String? = nil) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.signal = signal
    failure.missingInstruction = missing
    failure.crashedIn = ["\(site)/a/_b.so"]
    failure.crashOwners = ["a"]
    var evidence = Evidence(failure: failure)
    evidence.environment = Sample.environment(["a 1.0"])
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "an instruction of a feature that is absent", crashed("SIGILL", missing: "needs avx512f"),
      .cpuInstructionUnsupported, .certain, culprits: ["a"]),
    RuleCase("an unknown instruction", crashed("SIGILL"), .cpuInstructionUnsupported, .likely),
    RuleCase("another signal", crashed("SIGSEGV"), nil),
    RuleCase(
      "the loader refuses",
      Sample.loader(
        "libx.so: CPU ISA level is lower than required", .processorLevel, .otherMachine, of: "a", installed: "a 1.0"),
      .cpuInstructionUnsupported, .certain, culprits: ["a"]),
  ]
}
