import FoundationEssentials
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

extension Program {
  /// Runs `libraries --format json`; what it writes must be valid against the published schema.
  func libraries(_ arguments: [String]) throws -> (report: LibrariesReport, status: Int32?) {
    let run = try run(Self.path, ["libraries", "--format", "json"] + arguments)
    if !Repository.isOffline { try validate(run.output, against: "libraries-1.json") }
    return (try JSONDecoder().decode(LibrariesReport.self, from: Data(run.output.utf8)), run.status)
  }
}

/// `realimport libraries` of distributions that are made for it.
@Suite(
  .enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"),
  .enabled(if: Compiler.path != nil, "no C compiler is on this machine"))
struct LibrariesCommandTests {
  private let made: MadeExtensions

  init() throws { made = try MadeExtensions() }

  private func program(_ variables: [String: String] = [:]) -> Program {
    Program(in: made.site, variables.merging(["PYTHONPATH": made.site.string]) { own, _ in own })
  }

  private func path(_ name: String) -> String { made.site.appending(FilePath(name).components).string }

  private func libraries(_ arguments: String...) throws -> (report: LibrariesReport, status: Int32?) {
    try program().libraries(arguments)
  }

  /// `base` with a module that brings in a library, and `app` with one that needs this library and does not find it.
  private func make(appRequires: [String] = []) throws {
    try made.library("base/libbase.so", "int base(void) { return 1; }", soname: "libbase.so")
    let module = MadeExtensions.module("_base", calling: "base")
    try made.library("base/_base.so", module, against: ["base/libbase.so"], runpath: "$ORIGIN")
    try made.distribution("base", files: ["base/libbase.so", "base/_base.so"])
    try made.library("app/_app.so", MadeExtensions.module("_app", calling: "base"), against: ["base/libbase.so"])
    try made.distribution("app", requires: appRequires, files: ["app/_app.so"])
  }

  @Test(arguments: ["base", "base._base", "./base/_base.so"])
  func aLibraryOfItsOwn(target: String) throws {
    try make()
    let (report, status) = try libraries(target)
    #expect(status == 0 && report.verdict == .passed)
    let module = try #require(report.objects.first)
    #expect(module.requested && module.file == path("base/_base.so"))
    #expect(module.distribution == "base" && module.version == "1.0")
    let need = try #require(module.needed.first { $0.name == "libbase.so" })
    #expect(need.file == path("base/libbase.so") && need.rule == .runpath && need.ruleOf == path("base/_base.so"))
    let library = report.objects.first { $0.file == path("base/libbase.so") }
    #expect(library?.requested == false && library?.distribution == "base")
  }

  /// Who loads an extension that was built in place has imported before what it needs.
  @Test func aFileOfNobody() throws {
    try make()
    try made.library("built/_own.so", MadeExtensions.module("_own", calling: "base"), against: ["base/libbase.so"])
    let (report, status) = try libraries("built/_own.so")
    let need = try #require(report.objects.first?.needed.first { $0.name == "libbase.so" })
    #expect(status == 0 && report.objects.first?.distribution == nil)
    #expect(need.rule == .loaded && need.loadedBy == "base" && need.file == path("base/libbase.so"))
    let text = try program().run("libraries", "built/_own.so").output
    #expect(text.contains("assumed: base is imported before it\n"))
  }

  /// What is wrong with others of the distribution was not asked for.
  @Test func oneFileAlone() throws {
    try make()
    try made.library("app/_fine.so", MadeExtensions.module("_fine", calling: "own") + " int own(void) { return 1; }")
    try made.distribution("app", files: ["app/_app.so", "app/_fine.so"])
    #expect(try libraries("app/_fine.so").status == 0 && libraries("app/_app.so").status == 1)
  }

  @Test func aLibraryThatAnotherDistributionLoads() throws {
    try make(appRequires: ["base"])
    let (report, status) = try libraries("app")
    #expect(status == 0)
    let need = report.objects.first?.needed.first { $0.name == "libbase.so" }
    #expect(need?.rule == .loaded && need?.loadedBy == "base" && need?.file == path("base/libbase.so"))
    #expect(try program().run("libraries", "app").output.contains("libbase.so  base 1.0  [loaded by base]\n"))
  }

