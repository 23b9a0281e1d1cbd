import Testing

@testable import Diagnosis

/// The rules that judge what loaders say.
@Suite struct NativeRulesTests {
  private static let site = Sample.site

  struct Row: Sendable, CustomTestStringConvertible {
    let rule: any Rule
    let row: RuleCase
    var testDescription: String { row.testDescription }

    init(_ rule: any Rule, _ row: RuleCase) {
      self.rule = rule
      self.row = row
    }
  }

  @Test(arguments: cases) func judges(_ row: Row) { row.row.expect(of: row.rule) }

  private static func text(_ message: String, type: String = "ImportError") -> Evidence { Sample.text(type, message) }

  static let cases: [Row] = [
    Row(
      AbsentLibrary(),
      RuleCase(
        "a library of CUDA", text("libcudart.so.13: cannot open shared object file: No such file or directory"),
        .missingSharedLibrary, .likely)),
    Row(
      AbsentLibrary(),
      RuleCase(
        "the driver's", text("libcuda.so.1: cannot open shared object file: No such file or directory"),
        .driverOrGPUMissing, .likely)),
    Row(AbsentLibrary(), RuleCase("no loader spoke", text("No module named 'libcuda'"), nil)),
    Row(
      ForeignSymbol(),
      RuleCase(
        "of torch", text("\(site)/vllm/_C.abi3.so: undefined symbol: _ZN3c104cuda14ExchangeDeviceEa"), .abiMismatch,
        .likely, culprits: ["vllm", "torch"])),
    Row(
      ForeignSymbol(),
      RuleCase(
        "of CPython", text("\(site)/a/_b.so: undefined symbol: PyObject_CallOneArg"), .pythonVersionUnsupported, .likely
      )),
    Row(ForeignSymbol(), RuleCase("only a word", text("an undefined symbol in the formula", type: "ValueError"), nil)),
    Row(
      OlderSystem(),
      RuleCase(
        "of the C library",
        text("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by \(site)/a/_b.so)"),
        .systemLibraryTooOld, .likely)),
    Row(
      OlderSystem(),
      RuleCase(
        "of a library of the environment",
        text("\(site)/b/libb.so: version `B_2' not found (required by \(site)/a/_b.so)"), nil)),
    Row(
      OtherPlatform(), RuleCase("other width", text("\(site)/a/_b.so: wrong ELF class: ELFCLASS32"), .wrongArchitecture)
    ),
    Row(
      OtherPlatform(), RuleCase("no ELF file", text("\(site)/a/_b.so: invalid ELF header"), .wrongArchitecture, .likely)
    ),
    Row(
      LoaderLimit(),
      RuleCase(
        "no room", text("\(site)/a/libgomp.so.1: cannot allocate memory in static TLS block"), .staticTLS)),
    Row(
      LoaderLimit(),
      RuleCase(
        "stack", text("\(site)/a/_b.so: cannot enable executable stack as shared object requires: Permission denied"),
        .executableStack)),
    Row(
      ChangedLayout(),
      RuleCase(
        "of greenlet",
        Sample.live(
          "ValueError",
          "greenlet.greenlet size changed, may indicate binary incompatibility. Expected 152 from C header, got 40",
          ["\(site)/gevent/x.py"], installed: "gevent 20.9.0", "greenlet 1.1.0"), .abiMismatch, .certain)),
    Row(
      ChangedLayout(),
      RuleCase(
        "of numpy", text("numpy.dtype size changed, may indicate binary incompatibility.", type: "ValueError"), nil)),
    Row(
      AbsentOperator(),
      RuleCase(
        "of torchvision", text("operator torchvision::nms does not exist", type: "RuntimeError"), .operatorMismatch,
        .likely, culprits: ["torchvision", "torch"])),
    Row(
      AbsentOperator(),
      RuleCase("of another kind", text("operator does not exist: integer = text", type: "ProgrammingError"), nil)),
    Row(
      AbsentOperator(),
      RuleCase(
        "in the words of an older torch", text("No such operator torchvision::nms", type: "RuntimeError"),
        .operatorMismatch, .likely, culprits: ["torchvision", "torch"])),
    Row(
      AbsentOperator(),
      RuleCase(
        "torchvision says it",
        text(
          "Couldn't load custom C++ ops. Your PyTorch and torchvision versions are incompatible", type: "RuntimeError"),
        .operatorMismatch, .likely)),
    Row(
      AbsentOperator(),
      RuleCase(
        "for another CUDA",
        text("Detected that PyTorch and torchvision were compiled with different CUDA versions.", type: "RuntimeError"),
        .operatorMismatch, .likely)),
    Row(
      AbsentOperator(),
      RuleCase(
        "the package's own", text("'_OpNamespace' '_C' object has no attribute 'gelu_quick'", type: "AttributeError"),
        nil)),
    Row(
      ForeignSymbol(),
      RuleCase(
        "cut off before the symbol", text("/env/lib/x.so\n[...]\nundefined symbol", type: "OSError"), .abiMismatch,
        .possible)),
  ]
}
