internal import SystemCalls
internal import SystemPackage

/// The files below one top-level name that hold code, by the list of one distribution.
struct ModuleFiles {
  let distribution: InstalledDistribution
  /// By path; what the list says of the contents.
  private(set) var hashes: [(path: String, hash: [UInt8])] = []
  /// The file by which the name itself is imported, if this distribution brings it.
  private(set) var main: (path: String, hash: [UInt8])?

  /// - Parameter root: The name of a module or package.
  init(_ distribution: InstalledDistribution, below root: String) {
    self.distribution = distribution
    guard let record = distribution.files else { return }
    for row in record.rows(below: Array(root.utf8)) {
      let path = String(decoding: record.bytes[row.range], as: UTF8.self)
      hashes.append((path, record.hash(of: row)))
      if path == root + "/__init__.py" || !path.utf8.contains(.slash) { main = main ?? hashes.last }
    }
  }

  /// Whether a package's file says that other distributions have parts of it, as those before PEP 420 did
  /// (packaging.python.org, "Packaging namespace packages").
  func isNamespace(_ path: String) -> Bool {
    guard path.hasSuffix("/__init__.py"),
      let bytes = readRegularFile(distribution.location.pushing(FilePath(path)), limit: Self.namespaceLimit)
    else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("extend_path") || text.contains("declare_namespace")
  }

  /// Such files hold little else.
  private static let namespaceLimit = 1 << 16
}

extension Record {
  /// The rows of files that can be imported or loaded, in the package of this name or the module itself.
  fileprivate func rows(below root: [UInt8]) -> [RecordReader.Row] {
    rows.filter { row in
      let path = bytes[row.range]
      guard path.starts(with: root), let next = path.dropFirst(root.count).first else { return false }
      guard next == .slash || next == .dot else { return false }
      let name = path[(path.lastIndex(of: .slash).map { $0 + 1 } ?? path.startIndex)...]
      return ModuleName.ofFile(name) != nil
    }
  }

  /// The second field, `sha256=…`; empty where the list has none.
  fileprivate func hash(of row: RecordReader.Row) -> [UInt8] {
    let rest = bytes[row.range.upperBound...].drop { $0 == .quote }
    guard rest.first == .comma else { return [] }
    return Array(rest.dropFirst().prefix { $0 != .comma && $0 != .lineFeed && $0 != .carriageReturn })
  }
}
