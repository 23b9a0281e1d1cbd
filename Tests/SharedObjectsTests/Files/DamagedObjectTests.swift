import SharedObjects
import TestSupport
import Testing

/// Files that nobody made well: they are refused, or read to an end.
@Suite struct DamagedObjectTests {
  private static func seed(_ kind: TinyELF.Kind = .usual, _ hashes: [TinyELF.HashTable] = [.gnu]) -> TinyELF {
    .seed(is64: kind.is64, isBigEndian: kind.isBigEndian, hashes: hashes)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let part: TinyELF.Part
    /// From the start of the part.
    let offset: Int
    let bytes: [UInt8]
    /// `nil` for a file that is opened all the same.
    let problem: ObjectProblem?
    var hashes: [TinyELF.HashTable] = [.gnu, .systemV]
  }

  private static let ones = [UInt8](repeating: 0xFF, count: 4)
  private static let zeros = [UInt8](repeating: 0, count: 4)

  static let damages: [Damage] = [
    Damage(
      testDescription: "more buckets than bytes", part: .gnuHash, offset: 0, bytes: ones,
      problem: .malformed(.hashTable)),
    Damage(testDescription: "no buckets", part: .gnuHash, offset: 0, bytes: zeros, problem: nil),
    Damage(testDescription: "a first symbol beyond all", part: .gnuHash, offset: 4, bytes: ones, problem: nil),
    Damage(
      testDescription: "no filter", part: .gnuHash, offset: 8, bytes: zeros, problem: .malformed(.hashTable)),
    Damage(
      testDescription: "three words of filter", part: .gnuHash, offset: 8, bytes: [3, 0, 0, 0],
      problem: .malformed(.hashTable)),
    Damage(
      testDescription: "more words of filter than bytes", part: .gnuHash, offset: 8, bytes: [0, 0, 0, 0x80],
      problem: .malformed(.hashTable)),
    Damage(testDescription: "an absurd shift", part: .gnuHash, offset: 12, bytes: ones, problem: nil),
    Damage(testDescription: "a bucket beyond all", part: .gnuHash, offset: 24, bytes: ones, problem: nil),
    Damage(
      testDescription: "more old buckets than bytes", part: .systemVHash, offset: 0, bytes: ones,
      problem: .malformed(.hashTable)),
    Damage(
      testDescription: "more symbols than bytes", part: .systemVHash, offset: 4, bytes: ones,
      problem: .malformed(.hashTable)),
    Damage(testDescription: "names beyond the strings", part: .symbols, offset: 24, bytes: ones, problem: nil),
    Damage(
      testDescription: "a needed file beyond the strings", part: .needed, offset: 4, bytes: ones,
      problem: .malformed(.strings)),
    Damage(
      testDescription: "needed versions far behind", part: .needed, offset: 8, bytes: ones,
      problem: .malformed(.versions)),
    Damage(
      testDescription: "the next file far behind", part: .needed, offset: 12, bytes: ones,
      problem: .malformed(.versions)),
    Damage(
      testDescription: "a defined version's name far behind", part: .defined, offset: 12, bytes: ones,
      problem: .malformed(.versions)),
    Damage(
      testDescription: "the next version far behind", part: .defined, offset: 16, bytes: ones,
      problem: .malformed(.versions)),
  ]

  @Test(arguments: damages)
  func damaged(_ row: Damage) throws {
    let file = Self.seed(.usual, row.hashes)
    var bytes = file.bytes
    let start = try #require(file.offset(of: row.part)) + row.offset
    bytes.replaceSubrange(start..<(start + row.bytes.count), with: row.bytes)
    if let problem = row.problem {
      #expect(throws: problem) { try ObjectFile(bytes: bytes) }
    } else {
      try ObjectFile(bytes: bytes).readAll()
    }
  }

  /// Every symbol is behind itself.
  @Test func cyclicChains() throws {
    let file = Self.seed(.usual, [.systemV])
    var bytes = file.bytes
    let start = try #require(file.offset(of: .systemVHash))
    for index in 0..<file.symbols.count {
      bytes.replaceSubrange((start + 20 + index * 4)..<(start + 24 + index * 4), with: [UInt8(index), 0, 0, 0])
    }
    try ObjectFile(bytes: bytes).readAll()
  }

  /// No chain has an end, up to the end of the file.
  @Test func chainsWithoutEnd() throws {
    let file = Self.seed()
    var bytes = file.bytes
    let start = try #require(file.offset(of: .gnuHash)) + 24 + 12
    for place in stride(from: start, to: bytes.count, by: 4) { bytes[place] &= 0xFE }
    try? ObjectFile(bytes: bytes).readAll()
  }

  @Test(arguments: TinyELF.Kind.all)
  func cutAnywhere(_ kind: TinyELF.Kind) throws {
    let bytes = Self.seed(kind).bytes
    for length in bytes.indices {
      do throws(ObjectProblem) {
        _ = try ObjectFile(bytes: bytes.prefix(length))
        Issue.record("\(length) bytes are read")
      } catch {
        switch error {
        case .truncated(let truncation): #expect(truncation.size == length && truncation.expectedSize > length)
        case .empty: #expect(length == 0)
        case .notELF: #expect(length < 4)
        default: Issue.record("\(length) bytes: \(error)")
        }
      }
    }
  }

  @Test(arguments: TinyELF.Kind.all, [[TinyELF.HashTable.gnu], [.systemV]])
  func mutations(_ kind: TinyELF.Kind, _ hashes: [TinyELF.HashTable]) throws {
    var generator = SeededGenerator(seed: 4)
    let bytes = Self.seed(kind, hashes).bytes
    try ObjectFile(bytes: bytes).readAll()
    for _ in 0..<2_000 {
      try? ObjectFile(bytes: generator.damage(bytes)).readAll()
      try? ObjectFile(bytes: generator.mutate(bytes)).readAll()
    }
  }
}

extension ObjectFile {
  /// Everything that can be asked for.
  func readAll() throws {
    _ = (interpreter, stack, threadLocalStorage, notes, truncation, versionsNeeded, versionsDefined, symbolCount)
    for reference in references { _ = definition(of: reference.name, version: reference.version) }
    for symbol in definitions { _ = definition(of: SymbolName(symbol.name), version: symbol.version) }
    _ = try? relocatedSymbols()
  }
}
