import Testing

@testable import Diagnosis

@Suite struct ForeignSymbolTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ForeignSymbol()) }

  @Test func showsWhoHadTheSymbol() {
    let line = "/a/x.so: symbol clSet, version OPENCL_2.0 not defined in file libOpenCL.so.1 with link time reference"
    let finding = ForeignSymbol().finding(in: Self.text(line))
    #expect(finding?.evidence == [line, "where it was built, libOpenCL.so.1 had the symbol"])
  }

  private static func text(_ message: String, type: String = "ImportError") -> Evidence { Sample.text(type, message) }

  private static let symbol = "\(site)/vllm/_C.abi3.so: undefined symbol: _ZN3c104cuda14ExchangeDeviceEa"
  private static let torch = OwningDistribution(name: "torch", version: "2.2.0")

  private static func explained(_ conclusion: LoaderExplanation.Conclusion) -> Evidence {
    Sample.loader(symbol, .undefinedSymbol, conclusion, of: "vllm", installed: "vllm 0.4.3", "torch 2.2.0") {
      $0.symbol = "_ZN3c104cuda14ExchangeDeviceEa"
    }
  }

  static let cases: [RuleCase] = [
    RuleCase("of torch, in a text", text(symbol), .abiMismatch, .likely, culprits: ["vllm", "torch"]),
    RuleCase(
      "of CPython, in a text", text("\(site)/a/_b.so: undefined symbol: PyObject_CallOneArg"),
      .pythonVersionUnsupported,
      .likely),
    RuleCase(
      "of gfortran's library", text("\(site)/a/_b.so: undefined symbol: _gfortran_stop_numeric_f08"), .abiMismatch,
      .likely),
    RuleCase(
      "cut off before the symbol", text("/env/lib/x.so\n[...]\nundefined symbol", type: "OSError"), .abiMismatch,
      .possible),
    RuleCase("nothing but the loader's words", Sample.text("?", "undefined symbol"), .abiMismatch, .possible),
    RuleCase("only a word", text("an undefined symbol in the formula", type: "ValueError"), nil),
    RuleCase(
      "a near form in what is installed", explained(.builtAgainstOtherRelease(of: torch)), .abiMismatch, .certain,
      culprits: ["vllm", "torch"]),
    RuleCase(
      "the other C++ strings", explained(.builtWithOtherStringABI), .abiMismatch, .certain, culprits: ["vllm", "torch"]),
    RuleCase("a newer Python's", explained(.newerPython(minor: 12)), .pythonVersionUnsupported, .certain),
    RuleCase("the driver's", explained(.comesWithDriver(.nvidia)), .driverOrGPUMissing, .certain),
    RuleCase(
      "a build without CUDA", explained(.partLeftOut(of: torch)), .abiMismatch, .certain, culprits: ["vllm", "torch"]),
  ]
}
