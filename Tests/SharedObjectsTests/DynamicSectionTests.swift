import SharedObjects
import Testing

@Suite struct DynamicSectionTests {
  private func section(of bytes: [UInt8]) throws(ELFProblem) -> DynamicSection {
    try DynamicSection(bytes)
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    let is64: Bool
    let isBigEndian: Bool
    var testDescription: String {
      "\(is64 ? 64 : 32) bits, the \(isBigEndian ? "most" : "least") significant byte first"
    }
  }

  static let kinds: [Kind] = [
    Kind(is64: false, isBigEndian: true), Kind(is64: false, isBigEndian: false), Kind(is64: true, isBigEndian: true),
    Kind(is64: true, isBigEndian: false),
  ]

  private static func file(_ kind: Kind = kinds[3]) -> TinyELF {
    TinyELF(
      is64: kind.is64, isBigEndian: kind.isBigEndian,
      names: [
        (TinyELF.needed, Array("libc.so.6".utf8)), (TinyELF.soname, Array("libx.so.1".utf8)),
        (TinyELF.needed, [0x6C, 0xFF]), (TinyELF.rpath, Array("/a:$ORIGIN/../lib".utf8)),
        (TinyELF.runpath, Array("/b".utf8)), (TinyELF.needed, []),
      ],
      numbers: [(24, 0), (0x6FFF_FFFB, 1)])
  }

  @Test(arguments: kinds)
  func everyKindOfFile(_ kind: Kind) throws {
    let section = try section(of: Self.file(kind).bytes)
    #expect(section.needed == [Array("libc.so.6".utf8), [0x6C, 0xFF], []])
    #expect(section.soname == Array("libx.so.1".utf8))
    #expect(section.rpath == Array("/a:$ORIGIN/../lib".utf8))
    #expect(section.runpath == Array("/b".utf8))
  }

  @Test func namesOfAnyLength() throws {
    for length in [255, 256, 257, 1_000, 65_535] {
      let name = [UInt8](repeating: UInt8(ascii: "x"), count: length)
      #expect(try section(of: TinyELF(names: [(TinyELF.needed, name)]).bytes).needed == [name])
    }
    let endless = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
    #expect(throws: ELFProblem.malformed) { try section(of: TinyELF(names: [(TinyELF.needed, endless)]).bytes) }
  }

  /// Nothing is made of half a file: it is refused, or all that counts was there.
  @Test(arguments: kinds)
  func truncatedAnywhere(_ kind: Kind) throws {
    let bytes = Self.file(kind).bytes
    let whole = try section(of: bytes)
    for length in bytes.indices {
      let cut = try? section(of: Array(bytes[..<length]))
      #expect(cut == nil || cut == whole, "\(length) bytes of \(bytes.count)")
    }
  }

  struct Odd: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// `nil`: the file has no names, and that is all right.
    let problem: ELFProblem?

    init(_ testDescription: String, _ problem: ELFProblem?, _ change: (inout TinyELF) -> Void) {
      var file = DynamicSectionTests.file()
      change(&file)
      self.testDescription = testDescription
      bytes = file.bytes
      self.problem = problem
    }

    init(_ testDescription: String, _ problem: ELFProblem?, byte: UInt8, at places: Range<Int>) {
      self.testDescription = testDescription
      var bytes = DynamicSectionTests.file().bytes
      for place in places { bytes[place] = byte }
      self.bytes = bytes
      self.problem = problem
    }
  }

  static let odd: [Odd] = [
    Odd("a static program", nil) { $0.dynamicType = 4 },
    Odd("no string table", nil) { $0.hasStringTable = false },
    Odd("no names", nil) { $0.names = [] },
    Odd("an empty section", nil) { $0.dynamicSize = 0 },
    Odd("no program headers", nil, byte: 0, at: 56..<58),
    Odd("more program headers than any file has", .malformed, byte: 0xFF, at: 56..<58),
    Odd("program headers of no size", .malformed, byte: 0, at: 54..<56),
    Odd("program headers of a wrong size", .malformed, byte: 1, at: 54..<55),
    Odd("program headers beyond the end", .truncated, byte: 0x7F, at: 32..<36),
    Odd("program headers at a negative place", .malformed, byte: 0xFF, at: 32..<40),
    Odd("a class that does not exist", .malformed, byte: 3, at: 4..<5),
    Odd("a byte order that does not exist", .malformed, byte: 0, at: 5..<6),
    Odd("a section beyond the end", .truncated) { $0.dynamicSize = 1 << 19 },
    Odd("a section longer than any address", .malformed) { $0.dynamicSize = .max },
    Odd("a section whose end overflows", .malformed) { $0.dynamicSize = UInt64(Int.max) },
    Odd("strings outside of what is loaded", .malformed) { $0.numbers = [(5, 0x10)] },
    Odd("strings at an address that is none", nil) {
      $0.numbers = [(5, .max)]
      $0.names = []
      $0.hasStringTable = false
    },
    Odd("a name beyond the end", .truncated) { $0.numbers = [(1, 0x10_0000)] },
    Odd("a name at the highest number", .truncated) { $0.numbers = [(1, UInt64(Int.max))] },
  ]

  @Test(arguments: odd)
  func oddFile(_ row: Odd) throws {
    guard let problem = row.problem else {
      let section = try section(of: row.bytes)
      #expect(section.needed.isEmpty && section.soname == nil && section.rpath == nil && section.runpath == nil)
      return
    }
    #expect(throws: problem) { try section(of: row.bytes) }
  }

  @Test func lastNameWithoutAnEnd() {
    #expect(throws: ELFProblem.malformed) { try section(of: Self.file().bytes.dropLast()) }
  }

  @Test func nothingCanBeRead() {
    #expect(throws: ELFProblem.notELF) { try DynamicSection(reading: { (_, _) -> [UInt8]? in nil }) }
    #expect(throws: ELFProblem.notELF) { try DynamicSection(reading: { (_, _) -> [UInt8]? in [] }) }
  }

  @Test func manyNames() throws {
    var file = Self.file()
    file.names = (0..<10_000).map { (TinyELF.needed, Array("lib\($0).so".utf8)) }
    #expect(try section(of: file.bytes).needed.count == 10_000)
  }

  static let noELF: [(String, [UInt8])] = [
    ("nothing", []), ("a script", Array("#!/bin/sh\nexec python \"$@\"\n".utf8)),
    ("the first letters", [0x7F, 0x45, 0x4C, 0x46]), ("macOS", [0xCF, 0xFA, 0xED, 0xFE] + zeros),
    ("Windows", [0x4D, 0x5A, 0x90, 0x00] + zeros), ("an archive", Array("!<arch>\n".utf8) + zeros),
    ("a linker script", Array("/* GNU ld script */\nGROUP ( /lib/libc.so.6 )\n".utf8)), ("zeros", zeros),
    ("almost", [0x7F, 0x45, 0x4C, 0x47] + zeros),
  ]
  private static let zeros = [UInt8](repeating: 0, count: 100)

  @Test(arguments: noELF)
  func isNoELF(_ name: String, _ bytes: [UInt8]) {
    #expect(throws: ELFProblem.notELF) { try section(of: bytes) }
  }
}

extension DynamicSection {
  /// Of a file in memory.
  init(_ bytes: some RandomAccessCollection<UInt8>) throws(ELFProblem) {
    let bytes = Array(bytes)
    try self.init(reading: { offset, count in
      guard offset >= 0, offset <= bytes.count, count >= 0 else { return nil }
      return Array(bytes[offset..<(offset + min(count, bytes.count - offset))])
    })
  }
}
