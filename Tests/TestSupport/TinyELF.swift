/// A small object of ELF with what a test is about and no more: a header, program headers, the dynamic section, tables
/// of symbols and versions, its strings at the end.
package struct TinyELF: Sendable {
  package var is64 = true
  package var isBigEndian = false
  /// e_type: ET_DYN.
  package var type: UInt64 = 3
  /// e_machine: EM_X86_64.
  package var machine: UInt64 = 62
  /// Tags with the names that they stand for, such as DT_NEEDED and a library.
  package var names: [(tag: Int, name: [UInt8])] = []
  /// Entries that stand before the others, as they are.
  package var numbers: [(tag: Int, value: UInt64)] = []
  package var symbols: [Symbol] = []
  package var hashes: [HashTable] = [.gnu]
  package var needs: [NeededVersions] = []
  package var defines: [Version] = []
  /// Beside the loaded and the dynamic one.
  package var segments: [ExtraSegment] = []
  /// Where the loader's addresses begin.
  package var base: UInt64 = 0x1_0000
  package var hasStringTable = true
  /// What the dynamic segment is said to hold instead of its true size.
  package var dynamicSize: UInt64?
  /// Of the dynamic segment's program header: PT_DYNAMIC.
  package var dynamicType: UInt64 = 2

  package init() {}

  package static let needed = 1
  package static let soname = 14
  package static let rpath = 15
  package static let runpath = 29

  package enum HashTable: Sendable { case gnu, systemV }

  package struct Symbol: Sendable {
    package var name: String
    package var binding: UInt64 = 1
    package var type: UInt64 = 2
    package var visibility: UInt64 = 0
    /// 0 for what other objects must define.
    package var section: UInt64 = 1
    package var value: UInt64 = 0x1_0000
    package var size: UInt64 = 4
    /// Number of its version, with the bit for hidden ones.
    package var version: UInt64 = 1

    package init(_ name: String, _ change: (inout Symbol) -> Void = { _ in }) {
      self.name = name
      change(&self)
    }

    package static func undefined(_ name: String, version: UInt64 = 1, binding: UInt64 = 1) -> Symbol {
      Symbol(name) { ($0.section, $0.value, $0.size, $0.version, $0.binding) = (0, 0, 0, version, binding) }
    }
  }

  package struct NeededVersions: Sendable {
    package var file: String
    package var versions: [Version]

    package init(_ file: String, _ versions: [Version]) {
      self.file = file
      self.versions = versions
    }
  }

  package struct Version: Sendable {
    package var name: String
    package var number: UInt64
    /// VER_FLG_BASE or VER_FLG_WEAK.
    package var flags: UInt64

    package init(_ name: String, _ number: UInt64, flags: UInt64 = 0) {
      self.name = name
      self.number = number
      self.flags = flags
    }
  }

  package struct ExtraSegment: Sendable {
    package var type: UInt64
    package var flags: UInt64 = 4
    package var content: [UInt8] = []
    package var memorySize: UInt64?
    package var alignment: UInt64 = 4

    package init(type: UInt64, _ change: (inout ExtraSegment) -> Void = { _ in }) {
      self.type = type
      change(&self)
    }
  }

  package enum Part: Sendable { case symbols, versionIndices, gnuHash, systemVHash, needed, defined, strings }

  package var bytes: [UInt8] { layout().bytes }

  /// Where a part begins in ``bytes``; `nil` for one that is not there.
  package func offset(of part: Part) -> Int? { layout().places[part] }
}

// MARK: Layout

extension TinyELF {
  private var wordSize: Int { is64 ? 8 : 4 }
  private var headerSize: Int { is64 ? 64 : 52 }
  private var programHeaderSize: Int { is64 ? 56 : 32 }
  package var dynamicOffset: Int { headerSize + (2 + segments.count) * programHeaderSize }

  private func layout() -> (bytes: [UInt8], places: [Part: Int]) {
    var strings = Strings()
    let parts = tables(&strings)
    var entries = numbers + names.map { ($0.tag, UInt64(strings.index($0.name))) }
    let count = entries.count + parts.map(\.entries.count).reduce(0, +) + (hasStringTable ? 1 : 0) + 1
    var body: [UInt8] = []
    var places: [Part: Int] = [:]
    let bodyOffset = dynamicOffset + count * 2 * wordSize
    for part in parts {
      places[part.part] = bodyOffset + body.count
      entries += part.entries.map { ($0.tag, $0.value ?? base + UInt64(bodyOffset + body.count)) }
      body += part.bytes
    }
    let extras = extraHeaders(from: bodyOffset + body.count)
    body += segments.flatMap(\.content)
    places[.strings] = bodyOffset + body.count
    if hasStringTable { entries.append((5, base + UInt64(bodyOffset + body.count))) }
    body += strings.bytes
    let dynamic = (entries + [(0, 0)]).flatMap { word(UInt64($0.0)) + word($0.1) }
    let loaded = segment(type: 1, offset: 0, size: UInt64(bodyOffset + body.count))
    let described = segment(
      type: dynamicType, offset: UInt64(dynamicOffset), size: dynamicSize ?? UInt64(dynamic.count))
    return (header + loaded + described + extras + dynamic + body, places)
  }

  private var header: [UInt8] {
    let identification: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, is64 ? 2 : 1, isBigEndian ? 2 : 1, 1, 0] + zeros(8)
    return identification + number(type, 2) + number(machine, 2) + number(1, 4)  // e_type, e_machine, e_version
      + word(0) + word(UInt64(headerSize)) + word(0) + zeros(4)  // e_entry, e_phoff, e_shoff, e_flags
      + number(UInt64(headerSize), 2) + number(UInt64(programHeaderSize), 2) + number(UInt64(2 + segments.count), 2)
      + zeros(6)
  }

  private func extraHeaders(from start: Int) -> [UInt8] {
    var offset = UInt64(start)
    return segments.flatMap { extra in
      defer { offset += UInt64(extra.content.count) }
      return segment(
        type: extra.type, offset: offset, size: UInt64(extra.content.count), flags: extra.flags,
        memorySize: extra.memorySize, alignment: extra.alignment)
    }
  }

  private func segment(
    type: UInt64, offset: UInt64, size: UInt64, flags: UInt64 = 5, memorySize: UInt64? = nil, alignment: UInt64 = 4
  ) -> [UInt8] {
    let address = base + offset
    let places = word(offset) + word(address) + word(address) + word(size) + word(memorySize ?? size)
    return is64
      ? number(type, 4) + number(flags, 4) + places + word(alignment)
      : number(type, 4) + places + number(flags, 4) + word(alignment)
  }

  func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  func word(_ value: UInt64) -> [UInt8] { number(value, wordSize) }

  func number(_ value: UInt64, _ size: Int) -> [UInt8] {
    let parts = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    return isBigEndian ? parts.reversed() : parts
  }
}
