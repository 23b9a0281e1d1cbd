import Testing

@testable import Diagnosis

@Suite struct AbsentOperatorTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: AbsentOperator()) }

  private static func mixed() -> Evidence {
    let torch = OwningDistribution(name: "torch", version: "2.13.0+cpu")
    var evidence = Sample.loader(
      "libcudart.so.13: cannot open shared object file", .missingLibrary, .partLeftOut(of: torch), of: "torchvision",
      installed: "torchvision 0.28.0", "torch 2.13.0+cpu")
    evidence.failure.exception = Sample.exception("RuntimeError", "operator torchvision::nms does not exist")
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "of torchvision", Sample.text("RuntimeError", "operator torchvision::nms does not exist"), .operatorMismatch,
      .likely, culprits: ["torchvision", "torch"]),
    RuleCase(
      "of another kind", Sample.text("ProgrammingError", "operator does not exist: integer = text"), nil),
    RuleCase(
      "in the words of an older torch", Sample.text("RuntimeError", "No such operator torchvision::nms"),
      .operatorMismatch, .likely, culprits: ["torchvision", "torch"]),
    RuleCase(
      "without its first word", Sample.text("?", "torchvision::nms does not exist"), .operatorMismatch, .likely,
      culprits: ["torchvision", "torch"]),
    RuleCase("a path", Sample.text("OSError", "the folder C:\\a::b/c does not exist"), nil),
    RuleCase(
      "in the words of torch's exporter",
      Sample.text(
        "RuntimeError", "Could not find the operator torchvision::nms. Please make sure you have already registered it"),
      .operatorMismatch, .likely, culprits: ["torchvision", "torch"]),
    RuleCase(
      "torchvision says it",
      Sample.text(
        "RuntimeError", "Couldn't load custom C++ ops. Your PyTorch and torchvision versions are incompatible"),
      .operatorMismatch, .likely),
    RuleCase(
      "for another CUDA",
      Sample.text("RuntimeError", "Detected that PyTorch and torchvision were compiled with different CUDA versions."),
      .operatorMismatch, .likely),
    RuleCase(
      "the package's own", Sample.text("AttributeError", "'_OpNamespace' '_C' object has no attribute 'gelu_quick'"),
      nil),
    RuleCase(
      "built for CUDA beside a torch without it", mixed(), .operatorMismatch, culprits: ["torchvision", "torch"]),
    RuleCase(
      "an operator without its part for CUDA",
      Sample.text(
        "NotImplementedError",
        "Could not run 'torchvision::nms' with arguments from the 'CUDA' backend. This could be because"),
      .operatorMismatch, .likely),
    RuleCase(
      "an operator of torch itself",
      Sample.text("NotImplementedError", "Could not run 'aten::add' with arguments from the 'CUDA' backend."), nil),
  ]

  @Test func advisesOneKindOfBuilds() {
    let commands = AbsentOperator().finding(in: Self.mixed())?.fixes.flatMap(\.commands) ?? []
    #expect(commands.first == "/env/bin/python -m pip install --force-reinstall torch==2.13.0")
  }
}
