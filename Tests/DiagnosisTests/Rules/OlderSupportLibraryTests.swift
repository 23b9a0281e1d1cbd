import Testing

@testable import Diagnosis

@Suite struct OlderSupportLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OlderSupportLibrary()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a part of libstdc++ that came later",
      Sample.text(
        "ImportError", "cuda_utils.so: undefined symbol: _ZNSt15__exception_ptr13exception_ptr10_M_releaseEv"),
      .systemLibraryTooOld, .likely),
    RuleCase(
      "expected in a library of macOS",
      Sample.text(
        "ImportError",
        "dlopen(/p/x.so, 2): Symbol not found: _preadv\n  Referenced from: /p/x.so\n  Expected in: /usr/lib/libSystem.B.dylib"
      ), .systemLibraryTooOld, .likely),
    RuleCase(
      "the check of stacks, which macOS 10.15 brought",
      Sample.text("ImportError", "dlopen(\(site)/aiortc/_opus.abi3.so, 2): Symbol not found: ____chkstk_darwin"),
      .systemLibraryTooOld, .likely, culprits: ["aiortc"]),
    RuleCase(
      "of a later musl",
      Sample.text("ImportError", "Error relocating \(site)/spam/_b.so: preadv2: symbol not found"),
      .systemLibraryTooOld, .likely, culprits: ["spam"]),
    RuleCase(
      "of another library, said by musl",
      Sample.text("ImportError", "Error relocating \(site)/spam/_b.so: png_init: symbol not found"), nil),
    RuleCase(
      "a file for a newer macOS",
      Sample.text(
        "ImportError",
        "dlopen(\(site)/spam/_b.so, 2): Symbol not found: _f\n  Referenced from: \(site)/spam/_b.so (built for macOS 13.0 which is newer than running OS)"
      ), .systemLibraryTooOld, .likely, culprits: ["spam"]),
    RuleCase(
      "of the other C++ library",
      Sample.text(
        "ImportError",
        "dlopen(/p/x.so, 2): Symbol not found: __ZNSs4_Rep20_S_empty_rep_storageE\n  Referenced from: /p/x.so"
      ), nil),
  ]
}
