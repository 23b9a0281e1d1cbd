import FoundationEssentials
import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Distributions and requirements as targets, with real packages from the index.
@Suite(.needsIndex)
struct DistributionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let environment: TestEnvironment
    let arguments: [String]
    /// `module outcome` in the order of the report.
    let checks: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ environment: TestEnvironment, _ arguments: String..., checks: [String]) {
      (self.environment, self.arguments, self.checks) = (environment, arguments, checks)
    }
  }

  static let rows: [Row] = [
    Row(.small, "numpy>=1", checks: ["numpy passed"]),
    Row(.small, "NumPy", checks: ["numpy passed"]),
    Row(.small, "pyyaml", checks: ["yaml passed"]),
    Row(.small, "PyYAML>=5,!=5.3", checks: ["yaml passed"]),
    Row(.small, "six==0.*", checks: ["six failed"]),
    Row(.small, "six>=999; os_name == 'nt'", checks: ["six skipped"]),
    Row(.small, "six>=1; os_name == 'posix'", checks: ["six passed"]),
    Row(.small, "six @ https://example.org/six.whl", checks: ["six passed"]),
    Row(.small, "no-such-thing", checks: ["no_such_thing failed"]),
    Row(.small, "no-such-thing>=2", "six", checks: ["no_such_thing failed", "six passed"]),
    Row(.small, "--optional", "no-such-thing>=2", "six", checks: ["six passed", "no_such_thing skipped"]),
    Row(.small, "--optional", "six>=999", checks: ["six failed"]),
    Row(.small, "pyyaml:nothing", checks: ["pyyaml failed"]),
    Row(.many, "pillow", checks: ["PIL passed"]),
    Row(.many, "--together", "json", "pillow", "numpy", checks: ["json passed", "PIL passed", "numpy passed"]),
    Row(.many, "pillow", "PIL", "pillow:Image", checks: ["PIL passed", "PIL passed", "pillow failed"]),
    Row(.many, "scikit-learn", checks: ["sklearn passed"]),
    Row(.many, "scikit_learn", checks: ["sklearn passed"]),
    Row(.many, "matplotlib>=3", checks: ["matplotlib passed", "mpl_toolkits passed", "pylab passed"]),
    Row(.many, "jupyterlab", "python-dateutil", checks: ["jupyterlab passed", "dateutil passed"]),
  ]

  @Test(arguments: rows)
  func outcome(_ row: Row) throws {
    let folder = try TestFolder()
    let (report, status) = try Program(in: folder.path).report(
      ["--python", row.environment.folder().string] + row.arguments)
    #expect(report.checks.map { "\($0.module) \($0.outcome.rawValue)" } == row.checks)
    #expect(status == (report.checks.allSatisfy(\.isGood) ? 0 : 1))
    #expect(report.problem == nil)
  }

  @Test func theVersionDecides() throws {
    let check = try check(.small, "six>=999")
    #expect(check.outcome == .failed && check.phase == .version && check.confirmed == true)
    let version = try #require(check.version)
    #expect(
      check.requirements
        == [RequirementReport(requirement: "six>=999", statedBy: nil, found: version, holds: false)])
    #expect(check.exception == nil && check.distribution?.name == "six" && check.versionsAgree == true)
    #expect(check.target == "six>=999")
  }

  @Test func whatIsNotInstalled() throws {
    let check = try check(.small, "no-such-thing>=1")
    #expect(check.phase == .version && check.confirmed == nil && check.file == nil)
    #expect(
      check.requirements
        == [RequirementReport(requirement: "no-such-thing>=1", statedBy: nil, found: nil, holds: false)])
  }

  /// The modules of one distribution, each with the requirement; only the one of its name tells the version.
  @Test func severalModules() throws {
    let folder = try TestFolder()
    let (report, _) = try Program(in: folder.path).report(
      "--python", try TestEnvironment.many.folder().string, "matplotlib<1")
    #expect(report.checks.map(\.module) == ["matplotlib", "mpl_toolkits", "pylab"])
    #expect(report.checks.allSatisfy { $0.target == "matplotlib<1" && $0.phase == .version })
    let own = report.checks[0].version
    #expect(own != nil && report.checks.allSatisfy { $0.requirements.map(\.found) == [own] })
  }

  @Test func extrasThatAreMissing() throws {
    let check = try check(.many, "fastapi[all]>=0.100")
    #expect(check.outcome == .failed && check.phase == .version && check.confirmed == true)
    #expect(check.requirements.first?.requirement == "fastapi[all]>=0.100" && check.requirements.first?.holds == true)
    #expect(check.requirements.dropFirst().allSatisfy { $0.statedBy == "fastapi[all]" })
    #expect(check.requirements.contains { !$0.holds && $0.found == nil })
    // Others of the extra are there.
    #expect(check.requirements.contains { $0.requirement.hasPrefix("jinja2") && $0.holds && $0.found != nil })
  }

  /// torch 2.2.0 is there for a vllm that requires 2.7.1.
  @Test func aConflictIsAWarning() throws {
    let folder = try TestFolder()
    let (report, status) = try Program(in: folder.path).report(
      "--python", try TestEnvironment.conflict.folder().string, "vllm==0.10.*", "torch>=2.4")
    #expect(status == 1 && report.checks.map(\.phase) == [.import, .version, .version, .version])
    #expect(report.checks.map(\.module) == ["vllm", "functorch", "torch", "torchgen"])
    let warnings = report.checks[0].warnings.filter { $0.code == WarningReport.requirementConflict }
    #expect(warnings.first?.message == "vllm 0.10.1.1 requires torch==2.7.1, and torch 2.2.0 is installed")
    #expect(warnings.count == report.conflicts.count { $0.distribution == "vllm" })
    #expect(report.checks[0].requirements.map(\.holds) == [true])
    let torch = report.checks[2]
    #expect(torch.version?.hasPrefix("2.2.0") == true && torch.requirements.map(\.found) == [torch.version])
    #expect(torch.confirmed == true)
  }

  private func check(_ environment: TestEnvironment, _ target: String) throws -> CheckReport {
    let folder = try TestFolder()
    return try Program(in: folder.path).check("--python", environment.folder().string, target)
  }
}
