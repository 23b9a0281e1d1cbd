import Testing

@testable import Diagnosis

@Suite struct MetadataAbsentTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: MetadataAbsent()) }

  /// In code below the site folder that no distribution lists, or that one does.
  private static func raised(_ type: String, _ message: String, isListed: Bool = false) -> Evidence {
    Sample.live(type, message, ["\(site)/humanize/__init__.py"], installed: isListed ? "humanize 4.9" : "other 1.0") {
      guard !isListed, let count = $0.failure.exception?.frames.count else { return }
      $0.failure.exception?.frames[count - 1].owner = .stray
    }
  }

  private static func checked(_ message: String, _ kind: Defect.Kind, of name: String) -> Evidence {
    Sample.live("ValueError", message, ["\(site)/transformers/x.py"], installed: "transformers 4.46", "numpy 2.1") {
      $0.environment?.defects = [Defect(kind, [name], "numpy-2.1.dist-info holds no METADATA that can be read")]
    }
  }

  private static let compared = "Unable to compare versions for numpy>=1.17: need=1.17 found=None."

  static let cases: [RuleCase] = [
    RuleCase(
      "its own metadata", raised("PackageNotFoundError", "No package metadata was found for humanize"), .brokenInstall,
      .likely, culprits: ["humanize"]),
    RuleCase(
      "metadata of another one", raised("PackageNotFoundError", "No package metadata was found for spam"), nil),
    RuleCase("an entry point that nobody states", raised("StopIteration", ""), .brokenInstall, .likely),
    RuleCase("an end that code raises itself", raised("StopIteration", "no more data"), nil),
    RuleCase("code that is listed", raised("StopIteration", "", isListed: true), nil),
    RuleCase(
      "a version that is not stated", checked(compared, .metadataMissing, of: "numpy"), .brokenInstall, .certain,
      culprits: ["numpy"]),
    RuleCase("a defect of another one", checked(compared, .metadataMissing, of: "spam"), nil),
    RuleCase("another defect", checked(compared, .filesMissing, of: "numpy"), nil),
    RuleCase("a text", Sample.text("StopIteration", "", ["\(site)/humanize/__init__.py"]), nil),
  ]
}
