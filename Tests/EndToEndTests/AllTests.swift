import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// A whole environment of more than a hundred real distributions.
@Suite(.needsIndex)
struct AllTests {
  /// Forking, preloading and a brief end are for speed alone.
  @Test func forksComeToTheSameAsFreshProcesses() throws {
    let environment = try TestEnvironment.many.folder().string
    let folder = try TestFolder()
    let (forked, _) = try Program(in: folder.path).report("--all", "--python", environment)
    let (fresh, _) = try Program(in: folder.path).report(
      "--all", "--fresh", "--control", "never", "--python", environment)
    #expect(forked.checks.count > 100)
    #expect(forked.checks.map(Verdict.init) == fresh.checks.map(Verdict.init))
    #expect(forked.leftOut == fresh.leftOut)
  }

  struct Verdict: Equatable {
    var target: String
    var outcome: Outcome
    var version: String?
    var exception: String?
    /// What could depend on modules that were imported before.
    var warnings: [WarningReport]

    init(_ check: CheckReport) {
      target = check.target
      outcome = check.outcome
      version = check.version
      exception = check.exception?.message
      warnings = check.warnings.filter(\.concernsLoadedObjects)
    }
  }
}
