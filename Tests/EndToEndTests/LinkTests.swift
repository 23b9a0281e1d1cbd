import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// `check --links`: what native files need is found out without loading them.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct LinkTests {
  // MARK: Real packages

  /// `ldd -r` misses these five symbols, and two of the driver, with the folders of torch and of NVIDIA's libraries in
  /// LD_LIBRARY_PATH.
  @Test(.needsIndex) func vllmBesideAnOlderTorch() throws {
    let environment = try TestEnvironment.links.folder().string
    let check = try Program(in: "/").check("--links", "--control", "never", "--python", environment, "vllm")
    let links = try #require(check.links)
    let finding = try #require(links.findings.first { $0.module == "vllm._C" })
    #expect(
      Set(finding.undefinedSymbols.map(\.symbol)) == [
        "_ZN3c104cuda14ExchangeDeviceEa", "_ZN3c104cuda9GetDeviceEPa", "_ZN3c104cuda9SetDeviceEa",
        "_ZN3c104cuda14MaybeSetDeviceEa", "_ZN3c104impl3cow23materialize_cow_storageERNS_11StorageImplE",
      ])
    let driver = try #require(links.driver.first { $0.file == finding.file })
    #expect(driver.libraries == ["libcuda.so.1"])
    #expect(Set(driver.symbols) == ["cuTensorMapEncodeTiled", "cuPointerGetAttribute"])
    #expect(
      links.assumptions.map(\.message).contains("libc10.so: as loaded by torch 2.2.0, which vllm requires"))
  }

  @Test(.needsIndex, arguments: [TestEnvironment.small, .torch])
  func nothingIsWrongWithHealthyEnvironments(_ environment: TestEnvironment) throws {
    let folder = try environment.folder().string
    let (report, _) = try Program(in: "/").report("--links", "--control", "never", "--python", folder, "numpy")
    let links = try #require(report.checks.first?.links)
    #expect(links.objects > 10 && links.findings.isEmpty && links.assumptions.isEmpty)
  }

  @Test func nobodyAsked() throws {
    #expect(try Program(in: "/").check("json").links == nil)
  }
}

/// The same with distributions made for it.
@Suite(
  .enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"),
  .enabled(if: Compiler.path != nil, "no C compiler is on this machine"))
struct MadeLinkTests {
  private let made: MadeExtensions

  init() throws { made = try MadeExtensions() }

  /// The one check of `app`.
  private func check(_ options: String...) throws -> CheckReport {
    let program = Program(in: "/", ["PYTHONPATH": made.site.string])
    return try #require(try program.report(["--links", "app"] + options).report.checks.first)
  }

  /// `base` with a library, and with an extension module that brings it in.
  private func makeBase(loads: Bool = true) throws {
    try made.library("base/libbase.so", "int base(void) { return 1; }", soname: "libbase.so")
    var files = ["base/libbase.so"]
    if loads {
      let source = MadeExtensions.module("_base", calling: "base")
      try made.library("base/_base.so", source, against: ["base/libbase.so"], runpath: "$ORIGIN")
      files.append("base/_base.so")
    }
    try made.distribution("base", files: files)
  }

  private func makeApp(code: String = "", requires: [String] = []) throws {
    try made.library("app/_app.so", MadeExtensions.module("_app", calling: "base"), against: ["base/libbase.so"])
    try made.distribution("app", code: code, requires: requires, files: ["app/_app.so"])
  }

  @Test func aLibraryOfWhatIsRequired() throws {
    try makeBase()
    try makeApp(requires: ["base"])
    let links = try #require(try check("--strict").links)
    #expect(links.objects == 1 && links.findings.isEmpty)
    #expect(links.assumptions.map(\.message) == ["libbase.so: as loaded by base 1.0, which app requires"])
  }

  @Test func aLibraryOfWhatIsImported() throws {
    try makeBase()
    try makeApp(code: "import os\nif False:\n    from base import nothing\n")
    let links = try #require(try check("--strict").links)
    #expect(links.findings.isEmpty)
    #expect(links.assumptions.map(\.message) == ["libbase.so: as loaded by base 1.0, which app imports"])
  }

  /// The check passes with a warning, and fails where warnings do.
  @Test func aLibraryOfWhatNobodyAsksFor() throws {
    try makeBase()
    try makeApp()
    let check = try check()
    #expect(check.outcome == .passed && check.warnings.map(\.code) == ["missing-library"])
    let finding = try #require(check.links?.findings.first)
    #expect(finding.module == "app._app" && finding.libraries.map(\.name) == ["libbase.so"])
    #expect(finding.libraries.map(\.offeredBy) == [["base"]])
    #expect(try self.check("--strict", "--control", "never").outcome == .failed)
  }

