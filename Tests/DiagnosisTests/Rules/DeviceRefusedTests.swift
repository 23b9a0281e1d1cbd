import Testing

@testable import Diagnosis

@Suite struct DeviceRefusedTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: DeviceRefused()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "no driver",
      Sample.live(
        "RuntimeError", "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU",
        ["\(site)/a/x.py", "\(site)/torch/cuda/__init__.py"], installed: "a 1.0", "torch 2.13.0"),
      .driverOrGPUMissing, .certain, culprits: ["a"]),
    RuleCase("a driver of another kind", Sample.text("ImportError", "no database driver found"), nil),
  ]
}
