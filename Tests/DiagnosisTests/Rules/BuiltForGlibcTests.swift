import Testing

@testable import Diagnosis

@Suite struct BuiltForGlibcTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: BuiltForGlibc())
  }

  private static func failure(_ message: String) -> Evidence { Sample.text("ImportError", message) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a checked function", failure("Error relocating \(site)/spam/_s.so: __sprintf_chk: symbol not found"),
      .wrongArchitecture, .likely, culprits: ["spam"]),
    RuleCase(
      "a function for large files", failure("Error relocating \(site)/spam/_s.so: fopen64: symbol not found"),
      .wrongArchitecture),
    RuleCase(
      "a function that glibc alone has", failure("Error relocating \(site)/spam/_s.so: backtrace: symbol not found"),
      .wrongArchitecture, .likely, culprits: ["spam"]),
    RuleCase(
      "a function that musl has, too",
      failure("Error relocating \(site)/spam/_s.so: malloc_usable_size: symbol not found"), nil),
    RuleCase(
      "the loader",
      failure(
        "Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by \(site)/spam/_s.so)"),
      .wrongArchitecture, .likely, culprits: ["spam"]),
    RuleCase(
      "another library",
      failure("Error loading shared library libstdc++.so.6: No such file or directory (needed by \(site)/spam/_s.so)"),
      nil),
    RuleCase("of C++", failure("Error relocating \(site)/spam/_s.so: __cxa_throw: symbol not found"), nil),
    RuleCase("of another library", failure("Error relocating \(site)/spam/_s.so: png_init: symbol not found"), nil),
    RuleCase(
      "a binary of Alpine under glibc",
      failure("libc.musl-x86_64.so.1: cannot open shared object file: No such file or directory"), .wrongArchitecture,
      .likely),
    RuleCase(
      "another library under glibc", failure("libc.so.7: cannot open shared object file: No such file or directory"),
      nil),
    RuleCase("said by glibc", failure("\(site)/spam/_s.so: undefined symbol: __sprintf_chk"), nil),
  ]
}
