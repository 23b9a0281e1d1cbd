/// The smallest file with a dynamic section: a header, two program headers, the section, its strings.
struct TinyELF {
  var is64 = true
  var isBigEndian = false
  /// Tags with the names that they stand for, such as DT_NEEDED and a library.
  var names: [(tag: Int, name: [UInt8])] = []
  /// Entries that stand before the others, as they are.
  var numbers: [(tag: Int, value: UInt64)] = []
  /// Where the loader's addresses begin.
  var base: UInt64 = 0x1_0000
  var hasStringTable = true
  /// What the dynamic segment is said to hold instead of its true size.
  var dynamicSize: UInt64?
  /// Of the dynamic segment's program header: PT_DYNAMIC.
  var dynamicType: UInt64 = 2

  static let needed = 1
  static let soname = 14
  static let rpath = 15
  static let runpath = 29
  private static let stringTable = 5

  var wordSize: Int { is64 ? 8 : 4 }
  var headerSize: Int { is64 ? 64 : 52 }
  var programHeaderSize: Int { is64 ? 56 : 32 }
  var dynamicOffset: Int { headerSize + 2 * programHeaderSize }

  var bytes: [UInt8] {
    let entryCount = numbers.count + names.count + (hasStringTable ? 1 : 0) + 1
    let stringsOffset = dynamicOffset + entryCount * 2 * wordSize
    var strings: [UInt8] = [0]
    var entries = numbers
    for (tag, name) in names {
      entries.append((tag, UInt64(strings.count)))
      strings += name + [0]
    }
    if hasStringTable { entries.append((Self.stringTable, base + UInt64(stringsOffset))) }
    entries.append((0, 0))
    let dynamic = entries.flatMap { word(UInt64($0.tag)) + word($0.value) }
    let size = UInt64(stringsOffset + strings.count)
    return header + segment(type: 1, offset: 0, size: size)
      + segment(type: dynamicType, offset: UInt64(dynamicOffset), size: dynamicSize ?? UInt64(dynamic.count))
      + dynamic + strings
  }

  private var header: [UInt8] {
    let identification: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, is64 ? 2 : 1, isBigEndian ? 2 : 1, 1, 0] + zeros(8)
    return identification + number(3, 2) + number(62, 2) + number(1, 4)  // e_type, e_machine, e_version
      + word(0) + word(UInt64(headerSize)) + word(0) + zeros(4)  // e_entry, e_phoff, e_shoff, e_flags
      + number(UInt64(headerSize), 2) + number(UInt64(programHeaderSize), 2) + number(2, 2) + zeros(6)
  }

  private func segment(type: UInt64, offset: UInt64, size: UInt64) -> [UInt8] {
    let address = base + offset
    let places = word(offset) + word(address) + word(address) + word(size) + word(size)
    return is64
      ? number(type, 4) + zeros(4) + places + word(8)
      : number(type, 4) + places + zeros(4) + word(4)
  }

  private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  private func word(_ value: UInt64) -> [UInt8] { number(value, wordSize) }

  private func number(_ value: UInt64, _ size: Int) -> [UInt8] {
    let parts = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    return isBigEndian ? parts.reversed() : parts
  }
}
