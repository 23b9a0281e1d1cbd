import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Real packages from the index, as users have them.
@Suite(.needsIndex)
struct RealPackageTests {
  /// vllm 0.10.1.1 beside torch 2.2.0: what realimport was made for.
  @Test func theConflictOfTorchAndVllm() throws {
    let environment = try TestEnvironment.conflict.folder()
    let folder = try TestFolder()
    let (report, status) = try Program(in: folder.path).report(
      "--python", environment.string, "torch", "torch:_inductor.config", "vllm")
    #expect(status == 1)
    #expect(report.checks.map(\.outcome) == [.passed, .failed, .failed])

    let torch = report.checks[0]
    #expect(torch.version?.hasPrefix("2.2.0") == true)
    #expect(torch.distribution == DistributionReport(name: "torch", version: "2.2.0"))
    #expect(torch.versionsAgree == true)

    let attribute = try #require(report.checks[1].attributes.first)
    #expect(report.checks[1].phase == .attribute)
    #expect(attribute.missingAt == "torch._inductor")
    #expect(attribute.importable == true)
    #expect(attribute.file?.hasSuffix("/torch/_inductor/config.py") == true)

    let vllm = try #require(report.checks[2].exception)
    #expect(vllm.message == "module 'torch._inductor' has no attribute 'config'")
    #expect(vllm.qualifiedType == "builtins.AttributeError")
    let frame = try #require(vllm.frames.last)
    #expect(frame.distribution == "vllm")
    #expect(frame.file.hasSuffix("/vllm/env_override.py"))
    #expect(frame.source == "torch._inductor.config.compile_threads = 1")
    #expect(report.checks.allSatisfy { $0.outcome == .passed || $0.confirmed == true })
  }

  @Test func aNewerTorchBindsTheSubmodule() throws {
    let environment = try TestEnvironment.torch.folder()
    let folder = try TestFolder()
    let check = try Program(in: folder.path).check("--python", environment.string, "torch:_inductor.config")
    #expect(check.outcome == .passed)
    #expect(check.version?.hasPrefix("2.13.0") == true)
    #expect(check.versionsAgree == true)
    #expect(check.attributes.map(\.found) == [true])
  }

  @Test func aNameThatMovedAway() throws {
    let environment = try TestEnvironment.markupsafe.folder()
    let folder = try TestFolder()
    let check = try Program(in: folder.path).check("--python", environment.string, "jinja2")
    #expect(check.outcome == .failed)
    #expect(check.exception?.type == "ImportError")
    #expect(check.exception?.name == "markupsafe")
    #expect(check.exception?.frames.last?.distribution == "Jinja2")
    #expect(check.distribution?.version == "2.11.3")
  }

  struct Package: Sendable, CustomTestStringConvertible {
    let module: String
    let distribution: String
    var hasVersion = true
    var testDescription: String { module }
  }

  static let packages: [Package] = [
    Package(module: "numpy", distribution: "numpy"),
    Package(module: "numpy.linalg._umath_linalg", distribution: "numpy", hasVersion: false),
    Package(module: "markupsafe._speedups", distribution: "MarkupSafe", hasVersion: false),
    Package(module: "yaml", distribution: "PyYAML"),
    Package(module: "six", distribution: "six"),
  ]

  @Test(arguments: packages)
  func packagesWithCompiledParts(package: Package) throws {
    let environment = try TestEnvironment.small.folder()
    let folder = try TestFolder()
    let check = try Program(in: folder.path).check("--python", environment.string, package.module)
    #expect(check.outcome == .passed)
    #expect(check.distribution?.name.lowercased() == package.distribution.lowercased())
    if package.hasVersion { #expect(check.versionsAgree == true) }
    #expect(check.file?.hasPrefix(environment.string) == true)
    #expect((check.modulesLoaded ?? 0) > 0)
    #expect((check.peakRSSBytes ?? 0) > 1 << 20)
  }
}
