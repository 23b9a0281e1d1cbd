import FoundationEssentials
import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Distributions that are put on the path of a real Python by hand, for what no index has on offer.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct MadeDistributionTests {
  private let folder: TestFolder
  private let working: TestFolder

  init() throws {
    folder = try TestFolder()
    working = try TestFolder()
  }

  private func install(
    _ name: String, _ version: String = "1.0", files: [String: String] = [:], metadata: String = "",
    extra: [String: String] = [:]
  ) throws {
    let info = "\(name.replacing("-", with: "_"))-\(version).dist-info"
    for (file, text) in files { try folder.write(text, to: file) }
    for (file, text) in extra { try folder.write(text, to: "\(info)/\(file)") }
    try folder.write("Metadata-Version: 2.1\nName: \(name)\nVersion: \(version)\n\(metadata)", to: "\(info)/METADATA")
    let owned = Array(files.keys) + extra.keys.map { "\(info)/\($0)" } + ["\(info)/METADATA", "\(info)/RECORD"]
    try folder.write(owned.sorted().map { "\($0),,\n" }.joined(), to: "\(info)/RECORD")
  }

  /// Everything else still works, and each file that is not in order is named.
  @Test func metadataInDisorder() throws {
    try install("orderly", files: ["orderly.py": "__version__ = '1.0'"])
    try install("odd", "not.a.version")
    try install("asks", metadata: "Requires-Dist: a=>1\n")
    try folder.write("", to: "is_a_file-1.0.dist-info")
    try folder.write("Name: nul\nVersion: 1\u{0}\n", to: "nul-1.0.dist-info/METADATA")
    try folder.write("", to: "empty-1.0.dist-info/RECORD")
    let (report, status) = try report("orderly", "json")
    #expect(status == 0 && report.checks.count == 2)
    let messages = report.environment.warnings.map(\.message)
    for name in ["odd-not.a.version", "asks-1.0", "is_a_file-1.0", "nul-1.0", "empty-1.0"] {
      #expect(messages.contains { $0.contains("\(name).dist-info") }, "\(name): \(messages)")
    }
  }

  private func report(_ arguments: String...) throws -> (report: Report, status: Int32?) {
    try Program(in: working.path, ["PYTHONPATH": folder.path.string]).report(arguments)
  }

  private func outcomes(_ report: Report) -> [String] {
    report.checks.map { "\($0.target) \($0.module) \($0.outcome.rawValue)" }
  }

  @Test func theImportedVersionDecides() throws {
    try install("old-claims", "2.0", files: ["old_claims.py": "__version__ = '1.0'"])
    let (report, status) = try report("old-claims>=2")
    let check = try #require(report.checks.first)
    #expect(status == 1 && check.phase == .version && check.version == "1.0" && check.confirmed == true)
    #expect(check.requirements.map(\.found) == ["1.0"])
    #expect(check.versionsAgree == false && check.warnings.map(\.code) == ["version-mismatch"])
    #expect(try self.report("old-claims<2").status == 0)
  }

  /// `__version__` that is no version leaves the metadata to decide.
  @Test func aVersionThatIsNone() throws {
    try install("odd", "2.0", files: ["odd.py": "__version__ = 'unknown'"])
    #expect(try report("odd>=2").status == 0)
    #expect(try report("odd>=3").report.checks.map(\.requirements).map { $0.map(\.found) } == [["2.0"]])
  }

  @Test func anotherModulesVersionIsNotTheDistributions() throws {
    try install(
      "main-thing", "5.0", files: ["main_thing.py": "__version__ = '5.0'", "helper.py": "__version__ = '0.1'"])
    let (report, status) = try report("main-thing>=5")
    #expect(status == 0 && outcomes(report) == ["main-thing>=5 helper passed", "main-thing>=5 main_thing passed"])
    #expect(report.checks.map { $0.requirements.map(\.found) } == [["5.0"], ["5.0"]])
    #expect(report.checks.map(\.versionsAgree) == [nil, true] && report.checks.allSatisfy(\.warnings.isEmpty))
  }

  /// A file in the working directory hides the installed module; it is what was imported.
  @Test func aFileThatHidesTheModule() throws {
    try install("hidden", "2.0", files: ["hidden.py": "__version__ = '2.0'"])
    try working.write("__version__ = '0.1'", to: "hidden.py")
    let (report, status) = try report("hidden>=2")
    #expect(status == 1 && report.checks.map { $0.requirements.map(\.found) } == [["0.1"]])
    #expect(try self.report("--safe-path", "hidden>=2").status == 0)
  }

  @Test func aDistributionWithoutModules() throws {
    try install("meta-package", "1.5", metadata: "Requires-Dist: nothing-of-it\n")
    let (report, status) = try report("meta-package>=1")
    #expect(status == 0 && outcomes(report) == ["meta-package>=1 meta_package skipped"])
    #expect(report.checks.map { $0.requirements.map(\.holds) } == [[true]])
    #expect(report.checks[0].warnings.map(\.code) == [WarningReport.notChecked])
    #expect(report.conflicts.contains { $0.distribution == "meta-package" && $0.requirement == "nothing-of-it" })
    let (old, failed) = try self.report("meta-package>=2")
    #expect(failed == 1 && old.checks.map(\.phase) == [.version] && old.checks[0].confirmed == nil)
    #expect(old.checks.map { $0.requirements.map(\.found) } == [["1.5"]])
  }

  /// The extras of extras, of itself and of others, each told once.
  @Test func extrasOfExtras() throws {
    try install(
      "app", files: ["app.py": ""],
      metadata: """
        Requires-Dist: app[web,cli]; extra == 'all'
        Requires-Dist: server[fast]>=1; extra == 'web'
        Requires-Dist: lost-tool; extra == 'cli'

        """)
    try install(
      "server", files: ["server.py": ""],
      metadata: "Requires-Dist: app[all]; extra == 'fast'\nRequires-Dist: lost-loop; extra == 'fast'\n")
    let (report, status) = try report("app[all]")
    let missing = report.checks[0].requirements.filter { !$0.holds }
    #expect(status == 1 && missing.map(\.requirement) == ["lost-tool", "lost-loop"])
    #expect(missing.map(\.statedBy) == ["app[cli,web]", "server[fast]"])
    #expect(try self.report("app").status == 0)
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
    try install(
      "tool-box", files: ["tooling/__init__.py": "", "tooling/main.py": "class Command:\n  run = exit"],
      extra: ["entry_points.txt": scripts])
    let (report, status) = try report("--entry-points", "tool-box")
    #expect(status == 1)
    #expect(
      outcomes(report) == [
        "tool-box tooling passed", "tooling.main:Command.run tooling.main passed",
        "tooling.main:nothing tooling.main failed", "tooling.absent:main tooling.absent failed",
        "tooling.main tooling.main passed",
      ])
    #expect(report.checks.map(\.name) == [nil, "good", "gone", "lost", "bare"])
    #expect(report.checks[2].phase == .attribute && report.checks[3].phase == .import)
    #expect(report.checks[2].confirmed == true && report.checks[3].confirmed == true)
    #expect(try self.report("tool-box").report.checks.count == 1)
    // The distribution of a named module has the same scripts.
    #expect(try self.report("--entry-points", "tooling").report.checks.count == 5)
  }

  @Test func namesWithDotsAndDigits() throws {
    try install("discord.py", "2.0", files: ["discord/__init__.py": ""])
    try install("3to2", files: ["lib3to2.py": ""])
    try install("zope.thing", files: ["zope/thing/__init__.py": "raise ValueError('broken')"])
    let (report, _) = try report("discord.py", "3to2", "zope.thing", "discord.other")
    #expect(
      outcomes(report) == [
        "discord.py discord passed", "3to2 lib3to2 passed", "zope.thing zope.thing failed",
        "discord.other discord.other failed",
      ])
  }

  /// A distribution that has lost the module of its name is broken, and not an alias of its other modules.
  @Test func aModuleThatWasLost() throws {
    try install("half", files: ["half.py": "", "whole.py": ""])
    try FileManager.default.removeItem(atPath: folder.path.appending("half.py").string)
    let (report, _) = try report("half")
    #expect(outcomes(report) == ["half half failed"])
    #expect(report.checks[0].exception?.type == "ModuleNotFoundError")
  }

  /// Metadata that says nothing sensible is passed over; the rest counts.
  @Test func brokenMetadata() throws {
    try install(
      "fine", files: ["fine.py": ""],
      metadata: "Requires-Dist: =nonsense\nRequires-Dist: lost-one\nRequires-Python: three\n")
    try install("numberless", "not-a-version", files: ["numberless.py": ""])
    let (report, status) = try report("fine>=1", "numberless", "numberless>=1")
    #expect(status == 1)
    #expect(
      outcomes(report) == ["fine>=1 fine passed", "numberless numberless passed", "numberless>=1 numberless failed"])
    #expect(report.conflicts.contains { $0.requirement == "lost-one" && $0.kind == .missing })
    #expect(!report.conflicts.contains { $0.requirement.contains("nonsense") })
  }
}
