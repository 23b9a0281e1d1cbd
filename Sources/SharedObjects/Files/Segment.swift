/// What a program header says: a part of the file, and where it belongs in memory.
struct Segment: Sendable {
  let type: UInt32
  let flags: UInt32
  let offset: Int
  let address: Int
  let fileSize: Int
  let memorySize: Int
  let alignment: Int

  /// Values of p_type (elf.h).
  static let load: UInt32 = 1
  static let dynamic: UInt32 = 2
  static let interpreter: UInt32 = 3
  static let note: UInt32 = 4
  static let threadLocal: UInt32 = 7
  static let gnuStack: UInt32 = 0x6474_E551

  /// PF_X of p_flags.
  static let executable: UInt32 = 1
}

/// Where the parts of a file belong in memory. What the loader maps is all in the file.
struct Segments: Sendable {
  let all: [Segment]
  private let loaded: [Segment]

  /// Real files have about a dozen.
  private static let most = 1024

  init(_ header: ObjectHeader) throws(ObjectProblem) {
    let view = header.view
    let layout = header.layout
    guard let start = view.integer(at: layout.header.programHeaders, size: layout.wordSize),
      let size = view.half(at: layout.header.programHeaderSize).map(Int.init),
      let count = view.half(at: layout.header.programHeaderCount).map(Int.init),
      count == 0 || size == layout.segment.size, count <= Self.most, start <= Int.max - size * count
    else { throw .malformed(.programHeaders) }
    try view.require(start + size * count)
    all = try (0..<count).map { index throws(ObjectProblem) in
      guard let segment = Segment(view, layout, at: start + index * size) else { throw .malformed(.programHeaders) }
      return segment
    }
    loaded = all.filter { $0.type == Segment.load }
    try view.require(loaded.map { $0.offset + $0.fileSize }.max() ?? 0)
  }

  func first(_ type: UInt32) -> Segment? { all.first { $0.type == type } }

  /// From the place of the loader's address in the file to the end of what is mapped there; `nil` where it is in no
  /// part of the file.
  func place(of address: Int) -> Range<Int>? {
    for segment in loaded {
      let distance = address &- segment.address
      if distance >= 0, distance < segment.fileSize {
        return (segment.offset + distance)..<(segment.offset + segment.fileSize)
      }
    }
    return nil
  }
}

extension Segment {
  /// `nil` beyond the file, and for numbers of which no file can be.
  fileprivate init?(_ view: FileView, _ layout: ELFLayout, at start: Int) {
    let (word, fields) = (layout.wordSize, layout.segment)
    guard let type = view.word(at: start), let flags = view.word(at: start + fields.flags),
      let offset = view.integer(at: start + fields.offset, size: word),
      let address = view.integer(at: start + fields.address, size: word),
      let fileSize = view.integer(at: start + fields.fileSize, size: word),
      let memorySize = view.integer(at: start + fields.memorySize, size: word),
      let alignment = view.integer(at: start + fields.alignment, size: word),
      !offset.addingReportingOverflow(fileSize).overflow
    else { return nil }
    self.init(
      type: type, flags: flags, offset: offset, address: address, fileSize: fileSize, memorySize: memorySize,
      alignment: alignment)
  }
}
