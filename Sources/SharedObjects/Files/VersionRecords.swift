/// Records of a fixed size that tell where the next one is; their offsets are from the start of the table.
struct VersionRecords {
  let view: FileView
  let strings: StringTable
  let range: Range<Int>

  /// VER_FLG_BASE and VER_FLG_WEAK (elf.h).
  static let base: UInt16 = 1
  static let weak: UInt16 = 2
  /// A file has fewer than numbers for them; a table with more is none.
  static let most = 1 << 16

  private var visited = 0

  init(view: FileView, strings: StringTable, range: Range<Int>) {
    self.view = view
    self.strings = strings
    self.range = range
  }

  /// The places of a record and of those behind it; `next` is where each holds the distance to the next, or 0.
  mutating func offsets(from first: Int, next: Int) throws(ObjectProblem) -> [Int] {
    var offsets = [first]
    var offset = first
    while case let distance = Int(try word(at: offset + next)), distance > 0 {
      visited += 1
      guard visited <= Self.most else { throw .malformed(.versions) }
      offset += distance
      offsets.append(offset)
    }
    return offsets
  }

  func half(at offset: Int) throws(ObjectProblem) -> UInt16 {
    guard offset + 2 <= range.count, let number = view.half(at: range.lowerBound + offset) else {
      throw .malformed(.versions)
    }
    return number
  }

  func word(at offset: Int) throws(ObjectProblem) -> UInt32 {
    guard offset + 4 <= range.count, let number = view.word(at: range.lowerBound + offset) else {
      throw .malformed(.versions)
    }
    return number
  }

  func name(at offset: Int) throws(ObjectProblem) -> FileText {
    guard let name = strings.text(at: Int(try word(at: offset))) else { throw .malformed(.strings) }
    return name
  }
}
