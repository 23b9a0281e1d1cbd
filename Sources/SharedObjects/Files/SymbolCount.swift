extension ObjectFile {
  /// How many dynamic symbols there are, with the first one, which is none. The loader needs no such number and no
  /// field of the dynamic section holds it.
  package var symbolCount: Int {
    guard let symbols else { return 0 }
    let most = symbols.range.count / header.layout.symbol.size
    return min(most, symbols.hashedCount ?? sectionCount(symbols) ?? symbols.countBeforeStrings ?? 0)
  }

  /// By the header of the section that lies where the symbols do, which may be stripped.
  private func sectionCount(_ symbols: SymbolTable) -> Int? {
    let section = SectionHeaders(header)?.first { $0.type == SectionHeader.dynamicSymbols }
    guard let section, section.offset == symbols.range.lowerBound else { return nil }
    return section.size / header.layout.symbol.size
  }
}

extension SymbolTable {
  /// By the hash tables. That of GNU has no undefined symbols: where it has none at all it tells nothing.
  fileprivate var hashedCount: Int? {
    let counts = [hash?.gnu?.end(), hash?.systemV?.symbolCount].compactMap { $0 }
    return counts.max()
  }

  /// All linkers put the names right behind the symbols and their versions.
  fileprivate var countBeforeStrings: Int? {
    let space = (versionIndices?.lowerBound).map { min($0, strings.range.lowerBound) } ?? strings.range.lowerBound
    guard space > range.lowerBound else { return nil }
    return (space - range.lowerBound) / layout.symbol.size
  }
}
