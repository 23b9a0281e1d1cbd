internal import SystemPackage

extension InstalledDistribution {
  /// In the order of Python's `importlib.metadata`: RECORD, `installed-files.txt`, `SOURCES.txt`.
  ///
  /// Of an egg-link nothing lies in the site folder.
  func readFiles() -> Record? {
    if entry.form == .eggLink { return nil }
    if let bytes = folder.read("RECORD", upTo: Record.sizeLimit) { return checked(Record(bytes)) }
    guard entry.form != .distInfo else { return nil }
    if let paths = folder.lines("installed-files.txt") {
      return Record(paths: paths.compactMap(siteRelative))
    }
    return folder.lines("SOURCES.txt").map { paths in Record(paths: paths.map(withoutSourceFolder)) }
  }

  private func checked(_ record: Record) -> Record {
    if let path = record.firstPathOutside { log.note(.pathOutside(path), metadataPath.appending("RECORD")) }
    return record
  }

  /// Paths of `installed-files.txt` are relative to the egg-info folder.
  private func siteRelative(_ path: String) -> String? {
    let file = FilePath(entry.fileName).appending(path).lexicallyNormalized()
    return file.isAbsolute ? nil : String(decoding: file)
  }

  /// Paths of `SOURCES.txt` are relative to the project, whose modules may lie in `src`.
  private func withoutSourceFolder(_ path: String) -> String {
    path.hasPrefix("src/") ? String(path.dropFirst("src/".count)) : path
  }
}

extension Record {
  /// The first components of the paths, a file's own name being one; what lies outside the site folder has none.
  var rootNames: Set<String> {
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

  /// The first path that leads out of the environment: an absolute one, or one that leaves the environment's folder,
  /// which is three folders above the site folder (`lib/python3.11/site-packages`: CPython, Lib/sysconfig.py, `purelib`).
  var firstPathOutside: String? {
    rows.first { row in
      let path = bytes[row.range]
      return path.first == .slash || path.first == .dot && path.starts(with: Self.pathAboveEnvironment)
    }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private static let pathAboveEnvironment = Array("../../../../".utf8)

  /// Whether any path begins with this text.
  func containsPath(startingWith prefix: String) -> Bool {
    let prefix = Array(prefix.utf8)
    return rows.contains { bytes[$0.range].starts(with: prefix) }
  }
}
