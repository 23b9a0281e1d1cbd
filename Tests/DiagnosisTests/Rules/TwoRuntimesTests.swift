import Testing

@testable import Diagnosis

@Suite struct TwoRuntimesTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: TwoRuntimes()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "OpenMP says so",
      Sample.text("?", "OMP: Error #15: Initializing libiomp5md.dll, but found libiomp5md.dll already initialized."),
      .duplicateRuntime, .likely),
    RuleCase(
      "NCCL",
      Sample.text("ImportError", "\(site)/torch/lib/libtorch_cuda.so: undefined symbol: ncclCommRegister"),
      .duplicateRuntime, .likely, culprits: ["nvidia-nccl"]),
    RuleCase(
      "NCCL in an extension of another project",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: ncclCommRegister"), nil),
    RuleCase("another error of OpenMP", Sample.text("?", "OMP: Error #100: Fatal system error detected."), nil),
  ]
}
