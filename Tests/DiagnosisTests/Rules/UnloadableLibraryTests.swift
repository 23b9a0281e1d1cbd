import Testing

@testable import Diagnosis

@Suite struct UnloadableLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: UnloadableLibrary()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "bitsandbytes", Sample.text("RuntimeError", "\n  CUDA Setup failed despite GPU being available. Please run"),
      .missingSharedLibrary, .possible, culprits: ["bitsandbytes"]),
    RuleCase(
      "a library of torch",
      Sample.text(
        "OSError",
        "Error loading \"C:\\\\Lib\\\\site-packages\\\\torch\\\\lib\\\\fbgemm.dll\" or one of its dependencies."),
      .missingSharedLibrary, .likely, culprits: ["torch"]),
    RuleCase(
      "no reason", Sample.text("ImportError", "DLL load failed while importing _errors"), .missingSharedLibrary,
      .possible),
    RuleCase(
      "a module that was not found",
      Sample.text(
        "ImportError", "DLL load failed while importing _b: The specified module could not be found.",
        ["\(site)/spam/__init__.py"]), .missingSharedLibrary, .likely, culprits: ["spam"]),
    RuleCase(
      "the status of a process", Sample.text("?", "Process finished with exit code -1073741515 (0xC0000135)"),
      .missingSharedLibrary, .likely),
    RuleCase(
      "the library of Python, which PyInstaller brings",
      Sample.text("?", "Error loading Python DLL 'C:\\a\\python39.dll'."),
      .missingSharedLibrary, .likely),
    RuleCase(
      "a library that is named",
      Sample.text("OSError", "libspam.so: cannot open shared object file: No such file or directory"), nil),
    RuleCase(
      "a plugin of Qt",
      Sample.text("?", "qt.qpa.plugin: Could not load the Qt platform plugin \"xcb\" even though it was found."),
      .missingSharedLibrary, .likely),
    RuleCase("no library", Sample.text("ImportError", "No module named 'PyQt5'"), nil),
  ]
}