  /// As code does it with ctypes; what loads another library first may need that.
  @Test func aLibraryThatItsOwnCodeOpens() throws {
    try made.library("base/libdeep.so", "int deep(void) { return 1; }", soname: "libdeep.so")
    try made.library(
      "base/libbase.so", "int deep(void); int base(void) { return deep(); }", soname: "libbase.so",
      against: ["base/libdeep.so"])
    try made.distribution("base", files: ["base/libbase.so", "base/libdeep.so"])
    try makeApp(code: "NAMES = ['deep', 'base']\n", requires: ["base"])
    #expect(try check("--strict").links?.findings == [])
  }

  @Test func aLibraryThatNothingLoads() throws {
    try makeBase(loads: false)
    try makeApp(requires: ["base"])
    #expect(try check().links?.findings.map(\.code) == [.missingLibrary])
  }

  /// As libraries that others load where they find what those need; with the name in its code somebody opens it, where
  /// that code can run.
  @Test(arguments: [
    ("", true), ("NAME = 'libplugin.so'", false), ("# libplugin.so", true),
    ("import no_such_module\nNAME = 'libplugin.so'", true),
    ("try:\n  import no_such_module\nexcept ImportError:\n  NAME = 'libplugin.so'", false),
  ])
  func aLibraryThatNobodyOpens(code: String, isOptional: Bool) throws {
    try made.library("gone/libgone.so", "int gone(void) { return 1; }", soname: "libgone.so")
    try made.library("app/libplugin.so", "int x;", against: ["gone/libgone.so"])
    try made.remove("gone/libgone.so")
    try made.distribution("app", code: code, files: ["app/libplugin.so"])
    let check = try check("--control", "never")
    #expect(check.links?.findings.map(\.optional) == [isOptional])
    #expect(check.warnings.map(\.code).contains("missing-library") != isOptional)
  }

