import Testing

@testable import Diagnosis

@Suite struct OverwrittenLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OverwrittenLibrary()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "NCCL",
      Sample.text("ImportError", "\(site)/torch/lib/libtorch_cuda.so: undefined symbol: ncclCommRegister"),
      .duplicateRuntime, .likely, culprits: ["nvidia-nccl"]),
    RuleCase(
      "NCCL in an extension of another project",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: ncclCommRegister"), nil),
  ]
}
