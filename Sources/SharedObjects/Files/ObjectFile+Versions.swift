extension ObjectFile {
  /// In the order of the file.
  package var versionsNeeded: [NeededVersions] { versions.needed }

  /// In the order of the file, the name of the file itself among them.
  package var versionsDefined: [DefinedVersion] { versions.defined }

  /// What the loader finds when it looks for a version in the file that should have it.
  package enum VersionOffer: Sendable, Equatable {
    case offered
    /// The file defines no versions at all; the loader goes on, and a program is warned: "no version information
    /// available".
    case unversioned
    /// The object is not loaded, unless ``NeededVersion/isWeak``: "version … not found".
    case missing
  }

  /// By the rules of glibc (elf/dl-version.c, match_symbol).
  package func offer(of version: NeededVersion) -> VersionOffer {
    guard !versions.defined.isEmpty else { return .unversioned }
    return versions.defined.contains { $0.hash == version.hash && $0.name == version.name } ? .offered : .missing
  }
}
