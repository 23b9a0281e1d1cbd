/// Where the fields lie that realimport reads: one row for each class of file (elf(5)).
struct ELFLayout: Sendable {
  let wordSize: Int
  let header: Header
  let segment: Segment
  let section: Section
  let symbol: Symbol

  /// Fields of the file's header; those before the entry point are at the same place in both classes.
  struct Header {
    let size: Int
    let programHeaders: Int
    let sectionHeaders: Int
    let flags: Int
    let programHeaderSize: Int
    let programHeaderCount: Int
    let sectionHeaderSize: Int
    let sectionHeaderCount: Int

    static let type = 16
    static let machine = 18
  }

  /// Fields of one program header; the type is at 0 in both classes.
  struct Segment {
    let size: Int
    let flags: Int
    let offset: Int
    let address: Int
    let fileSize: Int
    let memorySize: Int
    let alignment: Int
  }

  /// Fields of one section header; the type is at 4 in both classes.
  struct Section {
    let size: Int
    let offset: Int
    let length: Int

    static let type = 4
  }

  /// Fields of one dynamic symbol; the name's offset is at 0 in both classes.
  struct Symbol {
    let size: Int
    let info: Int
    let visibility: Int
    let section: Int
    let value: Int
    let length: Int
  }

  static let bits32 = ELFLayout(
    wordSize: 4,
    header: Header(
      size: 52, programHeaders: 28, sectionHeaders: 32, flags: 36, programHeaderSize: 42, programHeaderCount: 44,
      sectionHeaderSize: 46, sectionHeaderCount: 48),
    segment: Segment(size: 32, flags: 24, offset: 4, address: 8, fileSize: 16, memorySize: 20, alignment: 28),
    section: Section(size: 40, offset: 16, length: 20),
    symbol: Symbol(size: 16, info: 12, visibility: 13, section: 14, value: 4, length: 8))

  static let bits64 = ELFLayout(
    wordSize: 8,
    header: Header(
      size: 64, programHeaders: 32, sectionHeaders: 40, flags: 48, programHeaderSize: 54, programHeaderCount: 56,
      sectionHeaderSize: 58, sectionHeaderCount: 60),
    segment: Segment(size: 56, flags: 4, offset: 8, address: 16, fileSize: 32, memorySize: 40, alignment: 48),
    section: Section(size: 64, offset: 24, length: 32),
    symbol: Symbol(size: 24, info: 4, visibility: 5, section: 6, value: 8, length: 16))
}

extension ELFLayout {
  init(_ width: ObjectFile.Width) {
    switch width {
    case .bits32: self = .bits32
    case .bits64: self = .bits64
    }
  }
}
