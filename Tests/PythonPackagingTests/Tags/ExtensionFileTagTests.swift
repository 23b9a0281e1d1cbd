import PythonPackaging
import TestSupport
import Testing

@Suite struct ExtensionFileTagTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let tag: ExtensionFileTag?
    let mismatch: TagMismatch?
    var testDescription: String { name }

    init(_ name: String, _ tag: ExtensionFileTag?, _ mismatch: TagMismatch? = nil) {
      self.name = name
      self.tag = tag
      self.mismatch = mismatch
    }
  }

  private static let gnu = "x86_64-linux-gnu"

  static let rows: [Row] = [
    Row("_C.cpython-311-x86_64-linux-gnu.so", .cpython(version: "311", platform: gnu)),
    Row("_C.abi3.so", .stable(abi: "abi3")), Row("_C.so", .untagged),
    Row("_C.cpython-311.so", .cpython(version: "311", platform: nil)),
    Row("_C.cpython-312-x86_64-linux-gnu.so", .cpython(version: "312", platform: gnu), .otherPython("cp312")),
    Row("_C.cpython-311d-x86_64-linux-gnu.so", .cpython(version: "311d", platform: gnu), .otherABI("cp311d")),
    Row("_C.cpython-36m-x86_64-linux-gnu.so", .cpython(version: "36m", platform: gnu), .otherPython("cp36")),
    Row(
      "_C.cpython-311-aarch64-linux-gnu.so", .cpython(version: "311", platform: "aarch64-linux-gnu"),
      .otherMachine("aarch64")),
    Row(
      "_C.cpython-311-x86_64-linux-musl.so", .cpython(version: "311", platform: "x86_64-linux-musl"),
      .otherLibc("musl")),
    Row("_C.cpython-311-darwin.so", .cpython(version: "311", platform: "darwin"), .otherSystem("macOS")),
    Row("_C.cpython-311-hurd.so", .cpython(version: "311", platform: "hurd"), .unknownPlatform("hurd")),
    Row("_C.abi3t.so", .stable(abi: "abi3t"), .otherABI("abi3t")),
    Row("_C.pypy39-pp73-x86_64-linux-gnu.so", .other("pypy39-pp73-x86_64-linux-gnu"), .otherPython("pypy39")),
    Row("_C.cp311-win_amd64.pyd", .other("cp311-win_amd64"), .otherSystem("Windows")),
    Row("_C.pyd", .other("pyd"), .otherSystem("Windows")),
    Row("libfoo.so.1", nil), Row("libfoo.2.so", nil), Row("a.b.c.so", nil), Row("_C.py", nil), Row(".so", nil),
    Row("", nil), Row("_C.cpython-.so", nil),
  ]

  @Test(arguments: rows)
  func reads(_ row: Row) {
    let machine = TagMachine(architecture: "x86_64", libc: .glibc(LibcVersion(2, 36)))
    let tag = ExtensionFileTag(fileName: row.name)
    #expect(tag == row.tag)
    #expect(tag.flatMap(CompatibleTags(CPythonABI(3, 11), on: machine).mismatch) == row.mismatch)
  }

  struct OfMachine: Sendable, CustomTestStringConvertible {
    let architecture: String
    let name: String
    var testDescription: String { architecture }

    init(_ architecture: String, _ name: String) {
      self.architecture = architecture
      self.name = name
    }
  }

  /// Debian's wiki, "Multiarch/Tuples".
  static let machines: [OfMachine] = [
    OfMachine("x86_64", "x86_64-linux-gnu"), OfMachine("i686", "i386-linux-gnu"),
    OfMachine("aarch64", "aarch64-linux-gnu"), OfMachine("armv7l", "arm-linux-gnueabihf"),
    OfMachine("armv8l", "arm-linux-gnueabihf"), OfMachine("ppc64le", "powerpc64le-linux-gnu"),
    OfMachine("s390x", "s390x-linux-gnu"), OfMachine("riscv64", "riscv64-linux-gnu"),
    OfMachine("loongarch64", "loongarch64-linux-gnu"),
  ]

  @Test(arguments: machines)
  func namesOfMachines(_ row: OfMachine) {
    let machine = TagMachine(architecture: row.architecture, libc: .glibc(LibcVersion(2, 36)))
    let here = CompatibleTags(CPythonABI(3, 13, isFreeThreaded: true), on: machine)
    let tag = ExtensionFileTag(fileName: "_C.cpython-313t-\(row.name).so")
    #expect(tag != nil && tag.flatMap(here.mismatch) == nil)
  }

  @Test func anyNameIsReadOrNone() {
    var generator = SeededGenerator(seed: 3149)
    let machine = TagMachine(architecture: "x86_64", libc: nil)
    for row in Self.rows {
      for _ in 0..<300 {
        let name = String(decoding: generator.mutate(Array(row.name.utf8)), as: UTF8.self)
        guard let tag = ExtensionFileTag(fileName: name) else { continue }
        #expect(CompatibleTags(CPythonABI(3, 11), on: machine).mismatch(tag)?.description.isEmpty != true)
      }
    }
  }
}
