import Testing

@testable import Diagnosis

@Suite struct MixedReleasesTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: MixedReleases())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a package that lacks what it uses itself",
      Sample.text("AttributeError", "module 'torch._C' has no attribute '_TensorBase'", ["\(site)/torch/tensor.py"]),
      .brokenInstall, .likely, culprits: ["torch"]),
    RuleCase(
      "OpenCV half imported",
      Sample.text(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'x' (most likely due to a circular import)"),
      .brokenInstall),
    RuleCase(
      "one OpenCV alone, as the environment shows",
      Sample.live(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'x' (most likely due to a circular import)",
        installed: "opencv-python 4.10"), nil),
    RuleCase(
      "of another package", Sample.text("ImportError", "cannot import name 'a' from 'b'", ["\(site)/c/x.py"]), nil),
  ]
}
