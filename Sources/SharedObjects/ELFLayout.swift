/// Where the fields lie that realimport reads: one row for each class of file (elf(5)).
struct ELFLayout {
  let wordSize: Int
  let headerSize: Int
  let programHeadersOffset: Int
  let programHeaderSize: Int
  let programHeaderCount: Int
  let segment: Segment
  let symbol: Symbol

  /// Fields of one program header; the type is at 0 in both classes.
  struct Segment {
    let offset: Int
    let address: Int
    let fileSize: Int
  }

  /// Fields of one dynamic symbol; the name's offset is at 0 in both classes.
  struct Symbol {
    let size: Int
    let section: Int
    let value: Int
  }

  static let bits32 = ELFLayout(
    wordSize: 4, headerSize: 52, programHeadersOffset: 28, programHeaderSize: 42, programHeaderCount: 44,
    segment: Segment(offset: 4, address: 8, fileSize: 16), symbol: Symbol(size: 16, section: 14, value: 4))
  static let bits64 = ELFLayout(
    wordSize: 8, headerSize: 64, programHeadersOffset: 32, programHeaderSize: 54, programHeaderCount: 56,
    segment: Segment(offset: 8, address: 16, fileSize: 32), symbol: Symbol(size: 24, section: 6, value: 8))
}

extension ELFLayout {
  /// By the fifth byte of the file, EI_CLASS.
  init?(class byte: UInt8) {
    switch byte {
    case 1: self = .bits32
    case 2: self = .bits64
    default: return nil
    }
  }
}
