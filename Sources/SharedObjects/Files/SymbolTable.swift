/// The dynamic symbols of a file, and what the loader finds them by.
///
/// It is a class since look-ups are many: what they need is not copied for each.
final class SymbolTable: Sendable {
  let view: FileView
  let layout: ELFLayout
  let strings: StringTable
  /// From the first symbol to the end of what is mapped there: how many there are is written nowhere.
  let range: Range<Int>
  /// A number of 16 bits for each symbol; `nil` for a file without versions.
  let versionIndices: Range<Int>?
  let versions: SymbolVersions
  let hash: SymbolHash?

  init?(
    _ entries: DynamicEntries, _ segments: Segments, _ header: ObjectHeader, _ strings: StringTable?,
    _ versions: SymbolVersions
  ) throws(ObjectProblem) {
    guard let strings, let range = try entries.place(DynamicTag.symbolTable, in: segments, .symbols) else {
      return nil
    }
    (view, layout) = (header.view, header.layout)
    self.strings = strings
    self.versions = versions
    self.range = range
    versionIndices = try entries.place(DynamicTag.versionIndices, in: segments, .versions)
    hash = try SymbolHash(entries, segments, header)
  }

  /// The first is none: STN_UNDEF.
  func symbol(_ index: Int) -> SymbolEntry? {
    let size = layout.symbol.size
    guard index > 0, index < range.count / size else { return nil }
    return SymbolEntry(view: view, layout: layout, offset: range.lowerBound + index * size)
  }

  /// The number of its version, with the bit for hidden ones; 0 in a file without versions.
  func versionNumber(_ index: Int) -> UInt16 {
    guard let versionIndices, index < versionIndices.count / 2 else { return 0 }
    return view.half(at: versionIndices.lowerBound + index * 2) ?? 0
  }
}