  /// An extension module that the package imports like this and whose library is nowhere.
  private func checkModule(code: String, requires: [String] = []) throws -> (CheckReport, LinkFindingReport) {
    try made.library("gone/libgone.so", "int gone(void) { return 1; }", soname: "libgone.so")
    try made.library("app/_fast.so", MadeExtensions.module("_fast", calling: "gone"), against: ["gone/libgone.so"])
    try made.remove("gone/libgone.so")
    try made.distribution("app", code: code, requires: requires, files: ["app/_fast.so"])
    let check = try check("--control", "never")
    return (check, try #require(check.links?.findings.first))
  }

  @Test(arguments: [
    "try:\n  from . import _fast\nexcept ImportError:\n  _fast = None\n",
    "def fast():\n  try:\n    import app._fast\n  except Exception: return None\n",
  ])
  func aModuleThatThePackageDoesWithout(code: String) throws {
    let (check, finding) = try checkModule(code: code)
    #expect(finding.optional && check.warnings.isEmpty && check.outcome == .passed)
    let line = code.hasPrefix("try") ? 2 : 3
    #expect(finding.optionalBecause == "app does without it at app/__init__.py:\(line)")
  }

  @Test(arguments: [
    "", "def fast():\n  from app import _fast\n", "try:\n  from . import _fast\nexcept KeyError:\n  pass\n",
    "try:\n  from . import _fast\nexcept ImportError:\n  pass\ndef fast():\n  from . import _fast\n",
  ])
  func aModuleThatSomebodyWants(code: String) throws {
    let (check, finding) = try checkModule(code: code)
    #expect(!finding.optional && finding.optionalBecause == nil)
    #expect(check.warnings.map(\.code).contains("missing-library"))
  }

  /// What is linked with a library of another distribution was built for a certain build of that.
  @Test func aModuleForAnotherBuildOfWhatIsRequired() throws {
    try makeBase()
    try made.library("gone/libgone.so", "int gone(void) { return 1; }", soname: "libgone.so")
    try made.library(
      "app/_fast.so", MadeExtensions.module("_fast", calling: "gone"), against: ["gone/libgone.so", "base/libbase.so"])
    try made.remove("gone/libgone.so")
    let code = "try:\n  from . import _fast\nexcept ImportError:\n  _fast = None\n"
    try made.distribution("app", code: code, requires: ["base"], files: ["app/_fast.so"])
    let finding = try #require(try check().links?.findings.first)
    #expect(!finding.optional && finding.libraries.map(\.name) == ["libgone.so"])
  }

  /// A library that a distribution has which is required is no option, whatever catches its absence.
  @Test func anotherReleaseOfWhatIsRequired() throws {
    try made.library("base/libgone.so.2", "int gone(void) { return 1; }", soname: "libgone.so.2")
    try made.distribution("base", files: ["base/libgone.so.2"])
    let code = "try:\n  from . import _fast\nexcept ImportError:\n  _fast = None\n"
    #expect(try !checkModule(code: code, requires: ["base"]).1.optional)
  }

  /// As tools carry modules of Python for the programs that they make.
  @Test func copiesOfModulesOfPython() throws {
    let source = "int absent(void); void *PyInit__ssl(void) { return (void *)(long)absent(); }"
    try made.library("app/lib/_ssl.so", source)
    try made.distribution("app", files: ["app/lib/_ssl.so"])
    let finding = try #require(try check("--strict").links?.findings.first)
    #expect(finding.module == "app.lib._ssl" && finding.optional)
  }

  /// Distributions with libraries alone, as NVIDIA's, are told of with the one that requires them.
  @Test func aDistributionWithoutModules() throws {
    try made.library(
      "vendor/lib/libv.so.1", "int absent(void); int base(void) { return absent(); }", soname: "libv.so.1")
    try made.distribution("vendor", package: false, files: ["vendor/lib/libv.so.1"])
    try made.library(
      "app/_app.so", MadeExtensions.module("_app", calling: "base"), against: ["vendor/lib/libv.so.1"],
      runpath: "$ORIGIN/../vendor/lib")
    try made.distribution("app", requires: ["vendor"], files: ["app/_app.so"])
    let links = try #require(try check().links)
    #expect(links.objects == 2 && links.findings.map(\.distribution) == ["vendor"])
    #expect(links.findings.map(\.optional) == [false])
    #expect(links.findings.first?.undefinedSymbols.map(\.symbol) == ["absent"])
  }

  @Test func anEditableDistribution() throws {
    try makeBase()
    try made.library(
      "project/app/_app.so", MadeExtensions.module("_app", calling: "base"), against: ["base/libbase.so"])
    try made.editable("app", in: "project")
    let program = Program(in: "/", ["PYTHONPATH": "\(made.site.string):\(made.site.string)/project"])
    let check = try #require(try program.report(["--links", "app"]).report.checks.first)
    let finding = try #require(check.links?.findings.first)
    #expect(check.links?.objects == 1 && finding.module == "app._app")
    #expect(finding.libraries.map(\.name) == ["libbase.so"])
  }

  @Test func aSymbolThatWasThereWhenTheModuleWasMade() throws {
    try makeBase()
    try makeApp(requires: ["base"])
    try made.library("base/libbase.so", "int other(void) { return 1; }", soname: "libbase.so")
    let finding = try #require(try check().links?.findings.first)
    #expect(finding.code == .undefinedSymbol && finding.undefinedSymbols.map(\.symbol) == ["base"])
  }

  /// A library of the driver in a version that no machine has.
  @Test func whatComesWithTheDriver() throws {
    try made.library("driver/libnvidia-ml.so", "int nvmlNothing(void) { return 1; }", soname: "libnvidia-ml.so.99")
    try made.library(
      "app/_app.so", MadeExtensions.module("_app", calling: "nvmlNothing"), against: ["driver/libnvidia-ml.so"])
    try made.distribution("app", files: ["app/_app.so"])
    let check = try check("--strict")
    let links = try #require(check.links)
    #expect(check.outcome == .passed && links.findings.isEmpty)
    #expect(links.driver.map(\.libraries) == [["libnvidia-ml.so.99"]])
    #expect(links.driver.map(\.symbols) == [["nvmlNothing"]])
  }

  /// Another e_machine: that of the S/390.
  @Test func forAnotherMachine() throws {
    try makeBase()
    try makeApp(requires: ["base"])
    try made.change("app/_app.so") { $0[18] = 22 }
    let finding = try #require(try check().links?.findings.first)
    #expect(finding.code == .otherMachine && finding.problem == "it is for s390, 64 bits")
  }

  /// Python passes over it, and there is no other file for that module.
  @Test func namedForAnotherMachine() throws {
    try made.library("app/_app.cpython-311-sparc64-linux-gnu.so", "int x;")
    try made.distribution("app", files: ["app/_app.cpython-311-sparc64-linux-gnu.so"])
    let finding = try #require(try check().links?.findings.first)
    #expect(finding.code == .otherMachine && finding.problem == "it is built for sparc64")
  }

  @Test func filesThatThisPythonPassesOver() throws {
    try makeBase()
    try makeApp(requires: ["base"])
    try made.library("app/_x.pypy39-pp73-x86_64-linux-gnu.so", "int absent(void); int x(void) { return absent(); }")
    try made.library("app/_y.cpython-38.so", "int absent(void); int y(void) { return absent(); }")
    try made.distribution(
      "app", requires: ["base"],
      files: ["app/_app.so", "app/_x.pypy39-pp73-x86_64-linux-gnu.so", "app/_y.cpython-38.so"])
    let links = try #require(try check().links)
    #expect(links.objects == 1 && links.findings.isEmpty)
  }
}
