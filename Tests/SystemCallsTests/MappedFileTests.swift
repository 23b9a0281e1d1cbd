import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite struct MappedFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func onlyRegularFilesAreMapped() throws {
    for path in [folder.path, "/dev/zero", "/dev/null"] {
      #expect(throws: RegularFileProblem.notRegular) { try MappedFile(opening: path) }
    }
    #expect(throws: RegularFileProblem.cannotOpen(.noSuchFileOrDirectory)) {
      try MappedFile(opening: folder.path.appending("absent"))
    }
  }

  @Test func partsOfAFile() throws {
    let path = try folder.write("0123456789", to: "file")
    for file in [try MappedFile(opening: path), try MappedFile(copying: Array("0123456789".utf8))] {
      #expect(file.count == 10)
      #expect(file.bytes(at: 8, count: 2) == Array("89".utf8) && file.bytes(at: 10, count: 0) == [])
      #expect(file.byte(at: 9) == 0x39 && file.half(at: 8).map(UInt16.init(littleEndian:)) == 0x3938)
      #expect(file.word(at: 6).map(UInt32.init(littleEndian:)) == 0x3938_3736)
      #expect(file.longWord(at: 1).map(UInt64.init(bigEndian:)) == 0x3132_3334_3536_3738)
      #expect(file.firstIndex(of: 0x35, in: 2..<10) == 5 && file.firstIndex(of: 0x35, in: 6..<10) == nil)
      #expect(file.isEqual(at: 2, to: file, at: 2, count: 8) && !file.isEqual(at: 2, to: file, at: 3, count: 1))
      let part = Array("345".utf8)
      #expect(file.firstIndex(of: part, in: 0..<10) == 3 && file.firstIndex(of: part, in: 3..<6) == 3)
      #expect(file.firstIndex(of: part, in: 0..<5) == nil && file.firstIndex(of: part, in: 4..<10) == nil)
      #expect(file.firstIndex(of: [], in: 0..<10) == nil && file.firstIndex(of: part, in: 0..<11) == nil)
    }
  }

  @Test(arguments: [-1, 10, 11, Int.max, Int.min, Int.max - 3])
  func beyondTheFile(_ offset: Int) throws {
    let file = try MappedFile(copying: Array("0123456789".utf8))
    #expect(file.byte(at: offset) == nil && file.half(at: offset) == nil && file.word(at: offset) == nil)
    #expect(file.longWord(at: offset) == nil && file.bytes(at: offset, count: 1) == nil)
    #expect(!file.isEqual(at: offset, to: file, at: 0, count: 1))
    #expect(!file.isEqual(at: 0, to: file, at: offset, count: 1))
    #expect(file.longWord(at: 3) == nil && file.bytes(at: 3, count: .max) == nil && file.bytes(at: 3, count: -1) == nil)
    #expect(file.firstIndex(of: 0x35, in: 0..<11) == nil)
  }

  @Test func emptyFile() throws {
    for file in [try MappedFile(opening: try folder.write("", to: "empty")), try MappedFile(copying: [])] {
      #expect(file.count == 0 && file.byte(at: 0) == nil && file.bytes(at: 0, count: 0) == [])
      #expect(file.firstIndex(of: 0, in: 0..<0) == nil && file.isEqual(at: 0, to: file, at: 0, count: 0))
    }
  }

  /// Its bytes are there though the name has another file now, as after an upgrade of a package.
  @Test func replacedFile() throws {
    let path = try folder.write("old", to: "file")
    let file = try MappedFile(opening: path)
    try writeAtomically(Array("other".utf8), to: path)
    #expect(file.bytes(at: 0, count: 3) == Array("old".utf8))
  }

  /// A file with a hole: it has the bytes of its end beyond 2^31, and takes no space.
  @Test func largeFile() throws {
    let path = try folder.write("start", to: "large")
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { try descriptor.resize(to: 3 << 30) }
    let file = try MappedFile(opening: path)
    #expect(file.count == 3 << 30 && file.byte(at: (3 << 30) - 1) == 0 && file.byte(at: 3 << 30) == nil)
    #expect(file.bytes(at: 0, count: 6) == Array("start\0".utf8))
  }
}
