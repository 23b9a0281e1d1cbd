import Testing

@testable import Diagnosis

@Suite struct FunctionNotFoundTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: FunctionNotFound()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a function that cffi does not find in a file",
      Sample.text(
        "AttributeError",
        #"cffi library 'C:\a\sndfile.dll' has no function, constant or global variable named 'sf_wchar_open'"#,
        ["\(site)/soundfile.py"]), .abiMismatch, .likely, culprits: ["soundfile"]),
    RuleCase(
      "one that it does not find in the package's own module",
      Sample.text(
        "AttributeError", "cffi library '_openssl' has no function, constant or global variable named 'SSL_x'",
        ["\(site)/cryptography/hazmat/bindings/openssl/binding.py"]), .brokenInstall, .likely,
      culprits: ["cryptography"]),
    RuleCase(
      "one that ctypes does not find, on Windows", Sample.text("AttributeError", "function 'BrotliEncoder' not found"),
      .abiMismatch, .likely),
    RuleCase(
      "the same on macOS", Sample.text("AttributeError", "dlsym(0x7f8, XGBuildInfo): symbol not found"), .abiMismatch,
      .likely),
    RuleCase("a function of one's own", Sample.text("KeyError", "function 'f' not found"), nil),
  ]
}
