internal import SystemCalls

/// Where the entries of a cache lie, and the strings that they refer to.
struct CacheTable: Sendable {
  let view: FileView
  /// With capabilities of the processor in each entry (`struct file_entry_new`).
  let isNew: Bool
  /// Where the table's header begins.
  let header: Int
  let count: Int
  private let firstEntry: Int
  /// What the numbers of strings are counted from.
  private let strings: Int

  /// One entry as it stands in the file.
  struct RawEntry {
    let flags: Int
    let name: Int
    let path: Int
    /// The upper and lower half of `hwcap`; 0 in the old table.
    let capabilities: (high: Int, low: Int)
  }

  private static let oldMagic = Array("ld.so-1.7.0".utf8)
  private static let newMagic = Array("glibc-ld.so.cache1.1".utf8)
  private static let oldHeaderSize = 16
  private static let newHeaderSize = 48
  private static let oldEntrySize = 12
  private static let newEntrySize = 24

  init(_ view: FileView) throws(CacheProblem) {
    if view.has(Self.newMagic, at: 0) {
      try self.init(new: view, at: 0)
    } else if view.has(Self.oldMagic, at: 0) {
      try self.init(old: view)
    } else {
      throw .notCache
    }
  }

  private init(new view: FileView, at start: Int) throws(CacheProblem) {
    let room = view.file.count - start - Self.newHeaderSize
    guard room > 0, let count = view.integer(at: start + 20, size: 4), let flags = view.byte(at: start + 28) else {
      throw .notCache
    }
    // 0 is an older ldconfig's, which does not say; 2 and 3 are the byte orders.
    guard flags == 0 || flags & 3 == (view.isBigEndian ? 3 : 2) else { throw .otherByteOrder }
    guard room / Self.newEntrySize >= count else { throw .truncated }
    self.init(
      view: view, isNew: true, header: start, count: count, firstEntry: start + Self.newHeaderSize, strings: start)
  }

  private init(old view: FileView) throws(CacheProblem) {
    let room = view.file.count - Self.oldHeaderSize
    guard room > 0, let count = view.integer(at: 12, size: 4) else { throw .notCache }
    guard room / Self.oldEntrySize >= count else { throw .truncated }
    let end = Self.oldHeaderSize + count * Self.oldEntrySize
    // The new table begins at a multiple of 8, on 32 bits of 4; what is between is not in use.
    if let start = [end, (end + 7) & ~7].first(where: { view.has(Self.newMagic, at: $0) }) {
      try self.init(new: view, at: start)
    } else {
      self.init(view: view, isNew: false, header: 0, count: count, firstEntry: Self.oldHeaderSize, strings: end)
    }
  }

  private init(view: FileView, isNew: Bool, header: Int, count: Int, firstEntry: Int, strings: Int) {
    (self.view, self.isNew, self.header, self.count) = (view, isNew, header, count)
    (self.firstEntry, self.strings) = (firstEntry, strings)
  }

  func rawEntry(_ index: Int) -> RawEntry? {
    guard (0..<count).contains(index) else { return nil }
    let start = firstEntry + index * (isNew ? Self.newEntrySize : Self.oldEntrySize)
    guard let flags = view.integer(at: start, size: 4), let name = view.integer(at: start + 4, size: 4),
      let path = view.integer(at: start + 8, size: 4)
    else { return nil }
    return RawEntry(flags: flags, name: name, path: path, capabilities: capabilities(at: start))
  }

  private func capabilities(at start: Int) -> (high: Int, low: Int) {
    guard isNew, let first = view.integer(at: start + 16, size: 4),
      let second = view.integer(at: start + 20, size: 4)
    else { return (0, 0) }
    return view.isBigEndian ? (first, second) : (second, first)
  }

  /// `nil` outside of the file, and where it does not end in it.
  func string(_ index: Int) -> [UInt8]? { view.string(at: strings + index) }
}

extension CacheTable.RawEntry {
  /// `DL_CACHE_HWCAP_EXTENSION` without the bits of the instruction set's level: the lower half is the number of a
  /// folder below `glibc-hwcaps`.
  var subfolder: Int? { capabilities.high & ~Self.levelMask == 1 << 30 ? capabilities.low : nil }

  /// The level of x86-64 that the library's own file asks for, 0 for none beyond the first.
  var level: Int { capabilities.high & Self.levelMask }

  private static let levelMask = 0x3FF
}

extension FileView {
  func has(_ bytes: [UInt8], at offset: Int) -> Bool { file.bytes(at: offset, count: bytes.count) == bytes }

  /// The bytes up to the next NUL; `nil` where there is none.
  func string(at offset: Int) -> [UInt8]? {
    guard offset >= 0, offset < file.count, let end = file.firstIndex(of: 0, in: offset..<file.count) else {
      return nil
    }
    return file.bytes(at: offset, count: end - offset)
  }
}
