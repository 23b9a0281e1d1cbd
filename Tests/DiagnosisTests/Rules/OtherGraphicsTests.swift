import Testing

@testable import Diagnosis

@Suite struct OtherGraphicsTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OtherGraphics()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "no kernel", Sample.text("RuntimeError", "CUDA error: no kernel image is available for execution on the device"),
      .wrongArchitecture, .likely),
    RuleCase("another error", Sample.text("RuntimeError", "CUDA error: an illegal memory access was encountered"), nil),
  ]
}
