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

  static let cases: [RuleCase] = [
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
