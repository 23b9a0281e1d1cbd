import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Which of several versions of a symbol a program gets: what the loader of this machine gives it, and what is read.
@Suite(.timeLimit(.minutes(5))) struct LoaderComparisonTests {
  private static let compiler = FilePath("/usr/bin/cc")
  private static let hasCompiler = compiler.exists

  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// `f` has an old and a default version, `g` the newer one alone, `h` two hidden ones.
  private static let versioned = """
    __asm__(".symver f1, f@V1"); __asm__(".symver f2, f@@V2"); __asm__(".symver h1, h@V1"); __asm__(".symver h2, h@V2");
    int f1(void) { return 1; }
    int f2(void) { return 2; }
    int h1(void) { return 3; }
    int h2(void) { return 4; }
    int g(void) { return 5; }
    """
  private static let map = "V1 { global: f; h; local: *; };\nV2 { global: f; g; h; } V1;\n"
  private static let plain = "int f(void) { return 0; } int g(void) { return 0; } int h(void) { return 0; }\n"

  /// Prints where in the library each function is that it got.
  private static let program = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdio.h>
    #define SHOW(name) extern int name(void); Dl_info of_##name; dladdr((void *)name, &of_##name); \\
      printf(#name " %lu\\n", (unsigned long)((char *)name - (char *)of_##name.dli_fbase))
    int main(void) { FUNCTIONS return 0; }
    """

  struct Linked: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The library that the program is linked against; it runs with the versioned one.
    let source: String
    let map: String?
    let functions: [String]
  }

  static let rows: [Linked] = [
    Linked(testDescription: "without versions", source: plain, map: nil, functions: ["f", "g", "h"]),
    Linked(testDescription: "to today's versions", source: versioned, map: map, functions: ["f", "g"]),
    Linked(
      testDescription: "to the old versions", source: plain, map: "V1 { global: f; h; };\nV2 { global: g; };\n",
      functions: ["f", "g", "h"]),
  ]

  @Test(.enabled(if: hasCompiler, "needs a C compiler, /usr/bin/cc"), arguments: rows)
  func sameSymbols(_ row: Linked) throws {
    let old = try library(row.source, map: row.map, in: "old")
    let current = try library(Self.versioned, map: Self.map, in: "current")
    let source = try folder.write(Self.program, to: "main.c")
    let program = folder.path.appending("main")
    let shown = row.functions.map { "SHOW(\($0));" }.joined()
    try compile(
      "-DFUNCTIONS=\(shown)", "-o", program.string, source.string, "-L\(old.removingLastComponent())", "-lx", "-ldl",
      "-Wl,-rpath,\(current.removingLastComponent())", "-fPIE", "-pie")
    let printed = try runCommand(Command(executable: program, arguments: []), timeout: .seconds(60))
    let user = try ObjectFile(opening: program)
    let object = try ObjectFile(opening: current)
    let read = try row.functions.map { name in
      let reference = try #require(user.references.first { $0.name.text.string == name })
      let symbol = try #require(object.definition(of: reference.name, version: reference.version))
      return "\(name) \(symbol.address)\n"
    }
    #expect(String(decoding: printed.output, as: UTF8.self) == read.joined())
  }

  private func library(_ source: String, map: String?, in name: String) throws -> FilePath {
    let code = try folder.write(source, to: "\(name)/x.c")
    let file = code.removingLastComponent().appending("libx.so")
    let script = try map.map { "-Wl,--version-script=\(try folder.write($0, to: "\(name)/map"))" }
    try compile("-shared", "-fPIC", "-Wl,-soname,libx.so", "-o", file.string, code.string, script ?? "-g0")
    return file
  }

  private func compile(_ arguments: String...) throws {
    let command = Command(executable: Self.compiler, arguments: arguments)
    let result = try runCommand(command, timeout: .seconds(60))
    try #require(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }
}
