/// One library that a process has loaded from several files.
///
/// That is common and mostly harmless: every wheel that auditwheel repaired brings its own libgfortran, and none of
/// them sees the others'. What cannot live beside a copy of itself is a ``LonelyRuntime``.
package struct LibraryCopies: Sendable, Equatable {
  /// As ``LibraryName/stem`` has it.
  package let library: String
  /// In the order in which they were loaded.
  package let files: [String]

  /// - Parameter objects: Paths of a process's shared objects in the order of loading. No file is there twice: the
  ///   loader knows what it has loaded by device and inode.
  package static func all(in objects: [String]) -> [LibraryCopies] {
    var stems: [String] = []
    var files: [String: [String]] = [:]
    for object in objects {
      guard let stem = LibraryName(path: object)?.stem else { continue }
      if files[stem] == nil { stems.append(stem) }
      files[stem, default: []].append(object)
    }
    return stems.compactMap { stem in
      files[stem].flatMap { $0.count > 1 ? LibraryCopies(library: stem, files: $0) : nil }
    }
  }
}
