internal import SystemPackage

/// How a folder of a file's path is compared with those that are known.
enum FolderComparison {
  /// By its path.
  case asWritten
  /// By what its path leads to, so that links do not matter.
  case resolved
}

/// Finds what belongs to a folder; the first of two for the same folder counts.
struct FolderIndex<Value> {
  private var byPath: [FilePath: Value] = [:]
  private let entries: [(path: FilePath, value: Value)]
  private var byIdentity: [FileIdentity: Value]?

  init(_ entries: [(path: FilePath, value: Value)]) {
    self.entries = entries
    for entry in entries where byPath[entry.path] == nil { byPath[entry.path] = entry.value }
  }

  subscript(path: FilePath) -> Value? { byPath[path] }

  /// Looks at the folders themselves when it is asked for the first time.
  mutating func value(at identity: FileIdentity) -> Value? {
    let index = byIdentity ?? indexByIdentity()
    byIdentity = index
    return index[identity]
  }

  private func indexByIdentity() -> [FileIdentity: Value] {
    let found = entries.compactMap { entry in FileIdentity(entry.path).map { ($0, entry.value) } }
    return Dictionary(found) { first, _ in first }
  }
}
