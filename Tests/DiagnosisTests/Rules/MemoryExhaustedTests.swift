import Testing

@testable import Diagnosis

@Suite struct MemoryExhaustedTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: MemoryExhausted()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "an array", Sample.text("MemoryError", "Unable to allocate 298. GiB", ["\(site)/spam/x.py"]), .outOfMemory,
      .likely,
      culprits: ["spam"]),
    RuleCase(
      "of the GPU", Sample.text("OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.00 GiB"), .outOfMemory,
      .likely),
    RuleCase(
      "the paging file of Windows",
      Sample.text("OSError", "[WinError 1455] The paging file is too small for this operation to complete"),
      .outOfMemory,
      .likely),
    RuleCase(
      "room for thread-local variables",
      Sample.text("ImportError", "libgomp.so.1: cannot allocate memory in static TLS block"), nil),
    RuleCase(
      "torch's words on Windows",
      Sample.text("RuntimeError", "DefaultCPUAllocator: not enough memory: you tried to allocate 56623104 bytes."),
      .outOfMemory, .likely),
    RuleCase("the type alone", Sample.text("?", "MemoryError"), .outOfMemory, .likely),
    RuleCase("no more threads", Sample.text("RuntimeError", "can't start new thread"), .outOfMemory, .likely),
    RuleCase(
      "OpenBLAS, before what failed for that reason",
      Sample.text(
        Sample.exception("ImportError", "PyCapsule_Import could not import module \"datetime\""),
        output: "OpenBLAS blas_thread_init: pthread_create failed for thread 1 of 2: Resource temporarily unavailable"),
      .outOfMemory, .likely),
  ]
}
