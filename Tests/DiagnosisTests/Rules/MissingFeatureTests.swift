import Testing

@testable import Diagnosis

@Suite struct MissingFeatureTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: MissingFeature())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "no zlib, for an archive", Sample.text("ZipImportError", "can't decompress data; zlib not available"),
      .dependencyMissingFeature),
    RuleCase(
      "_ctypes", Sample.text("ModuleNotFoundError", "No module named '_ctypes'"), .dependencyMissingFeature, .likely),
    RuleCase(
      "tkinter, in an environment", Sample.live("ModuleNotFoundError", "No module named 'tkinter'"),
      .dependencyMissingFeature, .certain),
    RuleCase(
      "torch without distributed support",
      Sample.text("AttributeError", "module 'torch.distributed' has no attribute 'init_process_group'"),
      .dependencyMissingFeature, culprits: ["torch"]),
    RuleCase(
      "another name of torch.distributed",
      Sample.text("AttributeError", "module 'torch.distributed' has no attribute 'spam'"), nil),
    RuleCase(
      "operators that were compiled for the processor alone",
      Sample.text("RuntimeError", "Not compiled with CUDA support", ["\(Sample.site)/torch_scatter/scatter.py"]),
      .dependencyMissingFeature, .likely),
    RuleCase("a module of a project", Sample.text("ModuleNotFoundError", "No module named '_spam'"), nil),
    RuleCase(
      "what is there with ssl alone", Sample.text("ImportError", "cannot import name HTTPSHandler"),
      .dependencyMissingFeature, .likely, culprits: ["python"]),
    RuleCase(
      "SQLite without extensions",
      Sample.text("AttributeError", "'sqlite3.Connection' object has no attribute 'enable_load_extension'"),
      .dependencyMissingFeature, .likely, culprits: ["python"]),
    RuleCase(
      "Tk in Python 2", Sample.text("ImportError", "No module named Tkinter"), .dependencyMissingFeature, .likely),
    RuleCase(
      "no framework of macOS",
      Sample.text("RuntimeError", "Python is not installed as a framework. The Mac OS X backend will not be able to"),
      .dependencyMissingFeature, .likely, culprits: ["python"]),
  ]
}
