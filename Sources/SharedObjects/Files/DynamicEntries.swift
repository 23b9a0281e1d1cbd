/// The dynamic section as it lies in the file: tags and values, without the end (DT_NULL).
struct DynamicEntries: Sendable {
  private(set) var all: [(tag: Int, value: Int)] = []

  /// Real files have some dozens of entries; this is room for more than 16,000.
  private static let mostBytes = 1 << 18

  /// A static program has no such section: there are no entries then.
  init(_ header: ObjectHeader, _ segments: Segments) throws(ObjectProblem) {
    guard let dynamic = segments.first(Segment.dynamic), dynamic.fileSize > 0 else { return }
    // The loader reads it in memory, wherever the header says that it lies in the file.
    guard let place = segments.place(of: dynamic.address) else { throw .malformed(.dynamicSection) }
    guard dynamic.fileSize <= min(place.count, Self.mostBytes) else { throw .malformed(.dynamicSection) }
    let word = header.layout.wordSize
    let end = place.lowerBound + dynamic.fileSize
    for offset in stride(from: place.lowerBound, to: end, by: 2 * word) {
      guard let tag = header.view.integer(at: offset, size: word), tag != DynamicTag.end else { return }
      // Values beyond an Int are addresses that no name is at.
      if let value = header.view.integer(at: offset + word, size: word) { all.append((tag, value)) }
    }
  }

  /// The last value of a tag, as glibc keeps it (elf/get-dynamic-info.h).
  subscript(tag: Int) -> Int? { all.last { $0.tag == tag }?.value }

  /// From the place that an address with this tag has in the file to the end of what is mapped there; `nil` without
  /// the tag.
  func place(_ tag: Int, in segments: Segments, _ part: ObjectProblem.Part) throws(ObjectProblem) -> Range<Int>? {
    guard let address = self[tag] else { return nil }
    guard let place = segments.place(of: address) else { throw .malformed(part) }
    return place
  }
}

/// Values of d_tag (elf.h).
enum DynamicTag {
  static let end = 0
  static let needed = 1
  static let hash = 4
  static let stringTable = 5
  static let symbolTable = 6
  static let stringsSize = 10
  static let soname = 14
  static let rpath = 15
  static let runpath = 29
  static let flags = 30
  static let gnuHash = 0x6FFF_FEF5
  static let versionIndices = 0x6FFF_FFF0
  static let flags1 = 0x6FFF_FFFB
  static let versionsDefined = 0x6FFF_FFFC
  static let versionsNeeded = 0x6FFF_FFFE
  static let auxiliary = 0x7FFF_FFFD
  static let filter = 0x7FFF_FFFF
  /// Those that stand for the name of a file.
  static let files: [Int] = [needed, soname, auxiliary, filter]
}
