/// What linkers and debuggers know of a part of the file; the loader does not look at it.
struct SectionHeader {
  let type: UInt32
  let offset: Int
  let size: Int

  /// Values of sh_type (elf.h).
  static let noBits: UInt32 = 8
  static let dynamicSymbols: UInt32 = 11
}

/// The table of section headers.
struct SectionHeaders: Sequence, IteratorProtocol {
  private let header: ObjectHeader
  private let start: Int
  private let count: Int
  private var index = 0

  /// Where the table ends in the file, if it is all there.
  let end: Int

  /// `nil` for a file without such a table.
  init?(_ header: ObjectHeader) {
    let fields = header.layout.header
    guard let start = header.view.integer(at: fields.sectionHeaders, size: header.layout.wordSize), start > 0,
      let size = header.view.half(at: fields.sectionHeaderSize), size == header.layout.section.size,
      let count = header.view.half(at: fields.sectionHeaderCount), start <= Int.max - Int(size) * Int(count)
    else { return nil }
    self.header = header
    self.start = start
    self.count = Int(count)
    end = start + Int(size) * Int(count)
  }

  /// Those that are in the file.
  mutating func next() -> SectionHeader? {
    guard index < count else { return nil }
    let (view, fields) = (header.view, header.layout.section)
    let offset = start + index * fields.size
    index += 1
    guard let type = view.word(at: offset + ELFLayout.Section.type),
      let place = view.integer(at: offset + fields.offset, size: header.layout.wordSize),
      let size = view.integer(at: offset + fields.length, size: header.layout.wordSize)
    else { return nil }
    return SectionHeader(type: type, offset: place, size: size)
  }
}
