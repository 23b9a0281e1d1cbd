import Probing
import Testing

@testable import Diagnosis

@Suite struct ChangedFileTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: ChangedFile()) }

  private static func evidence(
    _ kind: Defect.Kind, _ sentence: String, claimedBy other: String? = nil,
    change: (inout Failure) -> Void = { _ in }
  ) -> Evidence {
    var evidence = Sample.live(
      "ImportError", "cannot import name 'x' from 'a.b'", ["\(site)/a/b.py"], installed: "a 1.0")
    evidence.environment?.defects = [Defect(kind, ["a"], sentence)]
    if let other { evidence.environment?.defects.append(Defect(.filesClaimedTwice, ["a", other], "both own a/b.py")) }
    change(&evidence.failure)
    return evidence
  }

  /// Whoever edited the file: it is what Python could not read.
  @Test(arguments: [("a/b.py", Confidence.certain), ("a/c.py", .possible)])
  func isProvedByItsSyntax(file: String, confidence: Confidence) {
    var evidence = Self.evidence(.fileChanged, "\(file) of a 1.0 has 12 bytes, and its list of files says 9")
    evidence.environment?.defects[0].file = file
    evidence.failure.exception?.syntax = SyntaxFacts(
      file: PythonPath(text: "\(Self.site)/a/b.py"), line: 1, column: 1, text: "x")
    #expect(ChangedFile().finding(in: evidence)?.confidence == confidence)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "another distribution wrote over it",
      evidence(.fileCutOff, "a/b.py of a 1.0 has 4 bytes, and its list of files says 9", claimedBy: "c"), nil),
    RuleCase(
      "emptied", evidence(.fileEmptied, "a/b.py of a 1.0 has 0 bytes, and its list of files says 9"), .brokenInstall,
      .certain, culprits: ["a"]),
    RuleCase(
      "cut off", evidence(.fileCutOff, "a/b.py of a 1.0 has 4 bytes, and its list of files says 9"), .brokenInstall,
      .likely),
    RuleCase(
      "cut off, and died of it",
      evidence(.fileCutOff, "a/b.so of a 1.0 has 4 bytes, and its list of files says 9") {
        $0.outcome = .crashed
        $0.signal = "SIGBUS"
      }, .brokenInstall, .certain),
    RuleCase(
      "edited", evidence(.fileChanged, "a/b.py of a 1.0 has 12 bytes, and its list of files says 9"), .brokenInstall,
      .possible),
    RuleCase("of another kind", evidence(.filesMissing, "1 of 2 files of a 1.0 are gone"), nil),
    RuleCase(
      "zeros in a source file",
      Sample.live(
        "SyntaxError", "source code string cannot contain null bytes", ["\(Sample.site)/attr/__init__.py"],
        installed: "attr 1.0"), .brokenInstall, .certain),
    RuleCase(
      "zeros in a user's own", Sample.live("SyntaxError", "source code string cannot contain null bytes", ["/w/a.py"]),
      nil),
  ]
}
