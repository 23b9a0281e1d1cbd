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
    RuleCase(
      "cuDNN, as XLA compares it",
      Sample.text(
        Sample.exception("?", ""),
        output: "Loaded runtime CuDNN library: 8.5.0 but source was compiled with: 8.6.0."), .abiMismatch, .likely),
    RuleCase(
      "a mere warning before another exception",
      Sample.text(
        Sample.exception("ImportError", "cannot import name 'a' from 'b'"),
        output: "UserWarning: h5py is running against HDF5 1.14.2 when it was built against 1.14.3"), nil),
  ]
}
