internal import SystemPackage

/// How the origin of an installed distribution differs from an address that is required.
package enum SourceDifference: Hashable, Sendable {
  /// It records no address: it came from an index, or from a tool that does not say.
  case unrecorded
  /// It came from this address.
  case address(String)
  /// It came from this branch, tag or commit of the repository; `nil` for the default branch.
  case revision(String?)
  /// It came from this folder below the root; `nil` for the root.
  case subdirectory(String?)
  /// Its archive had this hash.
  case hash(algorithm: String, String)
}

extension SourceAddress {
  /// What of the origin that an installer has recorded is not as this address has it; the rules of `uv pip install`
  /// (uv, `satisfies.rs`), and beside them the hash: the same content is the same, wherever it came from.
  func difference(from recorded: DirectURL) -> SourceDifference? {
    guard let found = SourceAddress(recorded) else { return nil }
    let common = hashes.keys.filter { found.hashes[$0] != nil }.sorted()
    if let algorithm = common.first(where: { found.hashes[$0] != hashes[$0] }), let hash = found.hashes[algorithm] {
      return .hash(algorithm: algorithm, hash)
    }
    guard versionControl == found.versionControl, place == found.place || !common.isEmpty else {
      return .address(SourceAddress.withoutCredentials(recorded.url))
    }
    if let revision, !recorded.isOf(revision) { return .revision(found.revision) }
    return subdirectory == found.subdirectory ? nil : .subdirectory(found.subdirectory)
  }
}

extension DirectURL {
  /// Whether this revision was asked for when it was installed, or is the commit that was found then.
  fileprivate func isOf(_ revision: String) -> Bool {
    if versionControl?.requestedRevision == revision { return true }
    guard let commit = versionControl?.commit?.lowercased() else { return false }
    // Seven digits are what git itself shows of a commit at least.
    return commit == revision.lowercased() || revision.utf8.count >= 7 && commit.hasPrefix(revision.lowercased())
  }
}

extension InstalledDistribution {
  /// How its origin differs from an address that is required; `nil` where it does not, and where nobody can tell.
  func sourceDifference(from required: SourceAddress?) -> SourceDifference? {
    // Before that form of metadata nothing was recorded (PEP 610).
    guard let required, entry.form == .distInfo else { return nil }
    if let directURL { return required.difference(from: directURL) }
    // A file that cannot be understood is a problem of its own.
    return FileIdentity(metadataPath.appending("direct_url.json")) == nil ? .unrecorded : nil
  }
}
