/// A set of dynamic symbols by their places.
package struct SymbolSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  package func contains(_ index: Int) -> Bool {
    words.indices.contains(index >> 6) && words[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  mutating func insert(_ index: Int) {
    if words.indices.contains(index >> 6) { words[index >> 6] |= 1 << UInt64(index & 63) }
  }
}

extension ObjectFile {
  /// The symbols that relocations name. The loader looks up no others, whatever the table of symbols holds.
  ///
  /// - Throws: ``ObjectProblem/malformed(_:)`` where the tables are not in the file.
  package func relocatedSymbols() throws(ObjectProblem) -> SymbolSet {
    var set = SymbolSet(count: symbolCount)
    for table in RelocationTable.all {
      guard let size = entries[table.size], size > 0,
        let place = try entries.place(table.place, in: segments, .relocations)
      else { continue }
      guard size <= place.count else { throw .malformed(.relocations) }
      let entry = (hasAddends(table) ? 3 : 2) * header.layout.wordSize
      for offset in stride(from: place.lowerBound, through: place.lowerBound + size - entry, by: entry) {
        set.insert(symbol(ofRelocationAt: offset))
      }
    }
    return set
  }

  /// Relocations with addends are a word longer (Elf64_Rela); those of calls say by DT_PLTREL which they are.
  private func hasAddends(_ table: RelocationTable) -> Bool {
    table.hasAddends ?? (entries[RelocationTable.callsKind] == RelocationTable.addends)
  }

  /// ELF64_R_SYM and ELF32_R_SYM; MIPS with 64 bits has another layout and is not read right.
  private func symbol(ofRelocationAt offset: Int) -> Int {
    switch header.kind.width {
    case .bits32: Int((header.view.word(at: offset + 4) ?? 0) >> 8)
    case .bits64: Int((header.view.longWord(at: offset + 8) ?? 0) >> 32)
    }
  }
}

/// Tags of a table (elf.h).
private struct RelocationTable {
  let place: Int
  let size: Int
  /// `nil` where another entry tells.
  let hasAddends: Bool?

  /// DT_RELA, DT_REL and DT_JMPREL with their sizes.
  static let all: [RelocationTable] = [
    RelocationTable(place: addends, size: 8, hasAddends: true),
    RelocationTable(place: 17, size: 18, hasAddends: false),
    RelocationTable(place: 23, size: 2, hasAddends: nil),
  ]
  static let addends = 7
  static let callsKind = 20
}
