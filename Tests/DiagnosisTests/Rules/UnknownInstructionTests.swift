import Probing
import Testing

@testable import Diagnosis

@Suite struct UnknownInstructionTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: UnknownInstruction()) }

  private static func dead(_ signal: String, missing: String? = nil) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.signal = signal
    failure.missingInstruction = missing
    failure.crashOwners = missing == nil ? [] : ["a"]
    return Evidence(failure: failure)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "numpy asks the processor",
      Sample.text(
        "RuntimeError", "NumPy was built with baseline optimizations:\n(X86_V2) but your machine doesn't support"),
      .cpuInstructionUnsupported, .likely),
    RuleCase(
      "the loader does", Sample.text("ImportError", "/lib64/libm.so.6: CPU ISA level is lower than required"),
      .cpuInstructionUnsupported, .likely),
    RuleCase(
      "jax asks the processor",
      Sample.text(
        "RuntimeError",
        "This version of jaxlib was built using AVX instructions, which your CPU and/or operating system"),
      .cpuInstructionUnsupported, .likely),
    RuleCase(
      "the start of TensorFlow's library",
      Sample.text(
        "ImportError", "DLL load failed: A dynamic link library (DLL) initialization routine failed.",
        ["C:\\e\\site-packages\\tensorflow\\python\\pywrap_tensorflow_internal.py"]), .cpuInstructionUnsupported,
      .likely
    ),
    RuleCase(
      "the start of another library",
      Sample.text(
        "ImportError", "DLL load failed: A dynamic link library (DLL) initialization routine failed.",
        ["C:\\e\\site-packages\\spam\\__init__.py"]), nil),
    RuleCase(
      "the status that the start of a library ended with",
      Sample.text(
        "ImportError", "DLL load failed with error code -1073741795",
        ["\(site)/tensorflow/python/pywrap_tensorflow.py"]), .cpuInstructionUnsupported, .likely,
      culprits: ["tensorflow"]),
    RuleCase(
      "the status of another reason", Sample.text("ImportError", "DLL load failed with error code -1073741515"), nil),
    RuleCase("the signal", dead("SIGILL"), .cpuInstructionUnsupported, .likely),
    RuleCase(
      "the processor lacks what the instruction needs", dead("SIGILL", missing: "AVX512F"),
      .cpuInstructionUnsupported, .certain, culprits: ["a"]),
    RuleCase("another signal", dead("SIGSEGV"), nil),
  ]
}
