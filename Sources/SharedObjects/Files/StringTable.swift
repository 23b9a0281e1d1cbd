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

  /// `nil` beyond the table, and where no NUL follows in it.
  func text(at index: Int) -> FileText? {
    guard let offset = place(index), let end = file.firstIndex(of: 0, in: offset..<range.upperBound) else { return nil }
    return FileText(file: file, offset: offset, count: end - offset)
  }

  /// Where a name begins in the file.
  func place(_ index: Int) -> Int? {
    index >= 0 && index < range.count ? range.lowerBound + index : nil
  }

  /// Whether this name lies there.
  func holds(_ text: FileText, at index: Int) -> Bool {
    guard let offset = place(index), text.count < range.upperBound - offset else { return false }
    return file.byte(at: offset + text.count) == 0
      && file.isEqual(at: offset, to: text.file, at: text.offset, count: text.count)
  }
}
