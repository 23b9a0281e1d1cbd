import SharedObjects
import SystemPackage
import TestSupport
import Testing

@Suite struct ProcessorTests {
  /// What each level of x86-64 asks for beyond the one before.
  static let levels: [[String]] = [
    ["cmov", "cx8", "fpu", "fxsr", "mmx", "sse", "sse2"],
    ["cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2"],
    ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"],
    ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
  ]

  @Test(arguments: 0...4)
  func levelNeedsAllOfItsFeatures(_ level: Int) {
    let flags = Set(Self.levels.prefix(level).flatMap(\.self))
    #expect(ProcessorFeatures(flags: flags, isIntel: false).level == level)
    for flag in flags { #expect(ProcessorFeatures(flags: flags.subtracting([flag]), isIntel: false).level < level) }
  }

  @Test func aLevelWithoutTheOneBefore() {
    let flags = Set(Self.levels[0] + Self.levels[2] + Self.levels[3])
    #expect(ProcessorFeatures(flags: flags, isIntel: false).level == 1)
  }

  @Test func firstProcessorOfTheFile() {
    let text = """
      processor\t: 0
      vendor_id\t: GenuineIntel
      flags\t\t: fpu sse
      processor\t: 1
      vendor_id\t: AuthenticAMD
      flags\t\t: fpu avx
      """
    #expect(ProcessorFeatures(cpuinfo: Array(text.utf8)) == ProcessorFeatures(flags: ["fpu", "sse"], isIntel: true))
    let arm = ProcessorFeatures(cpuinfo: Array("Features\t: fp asimd\n".utf8))
    #expect(arm == ProcessorFeatures(flags: ["fp", "asimd"], isIntel: false))
    #expect(ProcessorFeatures(cpuinfo: [0xFF, 0x3A, 0x0A]) == ProcessorFeatures(flags: [], isIntel: false))
  }
}

/// What realimport reads of the loader, against what the loader says of itself.
@Suite(.enabled(if: LoaderMachine.loader != nil, "needs glibc's loader"))
struct LoaderProgramTests {
  @Test func foldersAndVersionAreTheLoadersOwn() throws {
    let configuration = try LoaderMachine.configuration()
    let facts = try diagnostics()
    let folders = facts.filter { $0.0.hasPrefix("path.system_dirs") }.map { FilePath($0.1) }
    try #require(!folders.isEmpty, "a loader before 2.33 does not describe itself")
    #expect(configuration.program.defaultFolders == folders)
    #expect(facts.first { $0.0 == "version.version" }?.1 == configuration.program.version)
    let subfolders = facts.first { $0.0 == "dl_hwcaps_subdirs" }?.1 ?? ""
    #expect(configuration.program.subfolders == subfolders.split(separator: ":").map { Array($0.utf8) })
    let platform = facts.first { $0.0 == "dl_platform" }?.1
    #expect(ProcessorFeatures.current().platform(configuration.program.kind) == platform)
    let active = facts.first { $0.0 == "dl_hwcaps_subdirs_active" }.flatMap { Int($0.1.dropFirst(2), radix: 16) } ?? 0
    let hardware = HardwareCapabilities(configuration.program, .current())
    #expect(hardware.named.count == active.nonzeroBitCount)
  }

  /// Lines `name=value` or `name="value"`.
  private func diagnostics() throws -> [(String, String)] {
    let loader = try #require(LoaderMachine.loader)
    return try LoaderMachine.output(of: loader, ["--list-diagnostics"]).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), parts[1].filter { $0 != "\"" }) : nil
    }
  }

  /// The folders that the loader prints when it first searches one.
  @Test(.enabled(if: Compiler.path != nil, "needs a C compiler"))
  func subfoldersInTheLoadersOrder() throws {
    let loader = try #require(LoaderMachine.loader)
    let folder = try TestFolder()
    try MadeLibrary("a/libx.so").make(in: folder)
    try MadeLibrary("m", needs: ["a/libx.so"], runpath: "\(folder.path)/b").make(in: folder)
    try folder.folder("b")
    let output = try LoaderMachine.output(of: loader, [folder.path.appending("m").string], ["LD_DEBUG": "libs"])
    let line = output.split(separator: "\n").first { $0.contains("search path=\(folder.path)/b") }
    let printed = try #require(line?.split(separator: "search path=").last?.split(separator: "\t").first)
    let hardware = HardwareCapabilities(try LoaderMachine.configuration().program, .current())
    let expected =
      hardware.folders.map { "\(folder.path)/b/\(String(decoding: $0, as: UTF8.self))" } + ["\(folder.path)/b"]
    #expect(printed.split(separator: ":").map(String.init) == expected)
  }

  static let others: [(machine: UInt64, cpuinfo: String, list: String, folders: [String])] = [
    (21, "cpu\t\t: POWER9, altivec supported", "power10:power9", ["power9"]),
    (21, "cpu\t\t: POWER10 (architected), altivec supported", "power10:power9", ["power10", "power9"]),
    (21, "cpu\t\t: Power11, altivec supported", "power10:power9", ["power10", "power9"]),
    (21, "cpu\t\t: POWER8E (raw)", "power10:power9", []),
    (22, "features\t: esan3 zarch vx vxd vxe gs", "z16:z15:z14:z13", ["z14", "z13"]),
    (22, "features\t: vx vxd vxe gs vxe2 vxp vxp2 nnpa", "z15:z14:z13", ["z15", "z14", "z13"]),
    (22, "features\t: vxd vxe gs", "z15:z14:z13", []),
    (183, "Features\t: fp asimd", "", []),
  ]

  /// Loaders of machines that are not at hand: a header, and the strings that the rules are read from.
  @Test(arguments: others)
  func subfoldersOfOtherMachines(
    _ row: (machine: UInt64, cpuinfo: String, list: String, folders: [String])
  ) throws {
    var file = TinyELF()
    (file.machine, file.isBigEndian) = (row.machine, row.machine == 22)
    let folder = try TestFolder()
    let version = "ld.so (GNU libc) stable release version 2.39."
    let strings = ["", "a:b", row.list, version, ""].joined(separator: "\0")
    let path = try folder.write(file.bytes + Array(strings.utf8), to: "ld64.so.1")
    let program = try LoaderProgram("/lib/ld64.so.1", at: path)
    let hardware = HardwareCapabilities(program, ProcessorFeatures(cpuinfo: Array(row.cpuinfo.utf8)))
    #expect(hardware.named.map { String(decoding: $0, as: UTF8.self) } == row.folders)
    #expect(hardware.level == nil)
  }

  @Test func noLoader() throws {
    let folder = try TestFolder()
    let text = try folder.write("#!/bin/sh\n", to: "ld-linux.so")
    #expect(throws: ObjectProblem.self) { try LoaderProgram("/lib/ld-linux.so", at: text) }
    #expect(throws: ObjectProblem.unreadable(.noSuchFileOrDirectory)) {
      try LoaderProgram("/lib/ld-linux.so", at: "/nothing/here")
    }
  }
}

extension LoaderProgram {
  var version: String? {
    guard case .glibc(let version?) = family else { return nil }
    return "\(version.major).\(version.minor)"
  }
}
