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

/// One symbol as it lies in the file.
struct SymbolEntry {
  let view: FileView
  let layout: ELFLayout
  let offset: Int

  var name: Int { Int(view.word(at: offset) ?? 0) }
  var section: UInt16 { view.half(at: offset + layout.symbol.section) ?? Self.undefined }
  var value: UInt64 { view.unsigned(at: offset + layout.symbol.value, size: layout.wordSize) ?? 0 }
  var size: UInt64 { view.unsigned(at: offset + layout.symbol.length, size: layout.wordSize) ?? 0 }
  var type: SymbolType { SymbolType(rawValue: (view.byte(at: offset + layout.symbol.info) ?? 0) & 0xF) }
  var binding: UInt8 { (view.byte(at: offset + layout.symbol.info) ?? 0) >> 4 }
  private var visibility: UInt8 { (view.byte(at: offset + layout.symbol.visibility) ?? 0) & 3 }

  /// Special values of st_shndx (elf.h).
  static let undefined: UInt16 = 0
  static let absolute: UInt16 = 0xFFF1

  /// Whether other objects see it: not STB_LOCAL, nor STV_INTERNAL or STV_HIDDEN.
  var isVisible: Bool {
    SymbolBinding(rawValue: binding) != nil && visibility != 1 && visibility != 2
  }
}

/// ST_BIND of what other objects see.
package enum SymbolBinding: UInt8, Sendable {
  case global = 1
  case weak = 2
  /// One definition serves the whole process, whichever namespace or scope it is found in (STB_GNU_UNIQUE).
  case unique = 10
}

/// ST_TYPE (elf.h).
package struct SymbolType: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let untyped = Self(rawValue: 0)
  package static let object = Self(rawValue: 1)
  package static let function = Self(rawValue: 2)
  package static let common = Self(rawValue: 5)
  package static let threadLocal = Self(rawValue: 6)
  /// A function that chooses another when it is bound.
  package static let indirectFunction = Self(rawValue: 10)

  /// Those by which code or data can be defined (glibc: elf/dl-lookup.c, ALLOWED_STT).
  var defines: Bool { Self.defining.contains(self) }

  private static let defining: [SymbolType] = [.untyped, .object, .function, .common, .threadLocal, .indirectFunction]
}
