import Probing
import Testing

@testable import Diagnosis

@Suite struct TwoRuntimesTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: TwoRuntimes()) }

  private static func crashed(_ output: String, copies: [String] = []) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.output = output
    failure.runtimeCopies = copies.map {
      OwnedFile(path: "/env/\($0)/libiomp5.so", distribution: OwningDistribution(name: $0, version: nil))
    }
    return Evidence(failure: failure)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "OpenMP, and the files",
      crashed(
        "OMP: Error #15: Initializing libiomp5.so, but found libiomp5.so already initialized.",
        copies: ["intel-openmp", "spam"]), .duplicateRuntime, .certain, culprits: ["intel-openmp", "spam"]),
    RuleCase(
      "OpenMP says so",
      Sample.text("?", "OMP: Error #15: Initializing libiomp5md.dll, but found libiomp5md.dll already initialized."),
      .duplicateRuntime, .likely),
    RuleCase(
      "two makers' runtimes",
      Sample.text(
        "?",
        "Error: mkl-service + Intel(R) MKL: MKL_THREADING_LAYER=INTEL is incompatible with libgomp.so.1 library."),
      .duplicateRuntime, .likely, culprits: ["mkl-service"]),
    RuleCase("another error of OpenMP", Sample.text("?", "OMP: Error #100: Fatal system error detected."), nil),
  ]
}
