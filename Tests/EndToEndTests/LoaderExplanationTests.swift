import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What a real loader says of objects that a compiler made just now, explained.
@Suite(
  .enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"),
  .enabled(if: Compiler.path != nil, "no C compiler is on this machine"))
struct LoaderExplanationTests {
  private let folder: TestFolder
  private let site: FilePath

  init() throws {
    folder = try TestFolder()
    site = try #require(try folder.folder("site").realPath())
  }

  /// Compiles C into a shared object below ``site``.
  @discardableResult
  private func compile(_ source: String, to file: String, _ arguments: String...) throws -> FilePath {
    let path = site.appending(file)
    _ = try folder.folder("site/\(path.removingLastComponent().components.suffix(1).map(\.string).joined())")
    let code = try folder.write(source, to: "source.c")
    try Compiler.library(path, of: code, arguments)
    return path
  }

  private func distribution(_ name: String, _ files: [String]) throws {
    let information = "site/\(name)-1.0.dist-info"
    try folder.write("Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n", to: "\(information)/METADATA")
    try folder.write(files.map { "\($0),,\n" }.joined(), to: "\(information)/RECORD")
  }

  private func explanation(of module: String = "subject.ext") throws -> (loader: LoaderReport, report: Report) {
    let program = Program(in: folder.path, ["PYTHONPATH": site.string])
    let report = try program.report([module]).report
    let check = try #require(report.checks.first)
    #expect(check.outcome == .failed)
    return (try #require(check.loader.first, "\(check.exception?.message ?? "")"), report)
  }

  private static let module = "void *PyInit_ext(void) { return 0; }\n"

  @Test func missingLibraryOfWhichAnotherReleaseIsInstalled() throws {
    let old = try compile("int one;", to: "dep/libdep.so.1", "-Wl,-soname,libdep.so.1")
    let new = try compile("int one;", to: "dep/libdep.so.2", "-Wl,-soname,libdep.so.2")
    try compile(
      Self.module, to: "subject/ext.so", "-Wl,--no-as-needed", new.string, "-Wl,--enable-new-dtags",
      "-Wl,-rpath,$ORIGIN/../other")
    try FileManager.default.removeItem(atPath: new.string)
    try distribution("dep", ["dep/libdep.so.1"])
    try distribution("subject", ["subject/ext.so"])
    let loader = try explanation().loader
    #expect(loader.kind == "missing-library" && loader.conclusion == "other-release-installed")
    #expect(loader.library == "libdep.so.2" && loader.distribution == "subject")
    #expect(loader.object == site.appending("subject/ext.so").string)
    #expect(loader.offeredBy.map(\.soname) == ["libdep.so.1"] && loader.offeredBy.map(\.distribution) == ["dep"])
    #expect(loader.offeredBy.first?.file == old.string)
    #expect(loader.considered.first?.rule == "runpath" && loader.considered.contains { $0.rule == "default-folder" })
  }

  @Test func theWayToALibraryThatNeedsTheMissingOne() throws {
    let gone = try compile("int one;", to: "subject/libgone.so.1", "-Wl,-soname,libgone.so.1")
    let middle = try compile(
      "int two;", to: "subject/libmiddle.so", "-Wl,-soname,libmiddle.so", "-Wl,--no-as-needed", gone.string)
    try compile(
      Self.module, to: "subject/ext.so", "-Wl,--no-as-needed,--unresolved-symbols=ignore-all", middle.string,
      "-Wl,-rpath,$ORIGIN")
    try FileManager.default.removeItem(atPath: gone.string)
    let loader = try explanation().loader
    #expect(loader.conclusion == "not-installed" && loader.library == "libgone.so.1")
    #expect(loader.chain.compactMap { FilePath($0).lastComponent?.string } == ["ext.so", "libmiddle.so"])
    #expect(loader.object?.hasSuffix("/subject/libmiddle.so") == true)
  }

  @Test func theOtherStringABI() throws {
    let library = try compile("void _ZN3lib4openESs(void) {}", to: "lib/liblib.so", "-Wl,-soname,liblib.so")
    try compile(
      "void _ZN3lib4openENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE(void);\n"
        + "void *PyInit_ext(void) { _ZN3lib4openENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE(); return 0; }",
      to: "subject/ext.so", "-Wl,--no-as-needed", library.string, "-Wl,-rpath,$ORIGIN/../lib")
    try distribution("lib", ["lib/liblib.so"])
    let loader = try explanation().loader
    #expect(loader.kind == "undefined-symbol" && loader.conclusion == "other-string-abi")
    #expect(loader.demangled?.hasPrefix("lib::open(std::__cxx11::basic_string<char") == true)
    #expect(loader.evidence.contains { $0.contains("`liblib.so` of lib 1.0 has `lib::open(std::string)`") })
  }

  @Test func anotherSignature() throws {
    let library = try compile("void _ZN3lib4openEi(void) {}", to: "lib/liblib.so", "-Wl,-soname,liblib.so")
    try compile(
      "void _ZN3lib4openEa(void); void *PyInit_ext(void) { _ZN3lib4openEa(); return 0; }", to: "subject/ext.so",
      "-Wl,--no-as-needed", library.string, "-Wl,-rpath,$ORIGIN/../lib")
    try distribution("lib", ["lib/liblib.so"])
    try distribution("subject", ["subject/ext.so"])
    let loader = try explanation().loader
    #expect(loader.conclusion == "built-against-other-release" && loader.demangled == "lib::open(signed char)")
    #expect(loader.evidence.first == "`liblib.so` of lib 1.0 has `lib::open(int)`.")
  }

  @Test func missingVersion() throws {
    let script = try folder.write("V_1 { global: one; };\nV_2 { global: two; };\n", to: "new.map")
    let code = "int one(void) { return 1; } int two(void) { return 2; }"
    let library = try compile(code, to: "lib/libv.so", "-Wl,-soname,libv.so", "-Wl,--version-script,\(script.string)")
    try compile(
      "int two(void); void *PyInit_ext(void) { two(); return 0; }", to: "subject/ext.so", library.string,
      "-Wl,-rpath,$ORIGIN/../lib")
    try folder.write("V_1 { global: one; two; };\n", to: "new.map")
    try compile(code, to: "lib/libv.so", "-Wl,-soname,libv.so", "-Wl,--version-script,\(script.string)")
    let loader = try explanation().loader
    #expect(loader.kind == "missing-version" && loader.conclusion == "library-too-old")
    #expect(loader.version == "V_2" && loader.summary.hasSuffix("goes up to `V_1`."))
    #expect(loader.object == site.appending("subject/ext.so").string)
  }

  @Test func newerPython() throws {
    try compile(
      "void PyCriticalSection_Begin(void); void *PyInit_ext(void) { PyCriticalSection_Begin(); return 0; }",
      to: "subject/ext.so")
    let program = Program(in: folder.path, ["PYTHONPATH": site.string])
    let report = try program.report(["subject.ext"]).report
    let minor = try #require(report.environment.python?.split(separator: ".").dropFirst().first.flatMap { Int($0) })
    // Python 3.13 has it, and then something else is wrong with the module.
    guard minor < 13 else { return #expect(report.checks.first?.loader.isEmpty == true) }
    let loader = try #require(report.checks.first?.loader.first)
    #expect(loader.conclusion == "newer-python" && loader.symbol == "PyCriticalSection_Begin")
    #expect(loader.summary.hasSuffix("which Python has since 3.13; this is Python 3.\(minor)."))
  }

  /// Files that are there and cannot be loaded: what is done to a good one, and what comes of it.
  static let files: [(name: String, change: @Sendable ([UInt8]) -> [UInt8], conclusion: String, words: String)] = [
    ("cut off", { Array($0.prefix(100)) }, "damaged-file", "is cut off"),
    ("empty", { _ in [] }, "damaged-file", "is empty"),
    (
      "Git LFS", { _ in Array("version https://git-lfs.github.com/spec/v1\noid sha256:\(digits)\nsize 9\n".utf8) },
      "damaged-file", "is a pointer of Git LFS"
    ),
    // e_machine: Alpha, on which nobody runs this.
    ("another machine", { Array($0.prefix(18)) + [0x26, 0x90] + Array($0.dropFirst(20)) }, "other-machine", "alpha"),
    ("other word size", { Array($0.prefix(4)) + [1] + Array($0.dropFirst(5)) }, "other-machine", "32 bits"),
  ]

  private static let digits = String(repeating: "0", count: 64)

  @Test(arguments: files.map(\.name))
  func unusableFile(_ name: String) throws {
    let row = try #require(Self.files.first { $0.name == name })
    let path = try compile(Self.module, to: "subject/ext.so")
    let bytes = try #require(readRegularFile(path, limit: 1 << 20))
    try folder.write(row.change(bytes), to: "site/subject/ext.so")
    try distribution("subject", ["subject/ext.so"])
    let loader = try explanation().loader
    #expect(loader.kind == "unusable-file" && loader.conclusion == row.conclusion, "\(loader)")
    #expect(loader.summary.contains(row.words) && loader.summary.hasPrefix("`ext.so` of subject 1.0 "))
  }

  // MARK: What a process has no room for, or may not do

  /// 64 KiB, of which no process has so much left.
  private static let storage = """
    __thread char storage[1 << 16] __attribute__((tls_model("initial-exec")));
    int use(void) { return storage[1]; }

    """

  /// glibc's loader; musl's has no such block that could be too small.
  @Test(.enabled(if: isGlibc, "the loader here is not glibc's"))
  func threadLocalStorageOfALibrary() throws {
    let library = try compile(Self.storage, to: "subject/libstore.so", "-Wl,-soname,libstore.so")
    try compile(
      "int use(void); \(Self.module) int ask(void) { return use(); }", to: "subject/ext.so", library.string,
      "-Wl,-rpath,$ORIGIN")
    try distribution("subject", ["subject/ext.so", "subject/libstore.so"])
    let loader = try explanation().loader
    #expect(loader.kind == "static-tls" && loader.object == library.string)
    #expect(loader.chain.map { FilePath($0).lastComponent?.string } == ["ext.so", "libstore.so"])
    #expect(loader.summary.hasPrefix("`libstore.so` of subject 1.0 needs 65536 bytes of the thread-local storage"))
    #expect(loader.evidence.contains { $0.hasSuffix("(DF_STATIC_TLS).") })
  }

  /// What was loaded before takes some of it, and that can be made more by a variable.
  @Test(.enabled(if: isGlibc, "the loader here is not glibc's"))
  func threadLocalStorageThatAnotherHasTaken() throws {
    let program = Program(in: folder.path, ["PYTHONPATH": site.string])
    let first = Self.storage.replacing("1 << 16", with: "1000")
    try compile(first, to: "subject/libfirst.so")
    try compile("\(first)\(Self.module)", to: "subject/ext.so")
    try folder.write(
      "import ctypes\nctypes.CDLL('\(site)/subject/libfirst.so')\n", to: "site/subject/__init__.py")
    let check = try #require(try program.report(["subject.ext"]).report.checks.first)
    let loader = try #require(check.loader.first, "\(check.exception?.message ?? "")")
    #expect(loader.kind == "static-tls" && loader.evidence.contains { $0.contains("libfirst.so (1000 bytes)") })
    var roomy = program
    roomy.variables["GLIBC_TUNABLES"] = "glibc.rtld.optional_static_tls=4096"
    #expect(try roomy.report(["subject.ext"]).report.checks.first?.loader.contains { $0.kind == "static-tls" } == false)
  }

  private static let isGlibc: Bool = {
    let run = try? Program(in: "/").run("/usr/bin/env", ["getconf", "GNU_LIBC_VERSION"])
    return run?.output.hasPrefix("glibc") ?? false
  }()

  /// Memory that was not executable stays so (PR_SET_MDWE of prctl(2)), in what the program starts, too.
  private static let strict = """
    import ctypes, os, sys
    if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) != 0: sys.exit(99)
    if sys.argv[1:]: os.execv(sys.argv[1], sys.argv[1:])
    """

  private static let canBeStrict: Bool = {
    guard let python = TestPython.any else { return false }
    return (try? Program(in: "/").run(python.executable, ["-c", strict]))?.status == 0
  }()

  @Test(.enabled(if: canBeStrict, "this kernel has no prctl(2) that forbids memory to become executable"))
  func executableStack() throws {
    let module = try compile(Self.module, to: "subject/ext.so", "-Wl,-z,execstack")
    try distribution("subject", ["subject/ext.so"])
    let program = Program(in: folder.path, ["PYTHONPATH": site.string])
    let python = try #require(TestPython.any).executable
    let arguments = ["--python", python.string, "--format", "json", "--control", "never", "subject.ext"]
    let run = try program.run(python, ["-c", Self.strict, Program.path.string] + arguments)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let loader = try #require(report.checks.first?.loader.first, "\(run.errors)")
    #expect(loader.kind == "executable-stack" && loader.conclusion == "not-allowed" && loader.object == module.string)
    #expect(loader.summary.hasPrefix("`ext.so` of subject 1.0 asks for executable stacks"))
    #expect(loader.evidence.first == "Its header asks for it (PT_GNU_STACK with the flag for execution).")
  }

  @Test func whatNoLoaderSaidIsNotExplained() throws {
    try folder.write("raise ValueError('libx')", to: "site/subject.py")
    let report = try Program(in: folder.path, ["PYTHONPATH": site.string]).report(["subject"]).report
    #expect(report.checks.first?.loader.isEmpty == true)
  }
}
