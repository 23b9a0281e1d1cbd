import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What a process has loaded, seen with libraries that a compiler made just now.
@Suite(
  .enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"),
  .enabled(if: Compiler.path != nil, "no C compiler is on this machine"))
struct LoadedObjectsTests {
  private let made: MadeExtensions
  private let working: TestFolder

  init() throws {
    made = try MadeExtensions()
    working = try TestFolder()
  }

  private func report(
    _ arguments: String..., variables: [String: String] = [:]
  ) throws -> (report: Report, status: Int32?) {
    try Program(in: working.path, variables.merging(["PYTHONPATH": made.site.string]) { $1 }).report(arguments)
  }

  private func told(_ check: CheckReport) -> [String] {
    check.warnings.filter(\.concernsLoadedObjects).map(\.code)
  }

  // MARK: Facts

  @Test func aLibraryAndItsOwner() throws {
    try made.library("libone.so.1", in: "one")
    try made.distribution("one", loading: ["one/libone.so.1"])
    let check = try #require(try report("one").report.checks.first)
    let object = try #require(check.loadedObjects.first { $0.file.hasSuffix("/libone.so.1") })
    #expect(object.file == made.site.appending("one/libone.so.1").string)
    #expect(object.distribution == "one" && object.place == .environment && !object.loadedBefore)
    #expect(check.loadedObjects.contains { $0.file.contains("/libc.so") && $0.place == .system && $0.loadedBefore })
    #expect(check.loadedObjects.allSatisfy { $0.file.hasPrefix("/") })
    #expect(check.warnings.isEmpty && check.libraryCopies.isEmpty)
  }

