import SharedObjects
import SystemPackage
import TestSupport
import Testing

/// Files that are no ELF: what they are is said.
@Suite struct ForeignFormatTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let format: ForeignFormat

    init(_ testDescription: String, _ bytes: [UInt8], _ format: ForeignFormat) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.format = format
    }

    init(_ testDescription: String, _ text: String, _ format: ForeignFormat) {
      self.init(testDescription, Array(text.utf8), format)
    }
  }

  private static let zeros = [UInt8](repeating: 0, count: 100)

  /// A file of Windows whose second header, at 0x40, begins with these bytes.
  private static func windows(_ second: [UInt8]) -> [UInt8] {
    Array("MZ".utf8) + zeros.prefix(58) + [0x40, 0, 0, 0] + second + zeros
  }

  static let objects: [Row] = [
    Row("macOS on arm64", [0xCF, 0xFA, 0xED, 0xFE, 12, 0, 0, 1] + zeros, .machO(["arm64"])),
    Row("macOS on x86_64", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1] + zeros, .machO(["x86_64"])),
    Row("macOS on i386", [0xCE, 0xFA, 0xED, 0xFE, 7, 0, 0, 0] + zeros, .machO(["i386"])),
    Row("macOS on ppc, the other byte order", [0xFE, 0xED, 0xFA, 0xCE, 0, 0, 0, 18] + zeros, .machO(["ppc"])),
    Row("macOS on something new", [0xCF, 0xFA, 0xED, 0xFE, 99, 0, 0, 0] + zeros, .machO(["machine 99"])),
    Row(
      "macOS on two machines",
      [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2, 1, 0, 0, 7] + zeros.prefix(16) + [1, 0, 0, 12] + zeros,
      .machO(["x86_64", "arm64"])),
    Row("macOS, cut", [0xCF, 0xFA, 0xED, 0xFE, 12], .otherBytes([0xCF, 0xFA, 0xED, 0xFE])),
    Row("a class of Java", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52] + zeros, .otherBytes([0xCA, 0xFE, 0xBA, 0xBE])),
    Row("Windows on x86_64", windows([0x50, 0x45, 0, 0, 0x64, 0x86]), .portableExecutable("x86_64")),
    Row("Windows on arm64", windows([0x50, 0x45, 0, 0, 0x64, 0xAA]), .portableExecutable("arm64")),
    Row("Windows on x86", windows([0x50, 0x45, 0, 0, 0x4C, 0x01]), .portableExecutable("x86")),
    Row("Windows on something new", windows([0x50, 0x45, 0, 0, 1, 0]), .portableExecutable("machine 1")),
    Row("DOS", windows([]), .portableExecutable(nil)),
    Row("only the first letters of Windows", "MZ", .portableExecutable(nil)),
    Row("an archive", "!<arch>\nx.o/ 0", .archive), Row("a thin archive", "!<thin>\n", .archive),
    Row("bitcode of LLVM", [0x42, 0x43, 0xC0, 0xDE], .bitcode),
  ]

  static let others: [Row] = [
    Row("a script", "#!/bin/sh\nexec python \"$@\"\n", .script("/bin/sh")),
    Row("a script with a space", "#! /usr/bin/env python3\r\nx", .script("/usr/bin/env python3")),
    Row("GROUP", "/* GNU ld script */\nGROUP ( /lib/libc.so.6 )\n", .linkerScript),
    Row("INPUT", "INPUT(libncurses.so.6 -ltinfo)\n", .linkerScript),
    Row(
      "git-lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      .lfsPointer("version https://git-lfs.github.com/spec/v1")),
    Row("a page", "\n <!DOCTYPE HTML>\n<html><body>404", .html), Row("another page", "<html lang=en>", .html),
    Row("gzip", [0x1F, 0x8B, 8], .compressed(.gzip)), Row("zip", [0x50, 0x4B, 3, 4], .compressed(.zip)),
    Row("an empty zip", [0x50, 0x4B, 5, 6], .compressed(.zip)),
    Row("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compressed(.xz)),
    Row("zstd", [0x28, 0xB5, 0x2F, 0xFD], .compressed(.zstd)), Row("bzip2", "BZh9", .compressed(.bzip2)),
    Row("text", "libx.so.1", .otherText),
    Row("text that is not UTF-8", [0x67, 0xF6, 0xDF], .otherBytes([0x67, 0xF6, 0xDF])),
    Row("long text, cut in a letter", "a" + String(repeating: "ö", count: 4096), .otherText),
    Row("zeros", zeros, .otherBytes([0, 0, 0, 0])), Row("a byte", [1], .otherBytes([1])),
    Row("almost ELF", [0x7F, 0x45, 0x4C, 0x47], .otherBytes([0x7F, 0x45, 0x4C, 0x47])),
    Row("three letters of ELF", [0x7F, 0x45, 0x4C], .otherBytes([0x7F, 0x45, 0x4C])),
  ]

  @Test(arguments: objects + others)
  func isNoELF(_ row: Row) {
    #expect(throws: ObjectProblem.notELF(row.format)) { try ObjectFile(bytes: row.bytes) }
  }

  @Test func empty() {
    #expect(throws: ObjectProblem.empty) { try ObjectFile(bytes: []) }
  }

  @Test func header() {
    let start = Array(TinyELF().bytes.prefix(63))
    #expect(throws: ObjectProblem.truncated(Truncation(size: 4, expectedSize: 16))) {
      try ObjectFile(bytes: start.prefix(4))
    }
    #expect(throws: ObjectProblem.truncated(Truncation(size: 63, expectedSize: 64))) { try ObjectFile(bytes: start) }
  }

  @Test func places() throws {
    let folder = try TestFolder()
    #expect(throws: ObjectProblem.notRegular) { try ObjectFile(opening: folder.path) }
    #expect(throws: ObjectProblem.notRegular) { try ObjectFile(opening: "/dev/zero") }
    #expect(throws: ObjectProblem.unreadable(.noSuchFileOrDirectory)) {
      try ObjectFile(opening: folder.path.appending("absent"))
    }
    #expect(throws: ObjectProblem.empty) { try ObjectFile.Kind(opening: try folder.write("", to: "empty.so")) }
    let kind = try ObjectFile.Kind(opening: try folder.write(TinyELF().bytes, to: "x.so"))
    #expect(kind == ObjectFile.Kind(width: .bits64, byteOrder: .littleEndian, machine: .init(rawValue: 62)))
  }
}
