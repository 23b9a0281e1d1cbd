import Probing
import Testing

@testable import Diagnosis

@Suite struct TwoRuntimesTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: TwoRuntimes()) }

  private static func crashed(_ output: String, copies: [String] = []) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.output = output
    failure.crashOwners = ["jaxlib"]
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
      "protobuf's registry", crashed("[libprotobuf ERROR] File already exists in database: xla/xla_data.proto"),
      .duplicateRuntime, .likely, culprits: ["jaxlib"]),
    RuleCase(
      "Qt", crashed("Cannot mix incompatible Qt library (version 0x50201) with this library (version 0x50602)"),
      .duplicateRuntime, .likely),
    RuleCase(
      "a class of macOS in two files",
      Sample.text(
        "?", "Class A is implemented in both /a/libQt5Core.5.dylib (0x1) and /b/QtCore (0x2). One of the two"),
      .duplicateRuntime, .possible),
    RuleCase(
      "pybind11's registry",
      Sample.text("ImportError", #"generic_type: type "Context" is already registered!"#, ["\(site)/spam/__init__.py"]),
      .duplicateRuntime, .likely, culprits: ["spam"]),
    RuleCase(
      "pybind11 misses a type", Sample.text("ImportError", #"generic_type: type "A" referenced unknown base type "B""#),
      nil),
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
    RuleCase(
      "Qt with the plugins of OpenCV",
      Sample.text(
        Sample.exception("?", ""),
        output: "Could not load the Qt platform plugin \"xcb\" in \"\(site)/cv2/qt/plugins\" even though it was found."),
      .duplicateRuntime, .likely, culprits: ["opencv-python"]),
    RuleCase(
      "LLVM",
      Sample.text("?", "LLVM ERROR: inconsistency in registered CommandLine options"), .duplicateRuntime, .likely),
  ]
}
