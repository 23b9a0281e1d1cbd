import FoundationEssentials
import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Distributions that are put on the path of a real Python by hand, for what no index has on offer.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct MadeDistributionTests {
  private let made: MadeDistributions

  init() throws { made = try MadeDistributions() }

  /// Everything else still works, and each file that is not in order is named.
  @Test func metadataInDisorder() throws {
    try made.install("orderly", files: ["orderly.py": "__version__ = '1.0'"])
    try made.install("odd", "not.a.version")
    try made.install("asks", metadata: "Requires-Dist: a=>1\n")
    try made.folder.write("", to: "is_a_file-1.0.dist-info")
    try made.folder.write("Name: nul\nVersion: 1\u{0}\n", to: "nul-1.0.dist-info/METADATA")
    try made.folder.write("", to: "empty-1.0.dist-info/RECORD")
    let (report, status) = try made.report("orderly", "json")
    #expect(status == 0 && report.checks.count == 2)
    let messages = report.environment.warnings.map(\.message)
    for name in ["odd-not.a.version", "asks-1.0", "is_a_file-1.0", "nul-1.0", "empty-1.0"] {
      #expect(messages.contains { $0.contains("\(name).dist-info") }, "\(name): \(messages)")
    }
  }

  @Test func theImportedVersionDecides() throws {
    try made.install("old-claims", "2.0", files: ["old_claims.py": "__version__ = '1.0'"])
    let (report, status) = try made.report("old-claims>=2")
    let check = try #require(report.checks.first)
    #expect(status == 1 && check.phase == .version && check.version == "1.0" && check.confirmed == true)
    #expect(check.requirements.map(\.found) == ["1.0"])
    #expect(check.versionsAgree == false && check.warnings.map(\.code) == ["version-mismatch"])
    #expect(try made.report("old-claims<2").status == 0)
  }

  /// `__version__` that is no version leaves the metadata to decide.
  @Test func aVersionThatIsNone() throws {
    try made.install("odd", "2.0", files: ["odd.py": "__version__ = 'unknown'"])
    #expect(try made.report("odd>=2").status == 0)
    #expect(try made.report("odd>=3").report.checks.map(\.requirements).map { $0.map(\.found) } == [["2.0"]])
  }

  @Test func anotherModulesVersionIsNotTheDistributions() throws {
    try made.install(
      "main-thing", "5.0", files: ["main_thing.py": "__version__ = '5.0'", "helper.py": "__version__ = '0.1'"])
    let (report, status) = try made.report("main-thing>=5")
    #expect(status == 0 && made.outcomes(report) == ["main-thing>=5 helper passed", "main-thing>=5 main_thing passed"])
    #expect(report.checks.map { $0.requirements.map(\.found) } == [["5.0"], ["5.0"]])
    #expect(report.checks.map(\.versionsAgree) == [nil, true] && report.checks.allSatisfy(\.warnings.isEmpty))
  }

  /// A file in the working directory hides the installed module; it is what was imported.
  @Test func aFileThatHidesTheModule() throws {
    try made.install("hidden", "2.0", files: ["hidden.py": "__version__ = '2.0'"])
    try made.working.write("__version__ = '0.1'", to: "hidden.py")
    let (report, status) = try made.report("hidden>=2")
    #expect(status == 1 && report.checks.map { $0.requirements.map(\.found) } == [["0.1"]])
    #expect(try made.report("--safe-path", "hidden>=2").status == 0)
  }

  @Test func aDistributionWithoutModules() throws {
    try made.install("meta-package", "1.5", metadata: "Requires-Dist: nothing-of-it\n")
    let (report, status) = try made.report("meta-package>=1")
    #expect(status == 0 && made.outcomes(report) == ["meta-package>=1 meta_package skipped"])
    #expect(report.checks.map { $0.requirements.map(\.holds) } == [[true]])
    #expect(report.checks[0].warnings.map(\.code) == [WarningReport.notChecked, WarningReport.requirementConflict])
    #expect(report.checks[0].distribution == DistributionReport(name: "meta-package", version: "1.5"))
    #expect(report.conflicts.contains { $0.distribution == "meta-package" && $0.requirement == "nothing-of-it" })
    let (old, failed) = try made.report("meta-package>=2")
    #expect(failed == 1 && old.checks.map(\.phase) == [.version] && old.checks[0].confirmed == nil)
    #expect(old.checks.map { $0.requirements.map(\.found) } == [["1.5"]])
  }

  /// The extras of extras, of itself and of others, each told once.
  @Test func extrasOfExtras() throws {
    try made.install(
      "app", files: ["app.py": ""],
      metadata: """
        Requires-Dist: app[web,cli]; extra == 'all'
        Requires-Dist: server[fast]>=1; extra == 'web'
        Requires-Dist: lost-tool; extra == 'cli'

        """)
    try made.install(
      "server", files: ["server.py": ""],
      metadata: "Requires-Dist: app[all]; extra == 'fast'\nRequires-Dist: lost-loop; extra == 'fast'\n")
    let (report, status) = try made.report("app[all]")
    let missing = report.checks[0].requirements.filter { !$0.holds }
    #expect(status == 1 && missing.map(\.requirement) == ["lost-tool", "lost-loop"])
    #expect(missing.map(\.statedBy) == ["app[cli,web]", "server[fast]"])
    #expect(try made.report("app").status == 0)
  }

  @Test func entryPoints() throws {
    let scripts = """
      [console_scripts]
      good = tooling.main:Command.run
      gone = tooling.main:nothing
      lost = tooling.absent:main
      bare = tooling.main
      [other]
      ignored = nowhere:x
      """
    try made.install(
      "tool-box", files: ["tooling/__init__.py": "", "tooling/main.py": "class Command:\n  run = exit"],
      extra: ["entry_points.txt": scripts])
    let (report, status) = try made.report("--entry-points", "tool-box")
    #expect(status == 1)
    #expect(
      made.outcomes(report) == [
        "tool-box tooling passed", "tooling.main:Command.run tooling.main passed",
        "tooling.main:nothing tooling.main failed", "tooling.absent:main tooling.absent failed",
        "tooling.main tooling.main passed",
      ])
    #expect(report.checks.map(\.name) == [nil, "good", "gone", "lost", "bare"])
    #expect(report.checks[2].phase == .attribute && report.checks[3].phase == .import)
    #expect(report.checks[2].confirmed == true && report.checks[3].confirmed == true)
    #expect(try made.report("tool-box").report.checks.count == 1)
    // A distribution may have nothing but scripts, which lead into another one.
    try made.install("starter", extra: ["entry_points.txt": "[console_scripts]\nstart = tooling.main:nothing\n"])
    let (started, failed) = try made.report("--entry-points", "starter>=1")
    #expect(failed == 1 && started.checks.map(\.name) == [nil, "start"])
    #expect(
      made.outcomes(started) == ["starter>=1 starter skipped", "tooling.main:nothing tooling.main failed"])
    // The distribution of a named module has the same scripts.
    #expect(try made.report("--entry-points", "tooling").report.checks.count == 5)
  }

  @Test func namesWithDotsAndDigits() throws {
    try made.install("discord.py", "2.0", files: ["discord/__init__.py": ""])
    try made.install("3to2", files: ["lib3to2.py": ""])
    try made.install("zope.thing", files: ["zope/thing/__init__.py": "raise ValueError('broken')"])
    let (report, _) = try made.report("discord.py", "3to2", "zope.thing", "discord.other")
    #expect(
      made.outcomes(report) == [
        "discord.py discord passed", "3to2 lib3to2 passed", "zope.thing zope.thing failed",
        "discord.other discord.other failed",
      ])
  }

  /// A distribution that has lost the module of its name is broken, and not an alias of its other modules.
  @Test func aModuleThatWasLost() throws {
    try made.install("half", files: ["half.py": "", "whole.py": ""])
    try FileManager.default.removeItem(atPath: made.folder.path.appending("half.py").string)
    let (report, _) = try made.report("half")
    #expect(made.outcomes(report) == ["half half failed"])
    #expect(report.checks[0].exception?.type == "ModuleNotFoundError")
  }

  /// Metadata that says nothing sensible is passed over; the rest counts.
  @Test func brokenMetadata() throws {
    try made.install(
      "fine", files: ["fine.py": ""],
      metadata: "Requires-Dist: =nonsense\nRequires-Dist: lost-one\nRequires-Python: three\n")
    try made.install("numberless", "not-a-version", files: ["numberless.py": ""])
    let (report, status) = try made.report("fine>=1", "numberless", "numberless>=1")
    #expect(status == 1)
    #expect(
      made.outcomes(report) == [
        "fine>=1 fine passed", "numberless numberless passed", "numberless>=1 numberless failed",
      ])
    #expect(report.conflicts.contains { $0.requirement == "lost-one" && $0.kind == .missing })
    #expect(!report.conflicts.contains { $0.requirement.contains("nonsense") })
  }
}
