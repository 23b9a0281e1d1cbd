import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What realimport says of a search beyond what the loader prints: rules, places, who needed what, and libraries that
/// are opened later.
@Suite(
  .enabled(if: LoaderMachine.loader != nil && Compiler.path != nil, "needs glibc's loader and a C compiler"),
  .timeLimit(.minutes(5)))
struct LinkMapTests {
  private func tree(_ libraries: [MadeLibrary]) throws -> TestFolder {
    let folder = try TestFolder()
    for library in libraries {
      var library = library
      library.rpath = library.rpath.map(folder.filling)
      library.runpath = library.runpath.map(folder.filling)
      try library.make(in: folder)
    }
    return folder
  }

  private func map(
    _ folder: TestFolder, _ variables: [String: String] = [:], program: String = "m"
  ) throws -> LinkMap {
    let configuration = try LoaderMachine.configuration(variables.mapValues(folder.filling), in: folder.path)
    return try LinkMap(program: folder.path.appending(program), configuration)
  }

  /// Relative to the test's folder.
  private func name(_ path: FilePath, _ folder: TestFolder) -> String {
    var path = path
    return path.removePrefix(folder.path) ? path.string : path.string
  }

  @Test func eachRuleIsNamed() throws {
    let folder = try tree([
      MadeLibrary("a/libr.so"), MadeLibrary("b/libe.so"), MadeLibrary("c/libu.so"),
      MadeLibrary("d/libs.so", soname: ""),
      MadeLibrary("a/liby.so", needs: ["c/libu.so", "-lc", "a/libr.so"], runpath: "@/c"),
      MadeLibrary("m", needs: ["a/libr.so", "b/libe.so", "d/libs.so", "a/liby.so"], rpath: "@/a"),
    ])
    let map = try map(folder, ["LD_LIBRARY_PATH": "@/b"])
    let rules = Dictionary(uniqueKeysWithValues: map.objects.map { (name($0.path, folder), $0.rule) })
    let (program, library) = (folder.path.appending("m"), folder.path.appending("a/liby.so"))
    #expect(rules["m"] == .program)
    #expect(rules["a/libr.so"] == .rpath(of: program))
    #expect(rules["b/libe.so"] == .libraryPath)
    #expect(rules["d/libs.so"] == .path)
    #expect(rules["c/libu.so"] == .runpath(of: library))
    let libc = try #require(map.objects.first { $0.path.lastComponent == "libc.so.6" })
    #expect(libc.rule == .cache || libc.rule == .defaultFolder)
    let object = try #require(map.objects.first { $0.path == library })
    let requester = try #require(object.requester)
    #expect(map.objects[requester].path == program)
    #expect(
      object.dependencies.map { String(decoding: $0.name, as: UTF8.self) } == ["libu.so", "libc.so.6", "libr.so"])
    guard case .object(let loaded, .loaded) = object.dependencies.last?.result else {
      Issue.record("\(object.dependencies)")
      return
    }
    #expect(name(map.objects[loaded].path, folder) == "a/libr.so")
  }

  @Test func anAuxiliaryMayBeMissing() throws {
    let folder = try tree([
      MadeLibrary("a/libx.so", options: ["-f", "libnowhere.so"]), MadeLibrary("m", needs: ["a/libx.so"], rpath: "@/a"),
    ])
    let map = try map(folder)
    #expect(map.globalScope.map { name(map.objects[$0].path, folder) } == ["m", "a/libx.so"])
    #expect(map.objects.allSatisfy { $0.dependencies.allSatisfy { $0.object != nil } })
  }

  @Test func aFilteredLibraryMayNot() throws {
    let folder = try tree([
      MadeLibrary("a/libx.so", options: ["-F", "libnowhere.so"]), MadeLibrary("m", needs: ["a/libx.so"], rpath: "@/a"),
    ])
    let map = try map(folder)
    #expect(map.globalScope.map { name(map.objects[$0].path, folder) } == ["m", "a/libx.so"])
    let missing = map.objects.flatMap(\.dependencies).filter { $0.object == nil }
    #expect(missing.map(\.kind) == [.filtered] && missing.map(\.name) == [Array("libnowhere.so".utf8)])
  }

  @Test func everyPlaceIsNamed() throws {
    let folder = try tree([
      MadeLibrary("lib/libnowhere.so"), MadeLibrary("b/libnowhere.so"), MadeLibrary("c/libnowhere.so"),
      MadeLibrary("m", needs: ["lib/libnowhere.so"], runpath: "@/none:@/b:@/c"),
    ])
    try folder.overwrite("b/libnowhere.so", at: 4, with: [1])
    try folder.overwrite("c/libnowhere.so", at: 18, with: [0xFF, 0xFF])
    try folder.folder("empty")
    let map = try map(folder, ["LD_LIBRARY_PATH": "@/empty"])
    guard case .missing(let places) = map.objects.first?.dependencies.first?.result else {
      Issue.record("\(map.loaded)")
      return
    }
    let runpath = SearchRule.runpath(of: folder.path.appending("m"))
    let expected = [
      ConsideredPlace(folder.path.appending("empty/libnowhere.so"), .libraryPath, .noSuchFile),
      ConsideredPlace(folder.path.appending("none"), runpath, .noSuchFolder),
      ConsideredPlace(folder.path.appending("b/libnowhere.so"), runpath, .otherWidth(.bits32)),
      ConsideredPlace(
        folder.path.appending("c/libnowhere.so"), runpath, .otherMachine(ObjectFile.Machine(rawValue: 0xFFFF))),
    ]
    #expect(Array(places.prefix(4)) == expected)
    // Then the loader's own folders, where no such file is; those for other kinds of processors come before each.
    let rest = places.dropFirst(4)
    let folders = map.configuration.program.defaultFolders
    #expect(rest.allSatisfy { $0.rule == .defaultFolder && ($0.reason == .noSuchFile || $0.reason == .noSuchFolder) })
    for folder in folders { #expect(rest.contains { $0.path == folder || $0.path.removingLastComponent() == folder }) }
  }

  @Test func excludedFolders() throws {
    let folder = try tree([MadeLibrary("m", needs: ["-lc"], options: ["-z", "nodefaultlib"])])
    let map = try map(folder)
    guard case .missing(let places) = map.objects.first?.dependencies.first?.result else {
      Issue.record("\(map.loaded)")
      return
    }
    #expect(!places.isEmpty && places.allSatisfy { $0.reason == .excluded })
  }

  /// A module's library is found because another module has loaded it before: how extensions of torch rely on torch.
  @Test func laterModulesSeeWhatIsLoaded() throws {
    let folder = try tree([
      MadeLibrary("torch/lib/libtorch.so"),
      MadeLibrary("torch/_C.so", needs: ["torch/lib/libtorch.so"], runpath: "$ORIGIN/lib"),
      MadeLibrary("vllm/_C.so", needs: ["torch/lib/libtorch.so"]), MadeLibrary("m"),
    ])
    let start = try map(folder)
    var alone = start
    let first = alone.open(folder.path.appending("vllm/_C.so").bytes)
    #expect(alone.loaded == ["libtorch.so not found"])
    #expect(first.scope.map { name(alone.objects[$0].path, folder) } == ["vllm/_C.so"])

    var map = start
    _ = map.open(folder.path.appending("torch/_C.so").bytes)
    let opening = map.open(folder.path.appending("vllm/_C.so").bytes)
    #expect(opening.scope.map { name(map.objects[$0].path, folder) } == ["vllm/_C.so", "torch/lib/libtorch.so"])
    #expect(map.loaded == [])
    #expect(map.globalScope.map { name(map.objects[$0].path, folder) } == ["m"])
    let again = map.open(folder.path.appending("vllm/_C.so").bytes)
    #expect(again.scope == opening.scope)
    guard case .object(_, .loaded) = again.result else {
      Issue.record("\(again.result)")
      return
    }
  }

  /// dlopen(3) of a mere name searches by the paths of the object that calls it; what it opens does not inherit them.
  @Test func openedByName() throws {
    let folder = try tree([
      MadeLibrary("b/libz9.so"), MadeLibrary("b/libx9.so", needs: ["b/libz9.so"]),
      MadeLibrary("a/liby.so", rpath: "@/b"), MadeLibrary("m", needs: ["a/liby.so"], runpath: "@/a"),
    ])
    var map = try map(folder)
    let caller = map.objects.firstIndex { name($0.path, folder) == "a/liby.so" }
    let wanted = Array("libx9.so".utf8)
    guard case .missing = map.open(wanted).result else {
      Issue.record("found without a caller")
      return
    }
    let opening = map.open(wanted, from: caller)
    #expect(opening.scope.map { name(map.objects[$0].path, folder) } == ["b/libx9.so"])
    #expect(map.loaded.contains("libz9.so not found"))
  }

  /// Thousands of libraries that need one another in a circle and by pairs.
  @Test func manyObjects() throws {
    let folder = try TestFolder()
    let count = 2_000
    let kind = try LoaderMachine.configuration().program.kind
    for index in 0..<count {
      var file = TinyELF()
      (file.is64, file.isBigEndian) = (kind.width == .bits64, kind.byteOrder == .bigEndian)
      file.machine = UInt64(kind.machine.rawValue)
      let needed = [(index + 1) % count, index / 2].map { (TinyELF.needed, Array("lib\($0).so".utf8)) }
      file.names = needed + [(TinyELF.rpath, folder.path.bytes)]
      try folder.write(file.bytes, to: "lib\(index).so")
    }
    let map = try map(folder, program: "lib0.so")
    #expect(map.objects.count == count + 1)
    #expect(map.globalScope.count == count)
  }

  @Test func noProgram() throws {
    let folder = try tree([MadeLibrary("m")])
    let path = folder.path.appending("none")
    #expect(throws: ProgramProblem.skipped(path, .noSuchFile)) { try map(folder, program: "none") }
    try folder.write("#!/bin/sh\n" + String(repeating: "#", count: 100), to: "script")
    #expect(throws: ProgramProblem.refused(folder.path.appending("script"), .notELF(.script("/bin/sh")))) {
      try map(folder, program: "script")
    }
  }
}
