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
    RuleCase(
      "libcurl with another TLS library",
      Sample.text(
        "ImportError",
        "pycurl: libcurl link-time ssl backends (gnutls) do not include compile-time ssl backend (nss)"),
      .abiMismatch, .likely),
    RuleCase(
      "an older libcurl",
      Sample.text(
        "ImportError", "pycurl: libcurl link-time version (7.37.1) is older than compile-time version (7.43.0)"),
      .abiMismatch, .likely),
    RuleCase(
      "two copies of libxml2",
      Sample.text("Error", "(100, 'lxml & xmlsec libxml2 library version mismatch')"), .abiMismatch, .likely),
    RuleCase(
      "the scripts of another Tcl",
      Sample.text("TclError", "version conflict for package \"Tcl\": have 8.6.4, need exactly 8.6.8"), .abiMismatch,
      .likely),
    RuleCase(
      "libpng", Sample.text("?", "libpng error: Incompatible libpng version in application and library"),
      .abiMismatch, .likely),
  ]
}
