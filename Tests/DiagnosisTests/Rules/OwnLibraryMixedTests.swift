import Testing

@testable import Diagnosis

@Suite struct OwnLibraryMixedTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OwnLibraryMixed()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a library of torch wants another one",
      Sample.text("ImportError", "\(site)/torch/lib/libtorch_python.so: undefined symbol: _ZN5torch3jit5ValueE"),
      .brokenInstall, .likely, culprits: ["torch"]),
    RuleCase(
      "its extension module does",
      Sample.text("ImportError", "\(site)/torch/_C.so: undefined symbol: _ZTIN2at4TypeE"), .brokenInstall, .likely),
    RuleCase(
      "a symbol of MKL",
      Sample.text("ImportError", "\(site)/torch/lib/libtorch_cpu.so: undefined symbol: iJIT_NotifyEvent"), nil),
    RuleCase(
      "another project wants it",
      Sample.text("OSError", "\(site)/torch_sparse/_version_cuda.so: undefined symbol: _ZN3c106detail23fE"), nil),
  ]
}
