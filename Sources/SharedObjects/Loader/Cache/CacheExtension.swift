internal import SystemCalls

/// The directory of extensions that a cache has since glibc 2.33 (`struct cache_extension`).
struct CacheExtension {
  private let view: FileView
  private let sections: Range<Int>

  private static let magic = 0xEAA4_2174
  private static let headerSize = 8
  private static let sectionSize = 16
  /// `cache_extension_tag_glibc_hwcaps`.
  private static let subfoldersTag = 1

  /// `nil` where there is none, or where it does not fit the file: no folder of `glibc-hwcaps` counts then.
  init?(_ view: FileView, header: Int) {
    guard let offset = view.integer(at: header + 32, size: 4), offset > 0, offset % 4 == 0,
      view.integer(at: offset, size: 4) == Self.magic, let count = view.integer(at: offset + 4, size: 4)
    else { return nil }
    let start = offset + Self.headerSize
    guard start + count * Self.sectionSize <= view.file.count else { return nil }
    self.view = view
    sections = start..<(start + count * Self.sectionSize)
  }

  /// The names in the section of `glibc-hwcaps`, as they are numbered; those outside of the file are empty.
  var subfolders: [[UInt8]] {
    var names: [[UInt8]] = []
    for start in stride(from: sections.lowerBound, to: sections.upperBound, by: Self.sectionSize) {
      guard let tag = view.integer(at: start, size: 4), let offset = view.integer(at: start + 8, size: 4),
        let size = view.integer(at: start + 12, size: 4), offset + size <= view.file.count
      else { return [] }
      guard tag == Self.subfoldersTag else { continue }
      let isAligned = offset % 4 == 0 && size % 4 == 0
      names = isAligned ? stride(from: offset, to: offset + size, by: 4).map { name(at: $0) } : []
    }
    return names
  }

  private func name(at offset: Int) -> [UInt8] {
    view.integer(at: offset, size: 4).flatMap { view.string(at: $0) } ?? []
  }
}
