import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What this machine's loader really says through ctypes and through the import of extension modules.
@Suite(.enabled(if: RealLoader.isPossible, "needs a C compiler, a Python and the GNU C library"))
struct RealLoaderTests {
  private let loader: RealLoader

  init() throws {
    loader = try RealLoader()
  }

  @Test func missingLibrary() throws {
    try loader.compile("int g(void) { return 1; }", to: "lib/gone.so", "-Wl,-soname,libgone.so.1")
    try loader.compile("int g(void); int f(void) { return g(); }", to: "a.so", "lib/gone.so")
    let message = try loader.message(opening: "a.so")
    #expect(message?.problem == .missingLibrary)
    #expect(message?.object == "libgone.so.1")
  }

  @Test func undefinedSymbol() throws {
    try loader.compile("int g(void); int f(void) { return g(); }", to: "a.so")
    let message = try loader.message(opening: "a.so")
    #expect(message?.problem == .undefinedSymbol(SymbolReference(name: "g")))
    #expect(message?.object == loader.path("a.so"))
  }

  /// The library that is found at run time has another version than the one that was linked with.
  @Test func missingVersion() throws {
    try loader.folder.write("V_2 { global: g; local: *; };", to: "new.map")
    try loader.folder.write("V_1 { global: g; local: *; };", to: "old.map")
    let library = ["-Wl,-soname,libv.so.1"]
    try loader.compile("int g(void) { return 1; }", to: "libv.so.1", library + [loader.versions("new.map")])
    try loader.compile("int g(void); int f(void) { return g(); }", to: "a.so", "libv.so.1", "-Wl,-rpath,$ORIGIN")
    try loader.compile("int g(void) { return 1; }", to: "libv.so.1", library + [loader.versions("old.map")])
    let message = try loader.message(opening: "a.so")
    #expect(message?.problem == .missingVersion("V_2", requiredBy: loader.path("a.so")))
    #expect(message.map { LibraryName($0.object ?? "").stem } == "libv")
  }

  @Test func otherFiles() throws {
    try loader.compile("int f(void) { return 1; }", to: "a.so")
    let whole = try TestFolder.contents(of: loader.folder.path.appending("a.so"))
    try loader.folder.write([], to: "empty.so")
    try loader.folder.write("INPUT ( libx.so.1 )\n" + String(repeating: " ", count: 100), to: "script.so")
    try loader.folder.write(Self.changed(whole, at: 4, to: 1), to: "class.so")
    try loader.folder.write(Self.changed(whole, at: 16, to: 1), to: "relocatable.so")
    #expect(try loader.message(opening: "empty.so")?.problem == .truncated)
    #expect(try loader.message(opening: "script.so")?.problem == .notAnObjectFile)
    #expect(try loader.message(opening: "class.so")?.problem == .wrongClass(bits: 32))
    #expect(
      try loader.message(opening: "relocatable.so")?.problem == .unsuitable("only ET_DYN and ET_EXEC can be loaded"))
    #expect(try loader.message(opening: "nothing.so")?.problem == .missingLibrary)
    #expect(try loader.message(opening: ".")?.problem == .unopenable(.isFolder))
  }

  private static func changed(_ bytes: [UInt8], at place: Int, to value: UInt8) -> [UInt8] {
    var bytes = bytes
    bytes[place] = value
    return bytes
  }

  @Test func staticTLS() throws {
    try loader.compile(
      "static __thread char big[1 << 20] __attribute__((tls_model(\"initial-exec\"))); char *f(void) { return big; }",
      to: "a.so")
    let message = try loader.message(opening: "a.so")
    #expect(message?.problem == .staticTLS)
    #expect(message?.object == loader.path("a.so"))
  }

  @Test func preload() throws {
    let result = try loader.python("pass", environment: ["LD_PRELOAD": "libgone.so"])
    let message = LoaderMessage.all(in: result).first
    #expect(message?.object == "libgone.so")
    #expect(
      message?.problem == .preloadIgnored(from: "LD_PRELOAD", reason: "cannot open shared object file"))
  }

  @Test func noExtensionModule() throws {
    try loader.compile("int f(void) { return 1; }", to: "nomodule.so")
    let text = try loader.python("import sys; sys.path.insert(0, '\(loader.folder.path)'); import nomodule")
    #expect(LoaderMessage.all(in: text).map(\.problem) == [.missingInitFunction("PyInit_nomodule")])
  }
}

/// Makes libraries, and lets Python load them.
private struct RealLoader {
  let folder: TestFolder
  private let compiler: FilePath
  private let interpreter: FilePath

  static let compiler: FilePath? = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].map { FilePath($0) }
    .first(where: \.exists)
  static var isPossible: Bool { compiler != nil && TestPython.any != nil }

  init() throws {
    folder = try TestFolder()
    compiler = try #require(Self.compiler)
    interpreter = try #require(TestPython.any).executable
  }

  func path(_ name: String) -> String { folder.path.appending(FilePath(name).components).string }

  func versions(_ file: String) -> String { "-Wl,--version-script,\(path(file))" }

  func compile(_ source: String, to name: String, _ options: String...) throws {
    try compile(source, to: name, options)
  }

  /// Options that name a library of the folder are made paths.
  func compile(_ source: String, to name: String, _ options: [String]) throws {
    let file = try folder.write(source, to: "\(name).c")
    let options = options.map { $0.hasPrefix("lib") ? path($0) : $0 }
    let arguments = ["-shared", "-fPIC", "-nostartfiles", "-o", path(name), file.string] + options
    let result = try runCommand(Command(executable: compiler, arguments: arguments), timeout: .seconds(60))
    #expect(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }

  func message(opening name: String) throws -> LoaderMessage? {
    LoaderMessage.all(in: try python("import ctypes, os; ctypes.CDLL('\(path(name))', os.RTLD_NOW)")).last
  }

  /// What it writes to standard error.
  func python(_ program: String, environment: [String: String] = [:]) throws -> String {
    let variables = ProcessEnvironment.current().setting(environment.merging(["LC_ALL": "C"]) { given, _ in given })
    let command = Command(executable: interpreter, arguments: ["-c", program], environment: variables.entries)
    return String(decoding: try runCommand(command, timeout: .seconds(60)).errorOutput, as: UTF8.self)
  }
}
