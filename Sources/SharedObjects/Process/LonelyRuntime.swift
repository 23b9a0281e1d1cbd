/// A library that keeps state for the whole process and does not work beside a second copy of itself.
///
/// A row needs a mechanism and a source. Left out, since healthy environments load several of them (seen with numpy,
/// scipy, scikit-learn, opencv, sentencepiece and torch in one process): libgomp, libstdc++, libgfortran, libquadmath,
/// libopenblas, libssl, libcrypto, liblzma. libgomp beside libiomp5 makes no trouble either (threadpoolctl,
/// multiple_openmp.md). libcudart is made to be there often: wheels link it statically.
package struct LonelyRuntime: Sendable, Equatable {
  /// As a sentence names it.
  package let name: String
  /// What two of them come to, as a sentence that follows on.
  package let consequence: String
  let members: Members
  let limit: Limit

  enum Members: Sendable, Equatable {
    case stems(Set<String>)
    /// Stems that begin so.
    case family(String)
    /// `libpython3.11`, and not `libpython3`, which only leads on to it (PEP 384).
    case interpreters
  }

  /// What one process can have of it.
  enum Limit: Sendable, Equatable {
    /// One file, of whatever version.
    case one
    /// One file of each major version, which the symbols of the others do not meet.
    case onePerMajor
    /// Files of one folder for each major version, as they were released together.
    case oneFolderPerMajor
  }

  package static let all: [LonelyRuntime] = [
    // Both are made from one source, whose second copy in a process ends it. Source: the text of "OMP: Error #15", and
    // "Incompatibility between Intel OpenMP and LLVM OpenMP under Linux" in threadpoolctl's multiple_openmp.md.
    LonelyRuntime(
      name: "the OpenMP runtime of LLVM and Intel",
      consequence: "where both are used, one ends the process (OMP: Error #15), or they wait for one another",
      members: .stems(["libomp", "libiomp5"]), limit: .one),
    // The parts load one another by name and compare their versions. Source: pytorch/pytorch issues 185512 and 188892.
    LonelyRuntime(
      name: "cuDNN",
      consequence: "its parts refuse those of another version (CUDNN_STATUS_SUBLIBRARY_VERSION_MISMATCH)",
      members: .family("libcudnn"), limit: .oneFolderPerMajor),
    // A communicator is memory of the copy that made it. Source: pegainfer-project/pegainfer issue 810.
    LonelyRuntime(
      name: "NCCL", consequence: "a communicator that one has made is not valid for the other",
      members: .stems(["libnccl"]), limit: .onePerMajor),
    // All state of an interpreter lies in its library. Source: PEP 513, "libpythonX.Y.so.1".
    LonelyRuntime(
      name: "Python's own library",
      consequence: "each has an interpreter of its own, and the one that is not running knows no object of the other",
      members: .interpreters, limit: .one),
  ]

  func has(_ name: LibraryName) -> Bool {
    switch members {
    case .stems(let stems): stems.contains(name.stem)
    case .family(let start): name.stem.hasPrefix(start)
    case .interpreters: name.stem.hasPrefix("libpython") && name.stem.contains(".")
    }
  }
}

/// Two or more files of what a process can have only once.
package struct RuntimeClash: Sendable, Equatable {
  package let runtime: LonelyRuntime
  /// One of each copy, in the order in which they were loaded.
  package let files: [String]

  /// - Parameter objects: As for ``LibraryCopies/all(in:)``.
  package static func all(in objects: [String]) -> [RuntimeClash] {
    let named = objects.compactMap { object in LibraryName(path: object).map { (file: object, name: $0) } }
    return LonelyRuntime.all.flatMap { runtime in
      let members = named.filter { runtime.has($0.name) }
      let groups = Dictionary(grouping: members) { runtime.limit == .one ? nil : $0.name.major }
      return groups.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.compactMap { _, members in
        let files = runtime.limit == .oneFolderPerMajor ? firstOfEachFolder(members.map(\.file)) : members.map(\.file)
        return files.count > 1 ? RuntimeClash(runtime: runtime, files: files) : nil
      }
    }
  }

  private static func firstOfEachFolder(_ files: [String]) -> [String] {
    var known: Set<Substring> = []
    return files.filter { file in
      known.insert(file.lastIndex(of: "/").map { file[..<$0] } ?? "").inserted
    }
  }
}
