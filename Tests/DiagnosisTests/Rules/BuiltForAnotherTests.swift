import Testing

@testable import Diagnosis

@Suite struct BuiltForAnotherTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: BuiltForAnother()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "HDF5",
      Sample.text("?", "Warning! ***HDF5 library version mismatched error***\nHeaders are 1.10.3, library is 1.10.2"),
      .abiMismatch, .likely),
    RuleCase(
      "xformers",
      Sample.text("?", "xFormers was built for:\n    PyTorch 2.1.2+cu121 with CUDA 1201 (you have 2.1.2+cpu)"),
      .abiMismatch, .likely),
    RuleCase(
      "a version of a library that is not the system's",
      Sample.text("ImportError", "\(site)/b/libb.so: version `B_2' not found (required by \(site)/a/_b.so)"),
      .abiMismatch, .likely),
    RuleCase(
      "one that is",
      Sample.text("ImportError", "/lib/libc.so.6: version `GLIBC_2.38' not found (required by \(site)/a/_b.so)"), nil),
  ]
}
