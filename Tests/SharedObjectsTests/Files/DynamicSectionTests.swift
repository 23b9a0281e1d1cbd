import SharedObjects
import SystemCalls
import TestSupport
import Testing

@Suite struct DynamicSectionTests {
  private func section(of bytes: [UInt8]) throws(ObjectProblem) -> DynamicSection {
    try DynamicSection(bytes)
  }

  private static func file(_ kind: TinyELF.Kind = .usual) -> TinyELF {
    var file = TinyELF(kind)
    file.names = [
      (TinyELF.needed, Array("libc.so.6".utf8)), (TinyELF.soname, Array("libx.so.1".utf8)),
      (TinyELF.needed, [0x6C, 0xFF]), (TinyELF.rpath, Array("/a:$ORIGIN/../lib".utf8)),
      (TinyELF.runpath, Array("/b".utf8)), (TinyELF.needed, []), (0x7FFF_FFFD, Array("libaux.so".utf8)),
      (0x7FFF_FFFF, Array("libfilter.so".utf8)),
    ]
    file.numbers = [(24, 0), (0x6FFF_FFFB, 0x801), (30, 0x14)]
    return file
  }

  @Test(arguments: TinyELF.Kind.all)
  func everyKindOfFile(_ kind: TinyELF.Kind) throws {
    let section = try section(of: Self.file(kind).bytes)
    #expect(section.needed == [Array("libc.so.6".utf8), [0x6C, 0xFF], []])
    #expect(section.soname == Array("libx.so.1".utf8))
    #expect(section.rpath == Array("/a:$ORIGIN/../lib".utf8))
    #expect(section.runpath == Array("/b".utf8))
    #expect(section.requests.suffix(2).map(\.kind) == [.auxiliary, .filtered])
    #expect(section.requests.suffix(2).map(\.name) == [Array("libaux.so".utf8), Array("libfilter.so".utf8)])
    #expect(section.flags == [.bindNow, .noDefaultFolders, .textRelocations, .staticThreadLocal])
  }

  /// Nothing is made of half a file: it is refused, or all that counts was there.
  @Test(arguments: TinyELF.Kind.all)
  func truncatedAnywhere(_ kind: TinyELF.Kind) throws {
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
    let problem: ObjectProblem?

    init(_ testDescription: String, _ problem: ObjectProblem?, _ change: (inout TinyELF) -> Void) {
      var file = DynamicSectionTests.file()
      change(&file)
      self.testDescription = testDescription
      bytes = file.bytes
      self.problem = problem
    }

    init(_ testDescription: String, _ problem: ObjectProblem?, byte: UInt8, at places: Range<Int>) {
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
    Odd("more program headers than any file has", .malformed(.programHeaders), byte: 0xFF, at: 56..<58),
    Odd("program headers of no size", .malformed(.programHeaders), byte: 0, at: 54..<56),
    Odd("program headers of a wrong size", .malformed(.programHeaders), byte: 1, at: 54..<55),
    Odd("program headers beyond the end", truncated(0x7F7F_7F7F + 112), byte: 0x7F, at: 32..<36),
    Odd("program headers at a negative place", .malformed(.programHeaders), byte: 0xFF, at: 32..<40),
    Odd("a class that does not exist", .malformed(.identification), byte: 3, at: 4..<5),
    Odd("a byte order that does not exist", .malformed(.identification), byte: 0, at: 5..<6),
    Odd("a section beyond what is loaded", .malformed(.dynamicSection)) { $0.dynamicSize = 1 << 19 },
    Odd("a section longer than any address", .malformed(.programHeaders)) { $0.dynamicSize = .max },
    Odd("a section whose end overflows", .malformed(.programHeaders)) { $0.dynamicSize = UInt64(Int.max) },
    Odd("strings outside of what is loaded", .malformed(.strings)) { file in
      file.hasStringTable = false
      file.numbers = [(5, 0x10)]
    },
    Odd("strings at an address that is none", nil) {
      $0.numbers = [(5, .max)]
      $0.names = []
      $0.hasStringTable = false
    },
    Odd("a name beyond the strings", .malformed(.strings)) { $0.numbers = [(1, 0x10_0000)] },
    Odd("a name at the highest number", .malformed(.strings)) { $0.numbers = [(1, UInt64(Int.max))] },
    Odd("a library of a longer name than any file has", .malformed(.strings)) {
      $0.names = [(TinyELF.needed, [UInt8](repeating: 0x78, count: 4097))]
    },
    Odd("more entries than any file has", .malformed(.dynamicSection)) {
      $0.numbers = (0..<20_000).map { _ in (24, 0) }
    },
    Odd("strings that end in a name", .malformed(.strings)) { $0.numbers = [(10, 5)] },
  ]

  private static func truncated(_ expected: Int) -> ObjectProblem {
    .truncated(Truncation(size: file().bytes.count, expectedSize: expected))
  }

  @Test(arguments: odd)
  func oddFile(_ row: Odd) throws {
    guard let problem = row.problem else {
      let section = try section(of: row.bytes)
      #expect(section.needed.isEmpty && section.soname == nil && section.rpath == nil && section.runpath == nil)
      return
    }
    #expect(throws: problem) { try section(of: row.bytes) }
  }

  @Test func lastByteIsMissing() {
    let bytes = Self.file().bytes
    #expect(throws: ObjectProblem.truncated(Truncation(size: bytes.count - 1, expectedSize: bytes.count))) {
      try section(of: bytes.dropLast())
    }
  }

  @Test func manyNames() throws {
    var file = Self.file()
    file.names = (0..<10_000).map { (TinyELF.needed, Array("lib\($0).so".utf8)) }
    #expect(try section(of: file.bytes).needed.count == 10_000)
  }
}

extension DynamicSection {
  /// Of a file in memory.
  init(_ bytes: some Sequence<UInt8>) throws(ObjectProblem) {
    self = try ObjectFile(bytes: bytes).dynamic
  }
}
