/// A library from outside an environment that took the place of the environment's own.
package struct ForeignLibrary: Sendable, Equatable {
  /// What was loaded.
  package let file: String
  /// What the environment has by that name.
  package let own: String
  /// Who needs it, and would have found the environment's own.
  package let requester: String

  /// A file that a shared object finds in the folders which it names itself.
  package struct Finding: Sendable, Equatable {
    package let requester: String
    /// As DT_NEEDED has it.
    package let name: [UInt8]
    package let file: String

    package init(requester: String, name: [UInt8], file: String) {
      self.requester = requester
      self.name = name
      self.file = file
    }
  }

  /// - Parameters:
  ///   - outside: What is loaded from outside the environment, with its SONAME.
  ///   - findings: What the environment's objects find in the environment.
  ///   - loaded: All that is loaded. Where the environment's own is there, too, nothing took its place.
  package static func all(
    _ outside: [(file: String, soname: [UInt8]?)], insteadOf findings: [Finding], loaded: Set<String>
  ) -> [ForeignLibrary] {
    let missing = findings.filter { !loaded.contains($0.file) }
    return outside.compactMap { file, soname in
      let name = soname ?? Array((file.split(separator: "/").last ?? "").utf8)
      return missing.first { $0.name == name }.map {
        ForeignLibrary(file: file, own: $0.file, requester: $0.requester)
      }
    }
  }
}

extension DynamicSection {
  /// The folders that the object names itself, `$ORIGIN` put in (ld.so(8), "Dynamic string tokens"): DT_RUNPATH, else
  /// DT_RPATH. Relative ones and those with other tokens are left out.
  /// - Parameter folder: The one that the object lies in.
  package func ownFolders(origin folder: [UInt8]) -> [[UInt8]] {
    (runpath ?? rpath ?? []).split(separator: UInt8(ascii: ":")).compactMap { entry in
      for token in ["$ORIGIN", "${ORIGIN}"] where entry.starts(with: token.utf8) {
        return folder + entry.dropFirst(token.utf8.count)
      }
      return entry.first == UInt8(ascii: "/") && !entry.contains(UInt8(ascii: "$")) ? Array(entry) : nil
    }
  }
}
