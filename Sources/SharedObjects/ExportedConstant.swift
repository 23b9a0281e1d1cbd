/// A constant of C's type `unsigned long` that a shared object exports, such as CPython's `Py_Version`.
package struct ExportedConstant: Sendable, Equatable {
  package let value: UInt64

  /// Finds the symbol by the hash table of the dynamic section and reads what lies at its address; only these parts of
  /// the file are read.
  ///
  /// The table is DT_GNU_HASH, which every linker of today writes: "ELF-hash, DT_GNU_HASH" of the GNU binutils.
  /// - Parameters:
  ///   - name: As C has it.
  ///   - read: Gives up to so many bytes from this offset of the file, fewer at its end.
  /// - Throws: ``ELFProblem``; `nil` where no such symbol is exported.
  package init?(named name: String, reading read: (_ offset: Int, _ count: Int) -> [UInt8]?) throws(ELFProblem) {
    let file = try ELFHeader(read)
    let segments = try file.segments(read)
    guard let dynamic = segments.first(where: { $0.type == Segment.dynamic }) else { return nil }
    let entries = try file.entries(of: dynamic, read)
    let places = SymbolTables.tags.compactMap { tag in
      entries.first { $0.tag == tag }.flatMap { segments.fileOffset(of: $0.value) }
    }
    guard places.count == SymbolTables.tags.count else { return nil }
    guard places.allSatisfy({ $0 < SymbolTables.largestFile }) else { throw .malformed }
    let tables = SymbolTables(
      file: file, symbols: places[0], strings: places[1], hash: places[2])
    guard let address = try tables.address(of: Array(name.utf8), read) else { return nil }
    guard let offset = segments.fileOffset(of: address) else { throw .malformed }
    let size = file.layout.wordSize
    guard let bytes = read(offset, size), bytes.count == size else { throw .truncated }
    let ordered = file.reader.isBigEndian ? bytes : bytes.reversed()
    value = ordered.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The tables of a file by which the loader finds a symbol.
private struct SymbolTables {
  let file: ELFHeader
  let symbols: Int
  let strings: Int
  let hash: Int

  typealias Reading = (_ offset: Int, _ count: Int) -> [UInt8]?

  /// DT_SYMTAB, DT_STRTAB and DT_GNU_HASH (elf.h).
  static let tags: [Int] = [6, 5, 0x6FFF_FEF5]
  /// In bytes; far beyond any file, and small enough for sums of places to fit an `Int`.
  static let largestFile = 1 << 48
  /// Chains have a handful of symbols; a longer one is no linker's work.
  private static let longestChain = 4096

  /// The symbol's value; `nil` where it is not there, or is not defined in this file.
  func address(of name: [UInt8], _ read: Reading) throws(ELFProblem) -> Int? {
    let wanted = Self.hash(name)
    guard let buckets = try number(0, read), buckets > 0, let first = try number(1, read),
      let blooms = try number(2, read)
    else {
      throw .malformed
    }
    // Four numbers, the words of the Bloom filter, the buckets, the chains.
    let bucketStart = hash + 16 + blooms * file.layout.wordSize
    guard var index = try integer(at: bucketStart + wanted % buckets * 4, size: 4, read), index >= first else {
      return nil
    }
    let chainStart = bucketStart + buckets * 4
    for _ in 0..<Self.longestChain {
      guard let entry = try integer(at: chainStart + (index - first) * 4, size: 4, read) else { throw .truncated }
      if entry | 1 == wanted | 1, let address = try address(ofSymbol: index, named: name, read) { return address }
      if entry & 1 == 1 { return nil }
      index += 1
    }
    throw .malformed
  }

  /// The start of a GNU hash table: buckets, first symbol, words of the filter, shift.
  private func number(_ position: Int, _ read: Reading) throws(ELFProblem) -> Int? {
    try integer(at: hash + position * 4, size: 4, read)
  }

  private func address(
    ofSymbol index: Int, named name: [UInt8], _ read: Reading
  ) throws(ELFProblem) -> Int? {
    let layout = file.layout.symbol
    let start = symbols + index * layout.size
    guard let nameOffset = try integer(at: start, size: 4, read),
      let section = try integer(at: start + layout.section, size: 2, read),
      let value = try integer(at: start + layout.value, size: file.layout.wordSize, read)
    else { throw .truncated }
    guard section != 0, read(strings + nameOffset, name.count + 1) == name + [0] else { return nil }
    return value
  }

  /// Offsets are products of numbers with 32 bits and sizes of entries, added to a place in a file: no overflow.
  private func integer(at offset: Int, size: Int, _ read: Reading) throws(ELFProblem) -> Int? {
    guard let bytes = read(offset, size), bytes.count == size else { throw .truncated }
    return ByteReader(bytes: bytes, isBigEndian: file.reader.isBigEndian).integer(at: 0, size: size)
  }

  private static func hash(_ name: [UInt8]) -> Int {
    Int(name.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) })
  }
}
