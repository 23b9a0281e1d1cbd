import Testing

@testable import Diagnosis

@Suite struct AbsentLibraryTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: AbsentLibrary()) }

  private static func text(_ message: String) -> Evidence { Sample.text("ImportError", message) }

  private static let torch = OwningDistribution(name: "torch", version: "2.13.0+cpu")

  static let cases: [RuleCase] = [
    RuleCase(
      "cut off before the library", text("cannot open shared object file: No such file or directory"),
      .missingSharedLibrary, .likely),
    RuleCase(
      "a library of CUDA, in a text",
      text("libcudart.so.13: cannot open shared object file: No such file or directory"),
      .missingSharedLibrary, .likely),
    RuleCase(
      "the driver's, in a text", text("libcuda.so.1: cannot open shared object file: No such file or directory"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "of the driver of another accelerator, in a text",
      text("libascend_hal.so: cannot open shared object file: No such file or directory"), .driverOrGPUMissing, .likely),
    RuleCase(
      "one that Windows does not name",
      text("DLL load failed while importing _b: The specified module could not be found."),
      nil),
    RuleCase(
      "MKL's own words", text("Intel MKL FATAL ERROR: Cannot load libmkl_avx512.so or libmkl_def.so."),
      .missingSharedLibrary, .likely),
    RuleCase("no loader spoke", text("No module named 'libcuda'"), nil),
    RuleCase(
      "for CUDA beside a torch without it",
      Sample.loader(
        "libcudart.so.13: cannot open shared object file: No such file or directory", .missingLibrary,
        .partLeftOut(of: torch), of: "torchaudio", installed: "torchaudio 2.11.0", "torch 2.13.0+cpu"),
      .missingSharedLibrary, .certain, culprits: ["torchaudio", "torch"]),
    RuleCase(
      "of a toolkit that one can install, in a text",
      text("libascendcl.so: cannot open shared object file: No such file or directory"), .missingSharedLibrary, .likely),
    RuleCase(
      "of the driver of a Jetson, in a text",
      text("libnvdla_runtime.so: cannot open shared object file: No such file or directory"), .driverOrGPUMissing,
      .likely),
    RuleCase(
      "the driver's, as the files show",
      Sample.loader(
        "libcuda.so.1: cannot open shared object file: No such file or directory", .missingLibrary,
        .comesWithDriver(.nvidia), of: "vllm", installed: "vllm 0.4.1"), .driverOrGPUMissing, .certain,
      culprits: ["vllm"]),
  ]

  @Test func advisesWhatIsRequiredAndMissing() {
    var evidence = Sample.loader(
      "libcublas.so.12: cannot open shared object file: No such file or directory", .missingLibrary, .notInstalled,
      of: "torch", installed: "torch 2.2.0"
    ) {
      $0.library = "libcublas.so.12"
      $0.suppliers = [.distributions(["nvidia-cublas-cu12"])]
    }
    evidence.conflict("torch", "nvidia-cublas-cu12==12.1.3.1", found: nil, .missing)
    let commands = AbsentLibrary().finding(in: evidence)?.fixes.flatMap(\.commands) ?? []
    #expect(commands.first == "/env/bin/python -m pip install torch==2.2.0")
  }
}
