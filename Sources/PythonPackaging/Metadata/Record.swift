/// The files of an installed distribution, as its RECORD lists them: paths relative to the site folder.
///
/// Asking is cheap and often done (for every frame of a traceback), so the rows are found once; then a path is
/// compared with those of its own length only. No row is copied.
package struct Record: Sendable {
  /// How much of a RECORD is read.
  package static let sizeLimit = 64 << 20

  let bytes: [UInt8]
  let rows: [RecordReader.Row]
  /// The first components of the paths, a file's own name being one; what lies outside the site folder has none.
  let rootNames: Set<String>

  /// Reads any bytes; a row without a path is left out.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var rows: [RecordReader.Row] = []
    rows.reserveCapacity(min(bytes.count, Self.sizeLimit) / 96)
    for row in RecordReader(bytes) where row.count > 0 { rows.append(row) }
    self.rows = rows
    rootNames = Self.rootNames(rows, in: bytes)
  }

  private static func rootNames(_ rows: [RecordReader.Row], in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var last: ArraySlice<UInt8> = []
    for row in rows {
      let root = bytes[row.range].prefix { $0 != .slash }
      if root.isEmpty || root.elementsEqual(last) { continue }
      last = root
      names.insert(String(decoding: root, as: UTF8.self))
    }
    names.remove("..")
    return names
  }

  /// The same for paths from elsewhere, such as the lists of an egg-info folder.
  init(paths: some Sequence<String>) {
    let quoted = paths.map {
      "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    self.init(Array(quoted.joined(separator: "\n").utf8))
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// Whether exactly this path is listed, which is written with `/`.
  package func contains(_ path: String) -> Bool {
    let path = Array(path.utf8)
    return rows.contains { row in
      row.isEscaped ? unescaped(row) == path : row.count == path.count && bytes[row.range].elementsEqual(path)
    }
  }

  /// The paths in the order of the file, each made when it is asked for.
  package var paths: some Sequence<String> {
    rows.lazy.map { path($0) }
  }

  func path(_ row: RecordReader.Row) -> String {
    String(decoding: row.isEscaped ? unescaped(row)[...] : bytes[row.range], as: UTF8.self)
  }

  /// The paths whose last component begins with this text, without those that are quoted in the file.
  package func paths(toNamesStartingWith start: String) -> [String] {
    let start = Array(start.utf8)
    return rows.compactMap { row in
      guard !row.isEscaped, row.count >= start.count else { return nil }
      let path = bytes[row.range]
      let name = path.lastIndex(of: .slash).map { path[($0 + 1)...] } ?? path
      return name.starts(with: start) ? String(decoding: path, as: UTF8.self) : nil
    }
  }

  private func unescaped(_ row: RecordReader.Row) -> [UInt8] {
    var path: [UInt8] = []
    var isSecond = false
    for byte in bytes[row.range] {
      isSecond = byte == .quote && !isSecond
      if !isSecond { path.append(byte) }
    }
    return path
  }
}