  @Test func aLibraryThatIsNotFound() throws {
    try make()
    let (report, status) = try libraries("app")
    #expect(status == 1 && report.verdict == .failed)
    let problem = try #require(report.objects.first?.problems.first)
    #expect(problem.code == .missingLibrary && problem.library == "libbase.so" && problem.offeredBy == ["base 1.0"])
    #expect(problem.considered.contains { $0.rule == .defaultFolder && !$0.exists })
    let text = try program().run("libraries", "app").output
    #expect(text.contains("└── libbase.so  not found\n") && text.hasSuffix("1 file examined, 1 lacks something\n"))
  }

  @Test func aVariable() throws {
    try make()
    let (report, status) = try program(["LD_LIBRARY_PATH": path("base")]).libraries(["app"])
    #expect(status == 0 && report.objects.first?.needed.first { $0.name == "libbase.so" }?.rule == .libraryPath)
  }

  @Test func aSymbolOfCPlusPlus() throws {
    try made.library("app/_app.so", MadeExtensions.module("_app", calling: "_ZN4base4openEi"))
    try made.distribution("app", files: ["app/_app.so"])
    let (report, status) = try libraries("app")
    let symbols = report.objects.first?.undefinedSymbols
    #expect(status == 1 && symbols?.map(\.symbol) == ["_ZN4base4openEi"])
    #expect(symbols?.map(\.demangled) == ["base::open(int)"])
    #expect(report.objects.first?.problems.map(\.code) == [.undefinedSymbol])
  }

  @Test func aLibraryForAnotherMachineInTheWay() throws {
    try make()
    try made.change("base/libbase.so") { $0[18] = 22 }
    let (report, status) = try libraries("./base/_base.so")
    let places = report.objects.first?.problems.first?.considered ?? []
    #expect(status == 1 && places.contains { $0.exists && $0.reason == "it is for s390" })
  }

  /// What it needs can be read all the same; for that machine's loader there is none here.
  @Test func aFileForAnotherMachine() throws {
    try make()
    try made.change("base/_base.so") { $0[18] = 22 }
    let (report, status) = try libraries("./base/_base.so")
    let object = try #require(report.objects.first)
    #expect(status == 1 && object.problems.map(\.code) == [.otherMachine])
    #expect(object.problems.first?.message.hasPrefix("it is for s390x, 64 bits, and the loader here is for ") == true)
    #expect(object.needed.map(\.name) == ["libbase.so"] && object.needed.map(\.rule) == [.notSought])
  }

  /// A module whose code would end the process that loads it.
  @Test func nothingIsLoaded() throws {
    let trap = "__attribute__((constructor)) static void end(void) { __builtin_trap(); }"
    try made.library("app/_app.so", "\(trap) void *PyInit__app(void) { return 0; }")
    try made.distribution("app", files: ["app/_app.so"])
    #expect(try libraries("app").status == 0)
  }

  @Test func theSameAsTheLinkCheck() throws {
    try make()
    let check = try program().report("--links", "app").report.checks.first
    let told = check?.links?.findings.flatMap { finding in finding.libraries.map { "\(finding.file) \($0.name)" } }
    let objects = try libraries("app").report.objects
    let libraries = objects.flatMap { object in object.problems.map { "\(object.file) \($0.library ?? "")" } }
    #expect(told == libraries && libraries.count == 1)
  }

  @Test func onlyWhatLacksSomething() throws {
    try make()
    let (report, status) = try libraries()
    #expect(status == 1 && report.examined >= 3)
    #expect(report.objects.filter(\.requested).map(\.file).contains(path("app/_app.so")))
    #expect(!report.objects.contains { $0.file == path("base/_base.so") })
  }

  /// Files need no Python; without one it is not known which symbols it would define.
  @Test func noPython() throws {
    try make()
    let program = program(["PATH": "/no/such/folder"])
    let (report, status) = try program.libraries(["app/_app.so", "base/_base.so"])
    #expect(status == 1 && report.warnings.map(\.code) == ["no-python"])
    #expect(report.objects.flatMap(\.problems).map(\.library) == ["libbase.so"])
    #expect(try program.libraries(["app"]).status == 3)
    #expect(try program.libraries([]).report.problem?.code == "no-python")
  }
}
