import SharedObjects
import TestSupport
import Testing

/// What the program headers and the notes say.
@Suite struct SegmentTests {
  private static let gnuStack: UInt64 = 0x6474_E551

  @Test(arguments: TinyELF.Kind.all)
  func header(_ kind: TinyELF.Kind) throws {
    var file = TinyELF(kind)
    (file.machine, file.type) = (183, 2)
    let object = try ObjectFile(bytes: file.bytes)
    #expect(
      object.kind
        == ObjectFile.Kind(
          width: kind.is64 ? .bits64 : .bits32, byteOrder: kind.isBigEndian ? .bigEndian : .littleEndian,
          machine: ObjectFile.Machine(rawValue: 183)))
    #expect(object.kind.machine.description == "aarch64")
    #expect(ObjectFile.Machine(rawValue: 0xFFFF).description == "machine 65535")
    #expect(object.type == .executable && object.abi == 0 && object.flags == 0)
    #expect(object.interpreter == nil && object.stack == .unstated && object.threadLocalStorage == nil)
    #expect(object.notes == (try ObjectFile(bytes: TinyELF().bytes).notes) && object.truncation == nil)
  }

  static let types: [(UInt64, ObjectFile.FileType)] = [
    (1, .relocatable), (2, .executable), (3, .shared), (4, .core), (0xFE00, .other(0xFE00)),
  ]

  @Test(arguments: types)
  func type(_ number: UInt64, _ type: ObjectFile.FileType) throws {
    var file = TinyELF()
    file.type = number
    #expect(try ObjectFile(bytes: file.bytes).type == type)
  }

  @Test(arguments: TinyELF.Kind.all)
  func segments(_ kind: TinyELF.Kind) throws {
    var file = TinyELF(kind)
    file.segments = [
      TinyELF.ExtraSegment(type: 3) { $0.content = Array("/lib/ld-musl-x86_64.so.1\0".utf8) },
      TinyELF.ExtraSegment(type: 7) { ($0.memorySize, $0.alignment) = (144, 64) },
      TinyELF.ExtraSegment(type: Self.gnuStack) { $0.flags = 7 },
    ]
    let object = try ObjectFile(bytes: file.bytes)
    #expect(object.interpreter == Array("/lib/ld-musl-x86_64.so.1".utf8))
    #expect(object.threadLocalStorage == ObjectFile.ThreadLocalStorage(size: 144, alignment: 64))
    #expect(object.stack == .executable)
    file.segments[2].flags = 6
    file.segments[1].memorySize = 0
    let other = try ObjectFile(bytes: file.bytes)
    #expect(other.stack == .notExecutable && other.threadLocalStorage == nil)
  }

  // MARK: Notes

  private static func note(
    _ kind: TinyELF.Kind, _ type: UInt64, _ content: [UInt8], name: String = "GNU", alignment: Int = 4
  ) -> [UInt8] {
    let name = Array(name.utf8) + [0]
    let sizes = [UInt64(name.count), UInt64(content.count), type].flatMap { bytes(kind, $0) }
    return padded(sizes + name, alignment) + padded(content, alignment)
  }

  private static func bytes(_ kind: TinyELF.Kind, _ number: UInt64) -> [UInt8] {
    let parts = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    return kind.isBigEndian ? parts.reversed() : parts
  }

  private static func padded(_ bytes: [UInt8], _ alignment: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (alignment - bytes.count % alignment) % alignment)
  }

  @Test(arguments: TinyELF.Kind.all)
  func notes(_ kind: TinyELF.Kind) throws {
    let levels: [UInt8] = [0xC000_8002, 4, 0b110].flatMap { (number: UInt64) in Self.bytes(kind, number) }
    let other: [UInt8] = Self.bytes(kind, 0xC000_0002) + Self.bytes(kind, 1) + [3]
    let word = kind.is64 ? 8 : 4
    var file = TinyELF(kind)
    file.segments = [
      TinyELF.ExtraSegment(type: 4) {
        $0.content =
          Self.note(kind, 1, [0, 3, 2, 0].flatMap { (number: UInt64) in Self.bytes(kind, number) })
          + Self.note(kind, 3, [9], name: "Go") + Self.note(kind, 3, [1, 2, 3, 4, 5])
      },
      TinyELF.ExtraSegment(type: 4) {
        $0.content = Self.note(kind, 5, Self.padded(other, word) + Self.padded(levels, word), alignment: word)
        $0.alignment = UInt64(word)
      },
    ]
    let notes = try ObjectFile(bytes: file.bytes).notes
    #expect(notes.buildID == [1, 2, 3, 4, 5])
    #expect(notes.system?.number == 0 && notes.system?.release == [3, 2, 0])
    #expect(notes.properties[0xC000_0002] == [3])
    #expect(kind.isBigEndian || notes.neededX86Levels == 0b110)
  }

  /// Sizes that reach beyond the segment end the reading of it.
  @Test(arguments: [UInt64(0xFFFF_FFFF), 0x7FFF_FFFF, 100, 21])
  func sizesOfNotes(_ size: UInt64) throws {
    var file = TinyELF()
    let content = Self.note(.usual, 3, [1, 2, 3, 4]) + Self.bytes(.usual, 4) + Self.bytes(.usual, size)
    file.segments = [
      TinyELF.ExtraSegment(type: 4) { $0.content = content + Self.bytes(.usual, 3) + [0x47, 0x4E, 0x55, 0] }
    ]
    #expect(try ObjectFile(bytes: file.bytes).notes.buildID == [1, 2, 3, 4])
  }

  /// Where sums would overflow.
  @Test(arguments: [UInt64(3), 4, 7, 0x6474_E551])
  func segmentAtTheHighestPlace(_ type: UInt64) throws {
    var file = TinyELF()
    file.segments = [TinyELF.ExtraSegment(type: type)]
    var bytes = file.bytes
    // p_offset of the third program header.
    let offset = 64 + 2 * 56 + 8
    bytes.replaceSubrange(offset..<(offset + 8), with: [UInt8](repeating: 0xFF, count: 7) + [0x7F])
    try ObjectFile(bytes: bytes).readAll()
  }

  // MARK: Relocations

  struct Relocations: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: TinyELF.Kind
    /// Of the place and of the size, and others.
    let tags: (place: Int, size: Int)
    var others: [(tag: Int, value: UInt64)] = []
    let wordsPerEntry: Int
  }

  static let tables: [Relocations] = TinyELF.Kind.all.flatMap { kind in
    [
      Relocations(testDescription: "RELA, \(kind)", kind: kind, tags: (7, 8), wordsPerEntry: 3),
      Relocations(testDescription: "REL, \(kind)", kind: kind, tags: (17, 18), wordsPerEntry: 2),
      Relocations(
        testDescription: "calls with addends, \(kind)", kind: kind, tags: (23, 2), others: [(20, 7)], wordsPerEntry: 3),
      Relocations(
        testDescription: "calls without, \(kind)", kind: kind, tags: (23, 2), others: [(20, 17)], wordsPerEntry: 2),
    ]
  }

  @Test(arguments: tables)
  func relocations(_ row: Relocations) throws {
    var file = TinyELF(row.kind)
    file.symbols = (0..<100).map { .undefined("f\($0)") }
    let wanted = [1, 64, 100]
    let content = wanted.flatMap { entry($0, row) }
    file.segments = [TinyELF.ExtraSegment(type: 0) { $0.content = content }]
    file.numbers = [(row.tags.place, 0), (row.tags.size, UInt64(content.count))] + row.others
    let start = try #require(file.offset(of: .strings)) - content.count
    file.numbers[0].value = file.base + UInt64(start)
    let named = try ObjectFile(bytes: file.bytes).relocatedSymbols()
    #expect((0...200).filter(named.contains) == wanted)
    file.numbers[1].value = 1 << 20
    let absurd = try ObjectFile(bytes: file.bytes)
    #expect(throws: ObjectProblem.malformed(.relocations)) { try absurd.relocatedSymbols() }
  }

  /// R_X86_64_JUMP_SLOT, or whatever 7 is there, of a symbol.
  private func entry(_ symbol: Int, _ row: Relocations) -> [UInt8] {
    let symbol = UInt64(symbol)
    let word = row.kind.is64 ? 8 : 4
    let information = row.kind.is64 ? symbol << 32 | 7 : symbol << 8 | 7
    return ([0, information] + (row.wordsPerEntry == 3 ? [1] : [])).flatMap { number -> [UInt8] in
      let parts = (0..<word).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
      return row.kind.isBigEndian ? parts.reversed() : parts
    }
  }
}
