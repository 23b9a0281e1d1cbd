extension NearForm {
  /// The nearest forms of a name among all that a file defines, the least different first, at most `limit`.
  ///
  /// Only what begins with the name's outermost scope, or is the name of a C function but for its version, is looked at
  /// closely. Names of C++'s own library are not searched for: of those each file has many.
  package static func nearest(to wanted: String, in file: ObjectFile, limit: Int = 4) -> [NearForm] {
    guard let filter = NearFormFilter(wanted) else { return [] }
    let names = file.definitions(named: filter.start, at: filter.places).map(\.name.string)
    return nearest(to: wanted, among: names, limit: limit)
  }
}

/// A quick look at what a name begins with.
private struct NearFormFilter {
  let start: [UInt8]
  /// Where that may stand: behind `_Z`, `_ZN`, `_ZNK`, `_ZTVN` …, at the beginning of a name of C.
  let places: ClosedRange<Int>

  init?(_ wanted: String) {
    let scopes = QualifiedName(wanted).names
    if let scope = scopes.first {
      guard scope != "std", scope != "__gnu_cxx" else { return nil }
      (start, places) = (Array("\(scope.utf8.count)\(scope)".utf8), 2...6)
    } else {
      guard !wanted.hasPrefix("_Z"), wanted.utf8.count >= Self.shortestStart else { return nil }
      (start, places) = (Array(wanted.utf8.prefix(Self.shortestStart)), 0...0)
    }
  }

  /// In letters: shorter names of C have no version.
  private static let shortestStart = 4
}
