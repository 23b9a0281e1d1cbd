/// What an ELF file tells the dynamic loader (ld.so(8)): names as bytes, since file names need not be UTF-8.
package struct DynamicSection: Sendable, Equatable {
  package var needed: [[UInt8]] = []
  package var soname: [UInt8]?
  /// Folders of DT_RPATH and DT_RUNPATH, separated by colons, `$ORIGIN` and all.
  package var rpath: [UInt8]?
  package var runpath: [UInt8]?
}

package enum ELFProblem: Error, Sendable, Equatable {
  /// The first bytes are no ELF header: a script, another system's binary, an empty file.
  case notELF
  /// The file ends before what its header announces.
  case truncated
  /// A value that no linker writes.
  case malformed
}

extension DynamicSection {
  /// Reads only the parts that are needed; libraries may have hundreds of megabytes.
  ///
  /// - Parameter read: Gives up to so many bytes from this offset of the file, fewer at its end.
  /// - Throws: ``ELFProblem``. A static program has no such section: the result is then empty.
  package init(reading read: (_ offset: Int, _ count: Int) -> [UInt8]?) throws(ELFProblem) {
    self.init()
    let file = try ELFHeader(read)
    let segments = try file.segments(read)
    guard let dynamic = segments.first(where: { $0.type == Segment.dynamic }) else { return }
    let entries = try file.entries(of: dynamic, read)
    guard let table = entries.first(where: { $0.tag == Tag.stringTable }).map(\.value) else { return }
    guard let offset = segments.fileOffset(of: table) else { throw .malformed }
    for entry in entries {
      guard let name = Tag.names.contains(entry.tag) ? try string(at: offset, entry.value, read) : nil else { continue }
      switch entry.tag {
      case Tag.needed: needed.append(name)
      case Tag.soname: soname = name
      case Tag.rpath: rpath = name
      default: runpath = name
      }
    }
  }

  /// In bytes: what most names fit in, and what a loader would look up at most.
  private static let usualName = 256
  private static let longestName = 1 << 16

  private func string(
    at table: Int, _ index: Int, _ read: (Int, Int) -> [UInt8]?
  ) throws(ELFProblem) -> [UInt8] {
    let (offset, overflows) = table.addingReportingOverflow(index)
    guard !overflows else { throw .truncated }
    for limit in [Self.usualName, Self.longestName] {
      guard let bytes = read(offset, limit) else { throw .truncated }
      if let text = ByteReader(bytes: bytes, isBigEndian: false).string(at: 0) { return text }
    }
    throw .malformed
  }
}

/// Values of `d_tag` (elf.h).
private enum Tag {
  static let end = 0
  static let needed = 1
  static let stringTable = 5
  static let soname = 14
  static let rpath = 15
  static let runpath = 29
  static let names: [Int] = [needed, soname, rpath, runpath]
}

struct Segment {
  static let load = 1
  static let dynamic = 2

  var type: Int
  var offset: Int
  var address: Int
  var fileSize: Int
}

extension [Segment] {
  /// Where the loader's address lies in the file.
  func fileOffset(of address: Int) -> Int? {
    for segment in self where segment.type == Segment.load {
      let distance = address - segment.address
      if distance >= 0, distance < segment.fileSize { return segment.offset + distance }
    }
    return nil
  }
}

/// The start of an ELF file, which says how to read the rest.
struct ELFHeader {
  let layout: ELFLayout
  let reader: ByteReader

  private static let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
  /// Real files have about a dozen program headers and some dozens of dynamic entries.
  private static let mostSegments = 1024
  private static let mostDynamicBytes = 1 << 20

  init(_ read: (Int, Int) -> [UInt8]?) throws(ELFProblem) {
    guard let bytes = read(0, 64), bytes.starts(with: Self.magic), bytes.count > 16 else { throw .notELF }
    guard let layout = ELFLayout(class: bytes[4]), (1...2).contains(bytes[5]) else { throw .malformed }
    guard bytes.count >= layout.headerSize else { throw .truncated }
    self.layout = layout
    reader = ByteReader(bytes: bytes, isBigEndian: bytes[5] == 2)
  }

  func segments(_ read: (Int, Int) -> [UInt8]?) throws(ELFProblem) -> [Segment] {
    guard let offset = reader.integer(at: layout.programHeadersOffset, size: layout.wordSize),
      let size = reader.integer(at: layout.programHeaderSize, size: 2),
      let count = reader.integer(at: layout.programHeaderCount, size: 2),
      count <= Self.mostSegments
    else { throw .malformed }
    guard let bytes = read(offset, size * count), bytes.count == size * count else { throw .truncated }
    let table = ByteReader(bytes: bytes, isBigEndian: reader.isBigEndian)
    return try (0..<count).map { index throws(ELFProblem) in try segment(in: table, at: index * size) }
  }

  private func segment(in table: ByteReader, at start: Int) throws(ELFProblem) -> Segment {
    let word = layout.wordSize
    guard let type = table.integer(at: start, size: 4),
      let offset = table.integer(at: start + layout.segment.offset, size: word),
      let address = table.integer(at: start + layout.segment.address, size: word),
      let fileSize = table.integer(at: start + layout.segment.fileSize, size: word),
      !offset.addingReportingOverflow(fileSize).overflow
    else { throw .malformed }
    return Segment(type: type, offset: offset, address: address, fileSize: fileSize)
  }

  func entries(
    of dynamic: Segment, _ read: (Int, Int) -> [UInt8]?
  ) throws(ELFProblem) -> [(tag: Int, value: Int)] {
    let size = min(dynamic.fileSize, Self.mostDynamicBytes)
    guard let bytes = read(dynamic.offset, size), bytes.count == size else { throw .truncated }
    let table = ByteReader(bytes: bytes, isBigEndian: reader.isBigEndian)
    var entries: [(tag: Int, value: Int)] = []
    var offset = 0
    while let tag = table.integer(at: offset, size: layout.wordSize), tag != Tag.end {
      // Values beyond an Int are addresses that no name is at.
      if let value = table.integer(at: offset + layout.wordSize, size: layout.wordSize) { entries.append((tag, value)) }
      offset += 2 * layout.wordSize
    }
    return entries
  }
}
