internal import FoundationEssentials
package import SystemPackage

/// Where a distribution was installed from, when it did not come from an index: `direct_url.json` (PEP 610;
/// packaging.python.org, "Direct URL Data Structure").
package struct DirectURL: Hashable, Sendable {
  package let url: String
  /// Whether the project's own folder is imported instead of a copy.
  package let isEditable: Bool
  /// Below the root of the archive or repository.
  let subdirectory: String?
  let versionControl: VersionControl?
  /// Of the archive, in lower case, by the name of the algorithm.
  let hashes: [String: String]

  struct VersionControl: Hashable, Sendable, Decodable {
    let vcs: String
    /// What was asked for: a branch, a tag or a commit; `nil` for the default branch.
    let requestedRevision: String?
    let commit: String?

    enum CodingKeys: String, CodingKey {
      case vcs
      case requestedRevision = "requested_revision"
      case commit = "commit_id"
    }
  }

  /// - Throws: an error when the bytes are not JSON of that form.
  package init(_ bytes: [UInt8]) throws {
    let wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
    url = wire.url
    isEditable = wire.directory?.editable ?? false
    subdirectory = wire.subdirectory
    versionControl = wire.versionControl
    hashes = wire.archive?.all ?? [:]
  }

  private struct Wire: Decodable {
    let url: String
    let subdirectory: String?
    let directory: Directory?
    let versionControl: VersionControl?
    let archive: Archive?

    struct Directory: Decodable {
      let editable: Bool?
    }

    enum CodingKeys: String, CodingKey {
      case url, subdirectory
      case directory = "dir_info"
      case versionControl = "vcs_info"
      case archive = "archive_info"
    }
  }

  private struct Archive: Decodable {
    /// The older form: `sha256=…`.
    let hash: String?
    let hashes: [String: String]?

    var all: [String: String] {
      let older = hash.map { SourceAddress.parameters($0[...]) } ?? [:]
      return older.merging(hashes ?? [:]) { _, new in new }.mapValues { $0.lowercased() }
    }
  }

  /// The folder that a `file:` address of this machine names.
  package var folder: FilePath? {
    guard let path = localPath, path.utf8.first == .slash else { return nil }
    return FilePath(bytes: path.percentDecoded).lexicallyNormalized()
  }

  /// `file ::= 'file:' ('//' 'localhost'?)? path`
  private var localPath: Substring? {
    guard url.prefix(5).lowercased() == "file:" else { return nil }
    let rest = url.dropFirst(5).prefix { $0 != "#" && $0 != "?" }
    guard rest.hasPrefix("//") else { return rest }
    let host = rest.dropFirst(2)
    return host.lowercased().hasPrefix("localhost/") ? host.dropFirst("localhost".count) : host
  }
}
