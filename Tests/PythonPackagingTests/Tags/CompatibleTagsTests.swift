import PythonPackaging
import TestSupport
import Testing

@Suite struct CompatibleTagsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let tags: String
    let mismatch: TagMismatch?
    var testDescription: String { tags }

    init(_ tags: String, _ mismatch: TagMismatch? = nil) {
      self.tags = tags
      self.mismatch = mismatch
    }
  }

  private static let glibc = Libc.glibc(LibcVersion(2, 36))
  private static let machine = TagMachine(architecture: "x86_64", libc: glibc)
  private static let python = CompatibleTags(CPythonABI(3, 11), on: machine)

  static let rows: [Row] = [
    Row("py3-none-any"), Row("py2.py3-none-any"), Row("py311-none-any"), Row("py30-none-any"), Row("cp311-none-any"),
    Row("PY3-None-ANY"), Row("cp311-cp311-linux_x86_64"), Row("cp311-abi3-manylinux1_x86_64"),
    Row("cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64"), Row("cp32-abi3-manylinux2010_x86_64"),
    Row("py3-none-manylinux_2_36_x86_64"), Row("cp311-none-linux_x86_64"), Row("cp310.cp311-cp310.cp311-linux_x86_64"),
    Row("cp312-cp312-manylinux_2_17_x86_64", .otherPython("cp312")), Row("cp312-abi3-any", .otherPython("cp312")),
    Row("cp310-cp310-linux_x86_64", .otherPython("cp310")), Row("cp310-none-any", .otherPython("cp310")),
    Row("py312-none-any", .otherPython("py312")), Row("py2-none-any", .otherPython("py2")),
    Row("cp3-abi3-linux_x86_64", .otherPython("cp3")), Row("cp31-abi3-linux_x86_64", .otherPython("cp31")),
    Row("pp311-pypy311_pp73-linux_x86_64", .otherPython("pp311")), Row("cp-none-any", .otherPython("cp")),
    Row("cp311-cp311t-linux_x86_64", .otherABI("cp311t")), Row("cp311-abi3t-linux_x86_64", .otherABI("abi3t")),
    Row("py3-cp311-linux_x86_64", .otherABI("cp311")), Row("cp311-abi3-any", .abiWithoutPlatform("abi3")),
    Row("cp311-cp311-win_amd64", .otherSystem("Windows")), Row("cp311-cp311-win32", .otherSystem("Windows")),
    Row("cp311-cp311-macosx_11_0_arm64", .otherSystem("macOS")),
    Row("cp311-cp311-manylinux_2_17_aarch64", .otherMachine("aarch64")),
    Row("cp311-cp311-linux_i686", .otherMachine("i686")),
    Row("cp311-cp311-musllinux_1_1_x86_64", .otherLibc("musl")),
    Row("cp311-cp311-manylinux_2_4_x86_64", .outdatedLibc(.glibc(LibcVersion(2, 4)))),
    Row("cp311-cp311-manylinux_2_39_x86_64", .newerLibc(needed: .glibc(LibcVersion(2, 39)), has: glibc)),
    Row("cp311-cp311-manylinux_3_0_x86_64", .newerLibc(needed: .glibc(LibcVersion(3, 0)), has: glibc)),
    Row("cp311-cp311-manylinux_02_17_x86_64", .unknownPlatform("manylinux_02_17_x86_64")),
    Row("cp311-cp311-manylinux2014", .unknownPlatform("manylinux2014")),
    Row(
      "cp311-cp311-manylinux_99999999999999999999_1_x86_64", .unknownPlatform("manylinux_99999999999999999999_1_x86_64")
    ),
    Row("cp311-cp311-plan9", .unknownPlatform("plan9")),
    // Of several the nearest: the Linux wheel is only for a newer Python, the macOS one for another system.
    Row("cp312-cp312-macosx_11_0_arm64.linux_x86_64", .otherPython("cp312")),
  ]

  @Test(arguments: rows)
  func saysWhy(_ row: Row) throws {
    let tags = try WheelTagSet(row.tags)
    #expect(Self.python.mismatch(tags) == row.mismatch)
    #expect(Self.python.admits(tags) == (row.mismatch == nil))
  }

  struct Elsewhere: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let python: CompatibleTags
    let admitted: [String]
    let refused: [String]

    init(_ name: String, _ python: CPythonABI, _ machine: TagMachine, _ admitted: [String], not refused: [String]) {
      testDescription = name
      self.python = CompatibleTags(python, on: machine)
      self.admitted = admitted
      self.refused = refused
    }
  }

  private static let narrowMachine = TagMachine(architecture: "x86_64", libc: glibc, is32Bit: true)
  private static let musl = Libc.musl(LibcVersion(1, 2))

  static let machines: [Elsewhere] = [
    Elsewhere(
      "without a global lock", CPythonABI(3, 13, isFreeThreaded: true), machine,
      ["cp313-cp313t-linux_x86_64", "cp312-abi3t-linux_x86_64", "cp313-none-any", "py3-none-any"],
      not: ["cp313-cp313-linux_x86_64", "cp39-abi3-linux_x86_64"]),
    Elsewhere(
      "musl", CPythonABI(3, 12), TagMachine(architecture: "x86_64", libc: musl),
      ["cp312-cp312-musllinux_1_1_x86_64", "cp312-cp312-musllinux_1_2_x86_64", "cp312-cp312-linux_x86_64"],
      not: ["cp312-cp312-musllinux_1_3_x86_64", "cp312-cp312-musllinux_2_0_x86_64", "cp312-cp312-manylinux1_x86_64"]),
    Elsewhere(
      "aarch64", CPythonABI(3, 11), TagMachine(architecture: "aarch64", libc: glibc),
      ["cp311-cp311-manylinux_2_17_aarch64", "cp311-cp311-manylinux2014_aarch64"],
      not: ["cp311-cp311-manylinux_2_16_aarch64", "cp311-cp311-manylinux1_aarch64", "cp311-cp311-linux_armv7l"]),
    Elsewhere(
      "a Python of 32 bits on x86_64", CPythonABI(3, 11),
      narrowMachine,
      ["cp311-cp311-manylinux1_i686", "cp311-cp311-linux_i686"], not: ["cp311-cp311-linux_x86_64"]),
    Elsewhere(
      "a Python of 32 bits on aarch64", CPythonABI(3, 11),
      TagMachine(architecture: "aarch64", libc: glibc, is32Bit: true),
      ["cp311-cp311-manylinux_2_17_armv7l", "cp311-cp311-linux_armv8l", "cp311-cp311-linux_armv7l"],
      not: ["cp311-cp311-linux_aarch64", "cp311-cp311-manylinux_2_16_armv7l"]),
    Elsewhere(
      "ARM without registers for floating-point numbers", CPythonABI(3, 11),
      TagMachine(architecture: "armv7l", libc: glibc, hasHardFloat: false),
      ["cp311-cp311-linux_armv7l"], not: ["cp311-cp311-manylinux2014_armv7l"]),
    Elsewhere(
      "a machine for which no manylinux is defined", CPythonABI(3, 11), TagMachine(architecture: "mips64", libc: glibc),
      ["cp311-cp311-linux_mips64"], not: ["cp311-cp311-manylinux_2_17_mips64"]),
    Elsewhere(
      "a C library that is not known", CPythonABI(3, 11), TagMachine(architecture: "x86_64", libc: nil),
      ["cp311-cp311-linux_x86_64"], not: ["cp311-cp311-manylinux1_x86_64", "cp311-cp311-musllinux_1_1_x86_64"]),
  ]

  @Test(arguments: machines)
  func elsewhere(_ row: Elsewhere) throws {
    for tags in row.admitted { #expect(try row.python.admits(WheelTagSet(tags)), "\(tags)") }
    for tags in row.refused { #expect(try !row.python.admits(WheelTagSet(tags)), "\(tags)") }
  }

  @Test func words() {
    let mismatches: [(TagMismatch, String)] = [
      (.otherPython("cp312"), "built for CPython 3.12"), (.otherPython("pp39"), "built for PyPy 3.9"),
      (.otherPython("py2"), "built for Python 2"), (.otherPython("x"), "built for another Python, `x`"),
      (.otherSystem("Windows"), "built for Windows"), (.otherMachine("aarch64"), "built for aarch64"),
      (.otherABI("cp313t"), "built for the ABI `cp313t`"), (.otherLibc("musl"), "built for systems with musl"),
      (
        .newerLibc(needed: .glibc(LibcVersion(2, 39)), has: Self.glibc),
        "built for glibc 2.39 and newer, where glibc 2.36 is installed"
      ),
    ]
    for (mismatch, words) in mismatches { #expect(mismatch.description == words) }
  }
}
