import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// By the rules of `load_library` in musl's `ldso/dynlink.c`; the files are made up, since few machines have both.
@Suite struct MuslTests {
  private static let loader: FilePath = "/lib/ld-musl-x86_64.so.1"

  private struct Library {
    var path: String
    var needs: [String] = []
    var rpath: String?
    var runpath: String?
    var soname: String?
    /// EM_X86_64.
    var machine: UInt64 = 62

    var bytes: [UInt8] {
      var file = TinyELF()
      file.machine = machine
      file.names = needs.map { (TinyELF.needed, Array($0.utf8)) }
      if let rpath { file.names.append((TinyELF.rpath, Array(rpath.utf8))) }
      if let runpath { file.names.append((TinyELF.runpath, Array(runpath.utf8))) }
      if let soname { file.names.append((TinyELF.soname, Array(soname.utf8))) }
      return file.bytes
    }
  }

  private func map(
    _ libraries: [Library], _ variables: [String: String] = [:], files: [String: String] = [:]
  ) throws -> LinkMap {
    let root = try TestFolder()
    try root.write(TinyELF().bytes, to: "lib/ld-musl-x86_64.so.1")
    for library in libraries { try root.write(library.bytes, to: library.path) }
    for (path, text) in files { try root.write(text, to: path) }
    let configuration = try LoaderConfiguration(
      interpreter: Self.loader, root: root.path,
      environment: ProcessEnvironment(entries: variables.map { Array("\($0.key)=\($0.value)".utf8) }),
      processor: ProcessorFeatures(flags: [], isIntel: false), workingFolder: "/w")
    let map = try LinkMap(program: "/m", configuration)
    return withExtendedLifetime(root) { map }
  }

  private let inDefaultFolders = [Library(path: "lib/libx.so"), Library(path: "usr/lib/liby.so")]

  @Test func defaultFolders() throws {
    let map = try map(inDefaultFolders + [Library(path: "m", needs: ["libx.so", "liby.so", "libc.so"])])
    #expect(map.loaded == ["/lib/libx.so", "/usr/lib/liby.so", Self.loader.string])
    #expect(map.objects[2].rule == .defaultFolder)
  }

  /// Both are inherited, and LD_LIBRARY_PATH comes before them.
  @Test func pathsOfObjects() throws {
    let libraries = [
      Library(path: "a/liby.so", needs: ["libx.so"]), Library(path: "a/libx.so"), Library(path: "b/libx.so"),
      Library(path: "m", needs: ["liby.so"], rpath: "/b", runpath: "$ORIGIN/a"),
    ]
    #expect(try map(libraries).loaded == ["/a/liby.so", "/a/libx.so"])
    #expect(try map(libraries, ["LD_LIBRARY_PATH": "/b"]).loaded == ["/a/liby.so", "/b/libx.so"])
  }

  @Test func aFileWithFolders() throws {
    let libraries = inDefaultFolders + [Library(path: "o/libx.so"), Library(path: "m", needs: ["libx.so", "liby.so"])]
    let map = try map(libraries, files: ["etc/ld-musl-x86_64.path": "/none\n/o:/p\n"])
    #expect(map.loaded == ["/o/libx.so", "liby.so not found"])
    #expect(map.objects[2].rule == .configuredFolder)
  }

  /// A SONAME says nothing to musl: the library is looked for, and the other file is taken.
  @Test func sonameIsNoName() throws {
    let libraries = [
      Library(path: "lib/libold.so", soname: "libx.so"), Library(path: "lib/libx.so"),
      Library(path: "m", needs: ["libold.so", "libx.so", "libold.so"]),
    ]
    #expect(try map(libraries).loaded == ["/lib/libold.so", "/lib/libx.so"])
  }

  /// The first file of the name, though another one would fit.
  @Test func aFileForAnotherMachine() throws {
    var other = Library(path: "a/libx.so")
    other.machine = 183
    let libraries = [other, Library(path: "lib/libx.so"), Library(path: "m", needs: ["libx.so"], rpath: "/a")]
    let map = try map(libraries)
    guard case .refused(let path, _, .otherKind) = map.objects.first?.dependencies.first?.result else {
      Issue.record("\(map.loaded)")
      return
    }
    #expect(path == "/a/libx.so")
  }

  @Test func noCache() throws {
    let map = try map(
      [Library(path: "m")], files: ["etc/ld.so.cache": "glibc-ld.so.cache1.1", "etc/ld.so.preload": "x"])
    #expect(map.configuration.cache == nil && map.configuration.cacheProblem == nil && map.preloads.isEmpty)
  }
}
