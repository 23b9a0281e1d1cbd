import SharedObjects
import SystemPackage
import TestSupport
import Testing

/// Libraries in folders, looked for by realimport and by the loader of this machine: both must say the same, and what
/// the row expects.
@Suite(
  .enabled(if: LoaderMachine.loader != nil && Compiler.path != nil, "needs glibc's loader and a C compiler"),
  .timeLimit(.minutes(5)))
struct SearchTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The last one is the program.
    let libraries: [MadeLibrary]
    /// `@` stands for the test's folder, here and in the paths above.
    var variables: [String: String] = [:]
    /// Files with the given name of a library are damaged, moved or removed.
    var change: @Sendable (TestFolder) throws -> Void = { _ in }
    /// Paths below the test's folder in the loader's order, and then names that are not found.
    let expected: [String]

    init(
      _ testDescription: String, _ libraries: [MadeLibrary], _ variables: [String: String] = [:],
      change: @escaping @Sendable (TestFolder) throws -> Void = { _ in }, expected: String...
    ) {
      (self.testDescription, self.libraries, self.variables) = (testDescription, libraries, variables)
      (self.change, self.expected) = (change, expected)
    }
  }

  private static let x = MadeLibrary("a/libx.so")
  private static let y = MadeLibrary("a/liby.so", needs: ["a/libx.so"])

  static let inheritance: [Row] = [
    Row(
      "DT_RPATH holds for what libraries need", [x, y, MadeLibrary("m", needs: ["a/liby.so"], rpath: "@/a")],
      expected: "a/liby.so", "a/libx.so"),
    Row(
      "DT_RUNPATH does not", [x, y, MadeLibrary("m", needs: ["a/liby.so"], runpath: "@/a")],
      expected: "a/liby.so", "libx.so not found"),
    Row(
      "each object's own DT_RUNPATH",
      [
        x, MadeLibrary("b/liby.so", needs: ["a/libx.so"], runpath: "$ORIGIN/../a"),
        MadeLibrary("m", needs: ["b/liby.so"], runpath: "${ORIGIN}/b"),
      ], expected: "b/liby.so", "b/../a/libx.so"),
    Row(
      "DT_RPATH of a library in between",
      [
        MadeLibrary("b/libw.so"), MadeLibrary("b/libx.so", needs: ["b/libw.so"]),
        MadeLibrary("a/liby.so", needs: ["b/libx.so"], rpath: "@/b"),
        MadeLibrary("m", needs: ["a/liby.so"], rpath: "@/a"),
      ], expected: "a/liby.so", "b/libx.so", "b/libw.so"),
    Row(
      "DT_RUNPATH of the object hides what it would inherit",
      [
        MadeLibrary("c/libv.so"), MadeLibrary("a/liby.so", needs: ["c/libv.so"], runpath: "@/b"),
        MadeLibrary("m", needs: ["a/liby.so"], rpath: "@/a:@/c"),
      ], expected: "a/liby.so", "libv.so not found"),
    Row(
      "DT_RPATH goes on past an object with DT_RUNPATH",
      [
        MadeLibrary("c/libv.so"), MadeLibrary("b/libx.so", needs: ["c/libv.so"]),
        MadeLibrary("a/liby.so", needs: ["b/libx.so"], runpath: "@/b"),
        MadeLibrary("m", needs: ["a/liby.so"], rpath: "@/a:@/c"),
      ], expected: "a/liby.so", "b/libx.so", "c/libv.so"),
  ]

  private static let both: [MadeLibrary] = [x, MadeLibrary("b/libx.so")]

  static let lists: [Row] = [
    Row(
      "LD_LIBRARY_PATH after DT_RPATH", both + [MadeLibrary("m", needs: ["a/libx.so"], rpath: "@/a")],
      ["LD_LIBRARY_PATH": "@/b"], expected: "a/libx.so"),
    Row(
      "LD_LIBRARY_PATH before DT_RUNPATH", both + [MadeLibrary("m", needs: ["a/libx.so"], runpath: "@/a")],
      ["LD_LIBRARY_PATH": "@/b"], expected: "b/libx.so"),
    Row(
      "semicolons in LD_LIBRARY_PATH", both + [MadeLibrary("m", needs: ["a/libx.so"])],
      ["LD_LIBRARY_PATH": "@/none;@/b:@/a"], expected: "b/libx.so"),
    Row(
      "an empty entry is the working directory", [MadeLibrary("libx.so"), x, MadeLibrary("m", needs: ["libx.so"])],
      ["LD_LIBRARY_PATH": "@/none::@/a"], expected: "libx.so"),
    Row(
      "a relative folder", both + [MadeLibrary("m", needs: ["a/libx.so"], runpath: "b")], expected: "b/libx.so"),
    Row(
      "slashes at the end and dots", both + [MadeLibrary("m", needs: ["a/libx.so"], runpath: "@/a/../b///")],
      expected: "a/../b/libx.so"),
    Row(
      "words that are no tokens",
      [MadeLibrary("$ORIGINS/libx.so"), MadeLibrary("m", needs: ["$ORIGINS/libx.so"], runpath: "@/$ORIGINS")],
      expected: "$ORIGINS/libx.so"),
    Row(
      "the name of the processor",
      [
        MadeLibrary("a/\(platform)/libx.so"),
        MadeLibrary("m", needs: ["a/\(platform)/libx.so"], runpath: "$ORIGIN/a/$PLATFORM"),
      ],
      expected: "a/\(platform)/libx.so"),
    Row("no path at all", [x, MadeLibrary("m", needs: ["a/libx.so"], runpath: "")], expected: "libx.so not found"),
    Row(
      "no default folders", [MadeLibrary("m", needs: ["-lc"], options: ["-z", "nodefaultlib"])],
      expected: "libc.so.6 not found"),
  ]

  private static let platform: String = {
    let configuration = try? LoaderMachine.configuration()
    return configuration.flatMap { ProcessorFeatures.current().platform($0.program.kind) } ?? "unknown"
  }()

  static let names: [Row] = [
    Row(
      "a path that is relative to the working directory",
      [MadeLibrary("a/libx.so", soname: ""), MadeLibrary("m", needs: ["a/libx.so"])], expected: "a/libx.so"),
    Row(
      "a path with a token",
      [MadeLibrary("a/libx.so", soname: "$ORIGIN/a/libx.so"), MadeLibrary("m", needs: ["a/libx.so"])],
      expected: "a/libx.so"),
    Row(
      "a library with this SONAME is there under another name",
      [
        MadeLibrary("a/libother.so", soname: ""), MadeLibrary("b/libx.so"),
        MadeLibrary("b/liby.so", needs: ["b/libx.so"]),
        MadeLibrary("m", needs: ["a/libother.so", "b/liby.so"], rpath: "@/b"),
      ],
      change: { try MadeLibrary("a/libother.so", soname: "libx.so").make(in: $0) },
      expected: "a/libother.so", "b/liby.so"),
    Row(
      "the same file under two names",
      [
        MadeLibrary("a/libx.so"), MadeLibrary("a/libx2.so"),
        MadeLibrary("m", needs: ["a/libx.so", "a/libx2.so"], runpath: "@/a"),
      ],
      change: {
        try $0.remove("a/libx2.so")
        try $0.link("a/libx2.so", to: "libx.so")
      }, expected: "a/libx.so"),
    Row(
      "a cycle",
      [x, y, MadeLibrary("a/libx.so", needs: ["a/liby.so"]), MadeLibrary("m", needs: ["a/liby.so"], rpath: "@/a")],
      expected: "a/liby.so", "a/libx.so"),
    Row(
      "breadth before depth",
      [
        MadeLibrary("a/libu.so"), MadeLibrary("a/libv.so", needs: ["a/libu.so"]), MadeLibrary("a/libw.so"),
        MadeLibrary("m", needs: ["a/libv.so", "a/libw.so"], rpath: "@/a"),
      ], expected: "a/libv.so", "a/libw.so", "a/libu.so"),
    Row(
      "preloaded by name and by path, and one that is not there",
      both + [MadeLibrary("c/libp.so"), MadeLibrary("m", needs: ["a/libx.so"], rpath: "@/a")],
      ["LD_PRELOAD": "@/c/libp.so:@/none.so libx.so"], expected: "c/libp.so", "a/libx.so"),
  ]

  private static let filter = MadeLibrary("a/libf.so", options: ["-F", "libx.so"])

  /// Of a missing one ldd(1) would say that it is not found, though programs start without it.
  static let filters: [Row] = [
    Row(
      "DT_FILTER and DT_AUXILIARY come before the object",
      [
        x, MadeLibrary("a/libw.so"), MadeLibrary("a/libf.so", options: ["-F", "libx.so", "-f", "libw.so"]),
        MadeLibrary("m", needs: ["a/libf.so"], rpath: "@/a"),
      ], expected: "a/libx.so", "a/libw.so", "a/libf.so"),
    Row(
      "what stands in was needed behind",
      [x, filter, MadeLibrary("m", needs: ["a/libf.so", "a/libx.so"], rpath: "@/a")],
      expected: "a/libx.so", "a/libf.so"),
    Row(
      "what stands in was needed before",
      [x, filter, MadeLibrary("m", needs: ["a/libx.so", "a/libf.so"], rpath: "@/a")],
      expected: "a/libx.so", "a/libf.so"),
    Row(
      "what stands in needs something",
      [
        x, y, MadeLibrary("a/libf.so", options: ["-F", "liby.so"]),
        MadeLibrary("m", needs: ["a/libf.so"], rpath: "@/a"),
      ],
      expected: "a/liby.so", "a/libf.so", "a/libx.so"),
  ]

  @Test(arguments: inheritance + lists + names + filters + damages)
  func agreesWithTheLoader(_ row: Row) throws {
    let folder = try TestFolder()
    for library in row.libraries {
      var library = library
      library.rpath = library.rpath.map(folder.filling)
      library.runpath = library.runpath.map(folder.filling)
      try library.make(in: folder)
    }
    try row.change(folder)
    let program = folder.path.appending(row.libraries.last?.file ?? "")
    let variables = row.variables.mapValues(folder.filling)
    let map = try LinkMap(program: program, LoaderMachine.configuration(variables, in: folder.path))
    let expected = row.expected.map { $0.contains(" ") ? folder.filling($0) : folder.filling("@/\($0)") }
    #expect(map.loaded == expected)
    #expect(try LoaderMachine.loaded(program, variables, in: folder.path) == expected)
  }

  private static let damaged: [MadeLibrary] = both + [MadeLibrary("m", needs: ["b/libx.so"], runpath: "@/b:@/a")]

  /// What is wrong with the first of two files, and what the loader makes of it.
  static let damages: [Row] = [
    damage("of the other class") { try $0.overwrite("b/libx.so", at: 4, with: [1]) },
    damage("for another machine") { try $0.overwrite("b/libx.so", at: 18, with: [0xFF, 0xFF]) },
    damage("not there") { try $0.remove("b/libx.so") },
    damage("a link to nothing") {
      try $0.remove("b/libx.so")
      try $0.link("b/libx.so", to: "nothing")
    },
    Row(
      "a link to itself", damaged,
      change: {
        try $0.remove("b/libx.so")
        try $0.link("b/libx.so", to: "libx.so")
      }, expected: "libx.so not found"),
    damage("empty", "file too short") { try $0.truncate("b/libx.so", to: 0) },
    damage("shorter than a header", "file too short") { try $0.truncate("b/libx.so", to: 63) },
    damage("cut in its program headers", "cannot read file data") { try $0.truncate("b/libx.so", to: 100) },
    damage("a folder", "cannot read file data") {
      try $0.remove("b/libx.so")
      try $0.folder("b/libx.so")
    },
    damage("text", "invalid ELF header") { try $0.write(String(repeating: "text\n", count: 40), to: "b/libx.so") },
    damage("of the other byte order", "ELF file data encoding not little-endian") {
      try $0.overwrite("b/libx.so", at: 5, with: [2])
    },
    damage("of another version", "ELF file version ident does not match current one") {
      try $0.overwrite("b/libx.so", at: 6, with: [2])
    },
    damage("for Solaris", "ELF file OS ABI invalid") { try $0.overwrite("b/libx.so", at: 7, with: [6]) },
    damage("of a later ABI", "ELF file ABI version invalid") { try $0.overwrite("b/libx.so", at: 8, with: [1]) },
    damage("padded", "nonzero padding in e_ident") { try $0.overwrite("b/libx.so", at: 15, with: [1]) },
    damage("of another version behind", "ELF file version does not match current one") {
      try $0.overwrite("b/libx.so", at: 20, with: [2])
    },
    damage("not linked", "only ET_DYN and ET_EXEC can be loaded") { try $0.overwrite("b/libx.so", at: 16, with: [1]) },
    damage("with program headers of another size", "ELF file's phentsize not the expected size") {
      try $0.overwrite("b/libx.so", at: 54, with: [55])
    },
  ]

  private static func damage(
    _ name: String, _ message: String? = nil, _ change: @escaping @Sendable (TestFolder) throws -> Void
  ) -> Row {
    Row(name, damaged, change: change, expected: message.map { "error: @/b/libx.so: \($0)" } ?? "a/libx.so")
  }
}
