import Testing

@testable import Diagnosis

@Suite struct CompiledPartAbsentTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: CompiledPartAbsent())
  }

  private static func guessed() -> Evidence {
    let first = Sample.exception(
      "ImportError", "this version of pandas is incompatible with numpy < 1.22.4", ["\(site)/pandas/compat.py"])
    return Sample.text(
      Sample.exception("ImportError", "C extension: None not built.", ["\(site)/pandas/__init__.py"], inner: first))
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "wanted by the package itself",
      Sample.text("ModuleNotFoundError", "No module named 'mmcv._ext'", ["\(site)/mmcv/x.py"]),
      .incompleteBuild, .likely, culprits: ["mmcv"]),
    RuleCase(
      "wanted by another one",
      Sample.text("ModuleNotFoundError", "No module named 'torch._six'", ["\(site)/apex/x.py"]), nil),
    RuleCase(
      "named so",
      Sample.text("ImportError", "cannot import name 'nms_cuda' from 'mmdet.ops.nms' (/src/mmdet/ops/nms/__init__.py)"),
      .incompleteBuild, .likely),
    RuleCase(
      "a source tree in the working directory",
      Sample.live("ModuleNotFoundError", "No module named 'vllm._C'", ["/project/vllm/x.py"]) {
        $0.put("vllm", .package, .workingDirectory, "/project/vllm/__init__.py")
      }, .incompleteBuild, .certain),
    RuleCase(
      "operators that were never registered",
      Sample.text("AttributeError", "'_OpNamespace' '_C' object has no attribute 'gelu_quick'"), .incompleteBuild),
    RuleCase("no private name", Sample.text("ModuleNotFoundError", "No module named 'spam.eggs'"), nil),
    RuleCase(
      "the package says it", Sample.text("NameError", "name '_C' is not defined", ["/src/spam/ops.py"]),
      .incompleteBuild,
      .likely),
    RuleCase(
      "a compiled module beside the file that wants it",
      Sample.text("ModuleNotFoundError", "No module named '_mask'", ["/src/pycocotools/mask.py"]), .incompleteBuild,
      .likely),
    RuleCase("of Python itself", Sample.text("ModuleNotFoundError", "No module named '_lzma'", ["/src/spam.py"]), nil),
    RuleCase(
      "a private module in Python, of which nobody is seen to want it",
      Sample.text("ModuleNotFoundError", "No module named 'sklearn.utils._joblib'"), nil),
    RuleCase("a guess of the package, after a version was refused", guessed(), nil),
  ]
}
