/// A symbol that an object wants of others.
package struct SymbolReference: Sendable {
  /// Its place among the dynamic symbols.
  package let index: Int
  package let name: SymbolName
  package let type: SymbolType
  /// The loader does without it.
  package let isWeak: Bool
  /// `nil` for any.
  package let version: SymbolVersion?
}

extension ObjectFile {
  /// All that this object does not define itself and that others could, in the order of the file.
  package var references: some Sequence<SymbolReference> {
    (1..<max(1, symbolCount)).lazy.compactMap { self.reference(at: $0) }
  }

  /// All that this object defines for others, in the order of the file; names repeat where they have several versions.
  package var definitions: some Sequence<SymbolDefinition> {
    (1..<max(1, symbolCount)).lazy.compactMap { index in
      self.symbols?.symbol(index)?.section == SymbolEntry.undefined ? nil : self.symbols?.definition(index)
    }
  }

  /// Those whose names have these bytes at one of these places, counted from 0, and perhaps some more: only of these more
  /// than the beginning of the name is read.
  func definitions(named bytes: [UInt8], at places: ClosedRange<Int>) -> some Sequence<SymbolDefinition> {
    (1..<max(1, symbolCount)).lazy.compactMap { index -> SymbolDefinition? in
      guard let symbols = self.symbols, let symbol = symbols.symbol(index), symbol.section != SymbolEntry.undefined,
        symbols.strings.holds(bytes, at: places, of: symbol.name)
      else { return nil }
      return symbols.definition(index)
    }
  }

  private func reference(at index: Int) -> SymbolReference? {
    guard let symbols, let symbol = symbols.symbol(index), symbol.section == SymbolEntry.undefined, symbol.isVisible,
      let name = SymbolName(in: symbols.strings, at: symbol.name)
    else { return nil }
    return SymbolReference(
      index: index, name: name, type: symbol.type, isWeak: symbol.binding == SymbolBinding.weak.rawValue,
      version: versions[symbols.versionNumber(index)])
  }
}
