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

  /// Those whose names hold these bytes. The names are searched as they lie in the file: to look them up one by one, all
  /// over the file, is slow where there are many.
  func definitions(holding bytes: [UInt8]) -> [SymbolDefinition] {
    guard let symbols, case let spans = symbols.strings.spans(holding: bytes), !spans.isEmpty else { return [] }
    return (1..<max(1, symbolCount)).compactMap { index in
      guard let symbol = symbols.symbol(index), symbol.section != SymbolEntry.undefined,
        spans.contains(symbol.name)
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

extension [ClosedRange<Int>] {
  /// Of ranges in their order, none of which has a part of another.
  fileprivate func contains(_ place: Int) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].contains(place) { return true }
      if place < self[middle].lowerBound { high = middle } else { low = middle + 1 }
    }
    return false
  }
}
