extension NearForm {
  /// The nearest forms of a name among all that a file defines, the least different first, at most `limit`.
  ///
  /// Only what begins with the name's outermost scope is looked at closely. Names of C++'s own library are not searched
  /// for: of those each file has many.
  package static func nearest(to wanted: String, in file: ObjectFile, limit: Int = 4) -> [NearForm] {
    guard let search = NearFormSearch(for: wanted) else { return [] }
    let scope = QualifiedName(wanted).names.first
    guard scope != "std", scope != "__gnu_cxx" else { return [] }
    let start = scope.map { Array("\($0.utf8.count)\($0)".utf8) } ?? []
    let names = file.definitions(holding: search.part).map(\.name.string).filter { $0.utf8.dropFirst(2).begins(start) }
    return nearest(to: wanted, among: names, limit: limit)
  }
}

extension Sequence<UInt8> {
  /// Whether it begins with this, or with some letters before: `_Z`, `_ZN`, `_ZNK`, `_ZTVN` …
  fileprivate func begins(_ start: [UInt8]) -> Bool {
    let bytes = Array(prefix(start.count + Self.mostLetters))
    return (0...Self.mostLetters).contains { bytes.dropFirst($0).starts(with: start) }
  }

  private static var mostLetters: Int { 4 }
}
