import Testing

@testable import Diagnosis

@Suite struct OwnFileAbsentTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: OwnFileAbsent())
  }

  private static func missing(_ path: String, _ frame: String = "\(site)/spam/__init__.py") -> Evidence {
    Sample.text("FileNotFoundError", "[Errno 2] No such file or directory: '\(path)'", [frame])
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "in the package's own folder", missing("\(site)/spam/version"), .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase("of another package", missing("\(site)/eggs/version"), nil),
    RuleCase("of a package of a like name", missing("\(site)/spam_extra/version"), nil),
    RuleCase("of the user", missing("/home/me/.spam/settings"), nil),
    RuleCase("opened by the user's code", missing("\(site)/spam/version", "/project/run.py"), nil),
    RuleCase("cut off", Sample.text("FileNotFoundError", "[Errno 2] No such file or dir", ["\(site)/spam/a.py"]), nil),
  ]
}