  /// Ways to a library that leave no plain path to a file.
  static let odd: [(name: String, source: String, file: String)] = [
    ("not UTF-8", #"copy(one, b'\xff.so'); CDLL(os.path.abspath(os.fsdecode(b'\xff.so')))"#, #"WORKING/\udcff.so"#),
    ("relative, and the folder left", "copy(one, 'r.so'); CDLL('./r.so'); os.chdir('/')", "WORKING/r.so"),
    ("removed", "copy(one, 'gone.so'); CDLL(os.path.abspath('gone.so')); os.remove('gone.so')", "WORKING/gone.so"),
    ("memory", "m = os.memfd_create('m'); os.write(m, open(one, 'rb').read()); CDLL(f'/proc/self/fd/{m}')", "/fd/"),
  ]

  @Test(arguments: odd.map(\.name))
  func oddPaths(_ name: String) throws {
    let row = try #require(Self.odd.first { $0.name == name })
    let library = try made.library("libone.so", in: "one")
    let imports = "import os\nfrom ctypes import CDLL\nfrom shutil import copy"
    try working.write("\(imports)\none = '\(library.string)'\n\(row.source)\n", to: "subject.py")
    let check = try #require(try report("subject").report.checks.first)
    #expect(check.outcome == .passed)
    let file = row.file.replacing("WORKING", with: try #require(working.path.realPath()).string)
    let found = check.loadedObjects.filter { $0.file.contains(file) }
    #expect(found.map(\.place) == [.elsewhere], "\(check.loadedObjects.map(\.file))")
    #expect(found.allSatisfy { $0.distribution == nil && !$0.loadedBefore })
  }

  @Test func ofAnImportThatFails() throws {
    try made.library("libone.so", in: "one")
    try made.distribution("one", loading: ["one/libone.so"], then: "raise ValueError")
    let check = try #require(try report("one").report.checks.first)
    #expect(check.outcome == .failed)
    #expect(check.loadedObjects.contains { $0.file.hasSuffix("/one/libone.so") && !$0.loadedBefore })
  }

  @Test func ofAnImportThatDoesNotEnd() throws {
    try made.distribution("one", loading: [], then: "import os; os._exit(0)")
    let check = try #require(try report("one").report.checks.first)
    #expect(check.outcome == .exited && check.loadedObjects.isEmpty)
  }

  /// The folder of the environment under another name, over a link.
  @Test func overALink() throws {
    try made.library("libone.so", in: "one")
    try made.distribution("one", loading: ["one/libone.so"])
    let link = try working.link("link", to: made.site.string)
    try working.write("import ctypes\nctypes.CDLL('\(link.string)/one/libone.so')", to: "subject.py")
    let check = try #require(try report("subject").report.checks.first)
    let object = try #require(check.loadedObjects.last)
    #expect(object.file == link.appending("one/libone.so").string)
    #expect(object.place == .environment && object.distribution == "one")
  }

  // MARK: Copies

  @Test func copiesThatDoNoHarm() throws {
    try made.library("libgomp-1a2b3c4d.so.1", in: "one")
    try made.library("libgomp-5e6f7a8b.so.1", in: "two")
    try made.distribution("one", loading: ["one/libgomp-1a2b3c4d.so.1"])
    try made.distribution("two", loading: ["two/libgomp-5e6f7a8b.so.1"], then: "import one")
    let (report, status) = try report("--strict", "two")
    let check = try #require(report.checks.first)
    #expect(status == 0 && check.warnings.isEmpty)
    let files = ["two/libgomp-5e6f7a8b.so.1", "one/libgomp-1a2b3c4d.so.1"].map { made.site.appending($0).string }
    #expect(check.libraryCopies == [LibraryCopiesReport(library: "libgomp", files: files)])
  }

  private func makeTwoRuntimes() throws {
    try made.library("libomp.so", in: "one")
    try made.library("libiomp5-1a2b3c4d.so", in: "two")
    try made.distribution("one", loading: ["one/libomp.so"])
    try made.distribution("two", loading: ["two/libiomp5-1a2b3c4d.so"])
    try made.distribution("both", loading: [], then: "import one, two")
  }

  @Test func twoRuntimesInOneProcess() throws {
    try makeTwoRuntimes()
    let (report, status) = try report("one", "two", "both")
    #expect(status == 0)
    #expect(report.checks.map(told) == [[], [], ["duplicate-runtime"]])
    let message = try #require(report.checks.last?.warnings.first?.message)
    #expect(message.contains("\(made.site.string)/one/libomp.so (of one)"))
    #expect(message.contains("\(made.site.string)/two/libiomp5-1a2b3c4d.so (of two)"))
    #expect(try self.report("--strict", "both").status == 1)
  }

  /// In a common process it is told with the import that brought the second.
  @Test func together() throws {
    try makeTwoRuntimes()
    let checks = try report("--together", "one", "two", "json").report.checks
    #expect(checks.map(told) == [[], ["duplicate-runtime"], []])
    #expect(checks.last?.loadedObjects.contains { $0.file.hasSuffix("/libomp.so") && $0.loadedBefore } == true)
  }

  /// What was imported before a fork, to save time, is not held against what is imported after it.
  @Test func forksAreJudgedAsFreshProcesses() throws {
    try makeTwoRuntimes()
    // Long enough for a copy of the process to be kept (Preloading.shortestImport).
    let busy = "import time\nend = time.process_time() + 0.4\nwhile time.process_time() < end: pass"
    try made.distribution("base", loading: ["one/libomp.so"], then: busy)
    for name in ["first", "second", "third"] {
      try made.distribution(name, loading: [], requiring: "base", then: "import base")
    }
    try made.distribution("fourth", loading: ["two/libiomp5-1a2b3c4d.so"], requiring: "base")
    // Nothing that is installed for the Python itself takes part.
    let python = try #require(TestPython.any).executable
    _ = try Program(in: working.path).run(python, ["-m", "venv", "--without-pip", ".venv"])
    let (forked, fresh) = (try report("--all").report, try report("--all", "--fresh").report)
    #expect(forked.checks.contains { $0.module == "third" && $0.preloaded == ["base"] })
    for report in [forked, fresh] {
      #expect(report.checks.count == 8)
      #expect(report.checks.filter { !told($0).isEmpty }.map(\.module) == ["both"])
    }
  }

  // MARK: Libraries from outside

  private func makeForeign() throws {
    try made.library("libpart.so.1", in: "one/lib")
    try made.library("libwhole.so", in: "one", needing: "one/lib/libpart.so.1", runpath: "$ORIGIN/lib")
    try made.distribution("one", loading: ["one/libwhole.so"])
    try made.library("libpart.so.1", in: "../outside")
  }

  @Test func aFolderOfTheVariable() throws {
    try makeForeign()
    let outside = made.site.removingLastComponent().appending("outside").string
    let (report, status) = try report("one", variables: ["LD_LIBRARY_PATH": "/nowhere:\(outside)"])
    let check = try #require(report.checks.first)
    #expect(status == 0 && told(check) == ["foreign-library"])
    #expect(
      check.warnings.first?.message
        == "\(made.site)/one/libwhole.so (of one) is linked to \(outside)/libpart.so.1, which LD_LIBRARY_PATH leads to, "
        + "and not to the environment's own \(made.site)/one/lib/libpart.so.1 (of one)")
    let object = try #require(check.loadedObjects.first { $0.file == "\(outside)/libpart.so.1" })
    #expect(object.place == .elsewhere && object.distribution == nil)
  }

  @Test func theEnvironmentsOwn() throws {
    try makeForeign()
    let own = made.site.appending("one/lib").string
    for variables in [[:], ["LD_LIBRARY_PATH": ""], ["LD_LIBRARY_PATH": own]] as [[String: String]] {
      let check = try #require(try report("--strict", "one", variables: variables).report.checks.first)
      #expect(check.outcome == .passed && check.warnings.isEmpty)
      #expect(check.loadedObjects.contains { $0.file == "\(own)/libpart.so.1" && $0.distribution == "one" })
    }
  }

  /// A relative folder is seen from where the process was when the loader opened the file.
  @Test func aRelativeFolderOfTheVariable() throws {
    try makeForeign()
    try working.link("lib", to: made.site.removingLastComponent().appending("outside").string)
    try working.write("import one, os\nos.chdir('/')", to: "subject.py")
    let check = try #require(try report("subject", variables: ["LD_LIBRARY_PATH": "lib"]).report.checks.first)
    #expect(told(check) == ["foreign-library"])
    let folder = try #require(working.path.realPath())
    #expect(check.loadedObjects.contains { $0.file == "\(folder)/lib/libpart.so.1" && $0.place == .elsewhere })
  }
}

/// Real packages have nothing of the kind that is warned of.
@Suite(.needsIndex)
struct LoadedRealObjectsTests {
  static let rows: [(TestEnvironment, module: String, distribution: String)] = [
    (.small, "numpy", "numpy"), (.torch, "torch", "torch"), (.many, "sklearn.cluster", "scikit-learn"),
    (.many, "PIL.Image", "pillow"),
  ]

  @Test(arguments: rows)
  func ofADistribution(_ environment: TestEnvironment, _ module: String, _ distribution: String) throws {
    let folder = try TestFolder()
    let check = try Program(in: folder.path).check("--python", try environment.folder().string, module)
    #expect(check.outcome == .passed)
    let own = check.loadedObjects.filter { $0.distribution?.lowercased() == distribution }
    #expect(own.count > 1 && own.allSatisfy { $0.place == .environment && !$0.loadedBefore })
    #expect(check.loadedObjects.filter { $0.place == .environment }.allSatisfy { $0.distribution != nil })
    #expect(check.loadedObjects.contains { $0.file.contains("/libpython3.") && $0.loadedBefore })
    #expect(check.warnings.filter(\.concernsLoadedObjects).isEmpty)
  }
}
