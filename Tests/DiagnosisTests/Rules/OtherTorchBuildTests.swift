import Testing

@testable import Diagnosis

@Suite struct OtherTorchBuildTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OtherTorchBuild()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a part of torch for CUDA",
      Sample.text(
        "OSError", "libc10_cuda.so: cannot open shared object file: No such file or directory",
        ["\(site)/torchaudio/_extension.py", "\(site)/torch/_ops.py"]), .wrongArchitecture, .likely,
      culprits: ["torchaudio", "torch"]),
    RuleCase(
      "a library of CUDA itself",
      Sample.text("OSError", "libcudart.so.12: cannot open shared object file: No such file or directory"), nil),
    RuleCase(
      "a part of another release of torch",
      Sample.text("OSError", "libtorch_cuda_cpp.so: cannot open shared object file: No such file or directory"),
      .abiMismatch, .likely),
    RuleCase(
      "torch's library as its first releases called it",
      Sample.text("OSError", "libtorch.so.1: cannot open shared object file: No such file or directory"), .abiMismatch,
      .likely),
    RuleCase(
      "a library of every release",
      Sample.text("OSError", "libtorch.so: cannot open shared object file: No such file or directory"), nil),
  ]
}
