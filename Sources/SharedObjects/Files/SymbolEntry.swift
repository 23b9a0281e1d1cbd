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
