import Probing
import Testing

@testable import Diagnosis

@Suite struct LoadedTwiceTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: LoadedTwice()) }

  private static func crashed(_ output: String) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.output = output
    failure.crashOwners = ["jaxlib"]
    return Evidence(failure: failure)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "Qt", crashed("Cannot mix incompatible Qt library (version 0x50201) with this library (version 0x50602)"),
      .duplicateRuntime, .likely),
    RuleCase(
      "a class of macOS in two files",
      Sample.text(
        "?", "Class A is implemented in both /a/libQt5Core.5.dylib (0x1) and /b/QtCore (0x2). One of the two"),
      .duplicateRuntime, .possible),
    RuleCase(
      "of two packages",
      Sample.text(
        "?",
        "Class A is implemented in both \(Sample.site)/av/.dylibs/liba.62.dylib (0x1) and \(Sample.site)/cv2/.dylibs/liba.61.dylib (0x2)."
      ), .duplicateRuntime, .likely, culprits: ["av", "opencv-python"]),
    RuleCase(
      "twice of one package",
      Sample.text(
        "?", "Class A is implemented in both \(Sample.site)/av/a.dylib (0x1) and \(Sample.site)/av/b.dylib (0x2)."),
      .duplicateRuntime, .possible, culprits: []),
    RuleCase("another failure", Sample.text("ImportError", "No module named 'spam'"), nil),
    RuleCase(
      "Qt with the plugins of OpenCV",
      Sample.text(
        Sample.exception("?", ""),
        output: "Could not load the Qt platform plugin \"xcb\" in \"/x/cv2/qt/plugins\" even though it was found."),
      .duplicateRuntime, .likely, culprits: ["opencv-python"]),
  ]
}
