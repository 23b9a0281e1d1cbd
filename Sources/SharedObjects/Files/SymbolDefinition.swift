/// A symbol that an object defines for others.
package struct SymbolDefinition: Sendable {
  /// Its place among the dynamic symbols.
  package let index: Int
  package let name: FileText
  package let type: SymbolType
  package let binding: SymbolBinding
  /// The address at which the object has it, before it is loaded somewhere; an offset for ``SymbolType/threadLocal``.
  package let address: UInt64
  /// In bytes; 0 for an unknown size.
  package let size: UInt64
  /// `nil` for a symbol without one.
  package let version: SymbolVersion?
  /// `@` and not `@@`: only references that name the version find it.
  package let isHiddenVersion: Bool
}

extension SymbolTable {
  /// `nil` for what other objects do not see.
  func definition(_ index: Int) -> SymbolDefinition? {
    guard let symbol = symbol(index), symbol.isVisible, let binding = SymbolBinding(rawValue: symbol.binding),
      let name = strings.text(at: symbol.name)
    else { return nil }
    let number = versionNumber(index)
    return SymbolDefinition(
      index: index, name: name, type: symbol.type, binding: binding, address: symbol.value, size: symbol.size,
      version: versions[number], isHiddenVersion: number > SymbolVersions.highestNumber)
  }
}
