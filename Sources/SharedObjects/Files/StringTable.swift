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

  /// Whether a name, or what follows it, has these bytes at one of these places.
  func holds(_ bytes: [UInt8], at places: ClosedRange<Int>, of index: Int) -> Bool {
    guard let offset = place(index) else { return false }
    let (last, overflows) = offset.addingReportingOverflow(places.upperBound)
    return !overflows && file.holds(bytes, atAnyOf: (offset + places.lowerBound)...last)
  }

  /// Whether this name lies there.
  func holds(_ text: FileText, at index: Int) -> Bool {
    guard let offset = place(index), text.count < range.upperBound - offset else { return false }
    return file.byte(at: offset + text.count) == 0
      && file.isEqual(at: offset, to: text.file, at: text.offset, count: text.count)
  }
}
