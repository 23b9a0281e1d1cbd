internal import SystemCalls

/// What a file says of its making and of its needs beside what every loader must know: PT_NOTE (elf(5)).
package struct Notes: Sendable, Equatable {
  /// A number that the linker made of the content (NT_GNU_BUILD_ID).
  package private(set) var buildID: [UInt8]?
  /// What it was built to run on (NT_GNU_ABI_TAG).
  package private(set) var system: System?
  /// Values by number (NT_GNU_PROPERTY_TYPE_0, elf.h).
  package private(set) var properties: [UInt32: [UInt8]] = [:]

  /// A kernel and its oldest release that serves ("ABI note tag" of LSB Core).
  package struct System: Sendable, Equatable {
    /// 0 for Linux.
    package let number: UInt32
    package let release: [UInt32]
  }

  /// Files have a handful of notes; kernels and their modules have some hundreds.
  private static let most = 4096

  init(_ header: ObjectHeader, _ segments: Segments) {
    for segment in segments.all where segment.type == Segment.note {
      let end = min(segment.offset + segment.fileSize, header.view.file.count)
      var reader = NoteReader(
        view: header.view, end: end, alignment: segment.alignment == 8 ? 8 : 4, offset: segment.offset)
      for _ in 0..<Self.most {
        guard let note = reader.next() else { break }
        if note.name == Array("GNU\0".utf8) { read(note, header) }
      }
    }
  }

  private mutating func read(_ note: NoteReader.Note, _ header: ObjectHeader) {
    switch note.type {
    case 1:
      let words = stride(from: note.range.lowerBound, to: note.range.upperBound, by: 4)
        .compactMap { header.view.word(at: $0) }
      if words.count == 4 { system = System(number: words[0], release: Array(words.dropFirst())) }
    case 3: buildID = header.view.file.bytes(at: note.range.lowerBound, count: note.range.count)
    case 5: readProperties(header, note.range)
    default: break
    }
  }

  /// Each has a number, a size, and so many bytes; the next begins at a multiple of a word.
  private mutating func readProperties(_ header: ObjectHeader, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound, let number = header.view.word(at: offset),
      let size = header.view.word(at: offset + 4).map(Int.init), size <= range.upperBound - offset - 8
    {
      properties[number] = header.view.file.bytes(at: offset + 8, count: size)
      offset += 8 + size.aligned(to: header.layout.wordSize)
    }
  }
}

extension Notes {
  /// Bits of what an x86 processor must have, one for each level from the first to x86-64-v4
  /// (GNU_PROPERTY_X86_ISA_1_NEEDED); `nil` where nothing is said. The loader refuses what the processor does not have.
  package var neededX86Levels: UInt32? {
    properties[0xC000_8002].flatMap { bytes in
      bytes.count == 4 ? bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } : nil
    }
  }
}

/// Goes from note to note.
private struct NoteReader {
  let view: FileView
  let end: Int
  let alignment: Int
  var offset: Int

  struct Note {
    let type: UInt32
    let name: [UInt8]
    let range: Range<Int>
  }

  /// Sizes of name and content, and the type.
  private static let headerSize = 12

  /// `nil` at the end, and where a note would reach beyond it.
  mutating func next() -> Note? {
    guard offset <= end - Self.headerSize, let nameSize = view.word(at: offset).map(Int.init),
      let size = view.word(at: offset + 4).map(Int.init), let type = view.word(at: offset + 8)
    else { return nil }
    let start = offset + (Self.headerSize + nameSize).aligned(to: alignment)
    guard start + size <= end, let name = view.file.bytes(at: offset + Self.headerSize, count: nameSize) else {
      return nil
    }
    offset = start + size.aligned(to: alignment)
    return Note(type: type, name: name, range: start..<(start + size))
  }
}

extension Int {
  /// The next multiple of a power of two.
  fileprivate func aligned(to size: Int) -> Int { (self + size - 1) & ~(size - 1) }
}
