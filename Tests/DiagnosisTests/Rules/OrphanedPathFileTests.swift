import Testing

@testable import Diagnosis

@Suite struct OrphanedPathFileTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: OrphanedPathFile())
  }

  private static func text(_ line: String) -> Evidence {
    Sample.text(
      Sample.exception("AttributeError", "'NoneType' object has no attribute 'loader'", ["/usr/lib/python3.8/site.py"]),
      output: line)
  }

  /// Frames of site.py alone tell of it.
  private static func running(_ function: String) -> Evidence {
    var exception = Sample.exception("AttributeError", "'NoneType' object has no attribute 'loader'")
    exception.frames = [
      Frame(
        file: "/usr/lib/python3.6/site.py", line: 173, function: function,
        owner: Frame.Owner(ofFile: "/usr/lib/python3.6/site.py"))
    ]
    return Sample.text(exception)
  }

  static let cases: [RuleCase] = [
    RuleCase("by its frames", running("addpackage"), .brokenInstall, .likely, culprits: []),
    RuleCase("by frames of something else", running("addsitedir"), nil),
    RuleCase(
      "a namespace", text("Error processing line 1 of \(Sample.site)/zope.event-4.5.0-py3.6-nspkg.pth:"),
      .brokenInstall,
      .likely, culprits: ["zope.event"]),
    RuleCase(
      "an editable installation", text("Error processing line 1 of \(Sample.site)/__editable__.spam-1.0.pth:"),
      .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "setuptools", text("Error processing line 1 of \(Sample.site)/distutils-precedence.pth:"), .brokenInstall,
      .likely, culprits: ["setuptools"]),
    RuleCase(
      "a file of which the name tells nothing", text("Error processing line 1 of /opt/a.pth:"), .brokenInstall, .likely,
      culprits: []),
    RuleCase("no such line", text("Error processing the line"), nil),
    RuleCase("cut off", text("Error processing line 1 of /opt/a"), nil),
  ]
}
