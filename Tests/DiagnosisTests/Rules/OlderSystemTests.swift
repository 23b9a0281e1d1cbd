import Testing

@testable import Diagnosis

@Suite struct OlderSystemTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OlderSystem()) }

  private static func text(_ message: String) -> Evidence { Sample.text("ImportError", message) }

  /// A text alone is enough to say with which systems the version came, and what can be done.
  @Test func advisesOfTextAlone() throws {
    let evidence = Self.text("/lib/libc.so.6: version `GLIBC_2.34' not found (required by /opt/x/_rust.abi3.so)")
    let finding = try #require(OlderSystem().finding(in: evidence))
    #expect(finding.evidence.last?.hasPrefix("`GLIBC_2.34` came with glibc 2.34, so of Debian 12 or newer") == true)
    #expect(
      finding.fixes.map(\.title) == [
        "take a build for an older system, or build it here",
        "or run it on a newer system, for instance in a container",
      ])
  }

  private static let message =
    "/opt/old/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by \(site)/a/_b.so)"

  private static func explained(
    _ conclusion: LoaderExplanation.Conclusion, libraryPath: String? = nil
  ) -> Evidence {
    var evidence = Sample.loader(message, .missingVersion, conclusion, of: "a", installed: "a 1.0") {
      $0.version = "GLIBCXX_3.4.32"
      $0.library = "/opt/old/libstdc++.so.6"
      $0.offeredBy = [LibraryCopy(file: OwnedFile(path: "/usr/lib/libstdc++.so.6"), soname: "libstdc++.so.6")]
    }
    evidence.environment?.variables["LD_LIBRARY_PATH"] = libraryPath
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "of the C library",
      text("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by \(site)/a/_b.so)"),
      .systemLibraryTooOld, .likely),
    RuleCase(
      "of a library of the environment",
      text("\(site)/b/libb.so: version `B_2' not found (required by \(site)/a/_b.so)"),
      nil),
    RuleCase(
      "without the file, as people cut it", text("version `GLIBCXX_3.4.29' not found (required by \(site)/a/_b.so)"),
      .systemLibraryTooOld, .likely, culprits: ["a"]),
    RuleCase("the kernel", Sample.text("?", "FATAL: kernel too old"), .systemLibraryTooOld, .likely),
    RuleCase("no newer copy", explained(.libraryTooOld), .systemLibraryTooOld, .certain, culprits: ["a"]),
    RuleCase("a newer copy, and no variable", explained(.otherCopyFirst), .systemLibraryTooOld, .certain),
    RuleCase(
      "a newer copy, and a variable that leads to the old one", explained(.otherCopyFirst, libraryPath: "/x:/opt/old/"),
      .environmentVariable, .certain),
    RuleCase(
      "a newer copy, and a variable that leads elsewhere", explained(.otherCopyFirst, libraryPath: "/opt"),
      .systemLibraryTooOld),
  ]
}
