internal import SystemCalls

/// Names with a NUL behind each, found by their place in the table: DT_STRTAB (elf(5)).
struct StringTable: Sendable {
  let file: MappedFile
  /// Its place in the file.
  let range: Range<Int>

  /// `nil` for a file without names.
  init?(_ entries: DynamicEntries, _ segments: Segments, _ file: MappedFile) throws(ObjectProblem) {
    guard let place = try entries.place(DynamicTag.stringTable, in: segments, .strings) else { return nil }
    self.file = file
    // The loader does not ask for the size.
    range = place.prefix(entries[DynamicTag.stringsSize] ?? place.count)
  }

  /// Far more than compilers make of the names of templates. In a file of millions of names that are all as long as
  /// the rest of the file, none would be read to an end.
  private static let longestName = 1 << 16

  /// `nil` beyond the table, and where no NUL follows in it within the limit.
  func text(at index: Int, limit: Int = longestName) -> FileText? {
    guard let offset = place(index) else { return nil }
    let reach = offset + min(limit, range.upperBound - offset - 1)
    guard let end = file.firstIndex(of: 0, in: offset..<(reach + 1)) else { return nil }
    return FileText(file: file, offset: offset, count: end - offset)
  }

  /// Where a name begins in the file.
  func place(_ index: Int) -> Int? {
    index >= 0 && index < range.count ? range.lowerBound + index : nil
  }

  /// Where names begin that hold these bytes, and where these begin: a name that begins in between holds them, too. In
  /// the order of the table, without the longest names, and not more than any symbol has namesakes.
  func spans(holding bytes: [UInt8]) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    var next = range.lowerBound
    while spans.count < Self.mostSpans, let found = file.firstIndex(of: bytes, in: next..<range.upperBound) {
      let limit = max(next, found - Self.longestScan)
      let start = (limit..<found).last { file.byte(at: $0) == 0 }.map { $0 + 1 } ?? limit
      spans.append((start - range.lowerBound)...(found - range.lowerBound))
      guard let end = file.firstIndex(of: 0, in: found..<range.upperBound) else { break }
      next = end + 1
    }
    return spans
  }

  private static let mostSpans = 1 << 14
  private static let longestScan = 1 << 12

  /// Whether this name lies there.
  func holds(_ text: FileText, at index: Int) -> Bool {
    guard let offset = place(index), text.count < range.upperBound - offset else { return false }
    return file.byte(at: offset + text.count) == 0
      && file.isEqual(at: offset, to: text.file, at: text.offset, count: text.count)
  }
}
