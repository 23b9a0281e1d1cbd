import Testing

@testable import Diagnosis

@Suite struct OtherSystemsLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OtherSystemsLibrary()) }

  private static func tried(before message: String) -> Evidence {
    let first = Sample.exception("ModuleNotFoundError", "No module named 'winreg'", ["\(site)/spam/x.py"])
    return Sample.live("", "", installed: "spam 1.0") {
      $0.failure.exception = Sample.exception("ImportError", message, ["\(site)/spam/x.py"], inner: first)
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a module of Windows",
      Sample.live("ModuleNotFoundError", "No module named 'winreg'", ["\(site)/spam/x.py"], installed: "spam 1.0"),
      .wrongArchitecture, .certain, culprits: ["spam"]),
    RuleCase(
      "a name of Windows", Sample.live("AttributeError", "module 'ctypes' has no attribute 'windll'", ["/w/a.py"]),
      .wrongArchitecture, .certain),
    RuleCase(
      "one that is imported",
      Sample.live("ImportError", "cannot import name 'COMError' from '_ctypes' (/lib/_ctypes.so)", ["/w/a.py"]),
      .wrongArchitecture),
    RuleCase("one that was only tried", tried(before: "No module named 'six'"), nil),
    RuleCase("one after which the package gives up", tried(before: "it needs COM"), .wrongArchitecture),
    RuleCase("a name of nobody", Sample.live("AttributeError", "module 'ctypes' has no attribute 'spam'"), nil),
    RuleCase("a module of nobody", Sample.live("ModuleNotFoundError", "No module named 'spam'"), nil),
    RuleCase(
      "a file of that name",
      Sample.live("AttributeError", "module 'signal' has no attribute 'CTRL_C_EVENT'") {
        $0.put("signal", .source, .workingDirectory, "/w/signal.py")
      }, nil),
    RuleCase("a text, which may be of Windows", Sample.text("ImportError", "No module named 'winreg'"), nil),
  ]
}
