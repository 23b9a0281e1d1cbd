internal import SystemPackage

/// An address that something is installed from, taken apart: `git+https://host/repository@v1#subdirectory=x` (PEP 508;
/// pip documentation, "VCS Support").
struct SourceAddress: Hashable {
  /// `git`, `hg`, `svn` or `bzr`; `nil` for archives and folders.
  let versionControl: String?
  /// The rest without credentials, revision and fragment, spelt so that the same place is the same text.
  let place: String
  /// What stands after `@` at the end of the path, for version control alone.
  let revision: String?
  let subdirectory: String?
  /// In lower case, by the name of the algorithm.
  let hashes: [String: String]

  /// `nil` for text that is no address: what stands there, nobody can compare.
  init?(_ text: String) {
    let (whole, fragment) = Self.split(text[...], at: "#")
    let (name, rest) = Self.split(whole, at: ":")
    guard let rest else { return nil }
    (subdirectory, hashes) = Self.details(fragment)
    let (tool, transport) = Self.split(name, at: "+")
    guard let transport, Self.tools.contains(tool.lowercased()) else {
      (versionControl, revision) = (nil, nil)
      place = AddressPlace(scheme: name, rest).text
      return
    }
    versionControl = tool.lowercased()
    let (path, revision) = Self.revision(rest)
    self.revision = revision
    place = AddressPlace(scheme: transport, path).repository
  }

  /// The address that an installer has recorded.
  init?(_ recorded: DirectURL) {
    let (whole, fragment) = Self.split(recorded.url[...], at: "#")
    let (name, rest) = Self.split(whole, at: ":")
    guard let rest else { return nil }
    let place = AddressPlace(scheme: name, rest)
    versionControl = recorded.versionControl?.vcs.lowercased()
    self.place = versionControl == nil ? place.text : place.repository
    revision = recorded.versionControl?.requestedRevision
    // uv leaves in the address what it has verified, and pip writes it beside the address.
    let details = Self.details(fragment)
    subdirectory = recorded.subdirectory.flatMap(Self.normalizedFolder) ?? details.subdirectory
    hashes = details.hashes.merging(recorded.hashes) { _, new in new }
  }

  /// pip documentation, "VCS Support".
  private static let tools: [String] = ["git", "hg", "svn", "bzr"]

  /// Those of Python's `hashlib` that pip takes in an address (pip, `models/link.py`, `_SUPPORTED_HASHES`).
  private static let algorithms: [String] = ["sha512", "sha384", "sha256", "sha224", "sha1", "md5"]

  private static func details(_ fragment: Substring?) -> (subdirectory: String?, hashes: [String: String]) {
    let parameters = parameters(fragment ?? "")
    return (
      parameters["subdirectory"].flatMap(normalizedFolder),
      parameters.filter { algorithms.contains($0.key) }.mapValues { $0.lowercased() }
    )
  }

  /// `parameters ::= name '=' value ('&' name '=' value)*`
  static func parameters(_ text: Substring) -> [String: String] {
    let pairs = text.split(separator: "&").compactMap { part -> (String, String)? in
      let (name, value) = split(part, at: "=")
      return value.map { (name.lowercased(), String(decoding: $0.percentDecoded, as: UTF8.self)) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The last `@` of the path, since the one in front of a host belongs to a name.
  private static func revision(_ rest: Substring) -> (path: Substring, revision: String?) {
    let authority = rest.hasPrefix("//") ? rest.dropFirst(2).prefix { $0 != "/" }.endIndex : rest.startIndex
    guard let sign = rest.lastIndex(of: "@"), sign >= authority else { return (rest, nil) }
    let revision = String(decoding: rest[rest.index(after: sign)...].percentDecoded, as: UTF8.self)
    return (rest[..<sign], revision.isEmpty ? nil : revision)
  }

  /// `./a/` is `a`, and the root is no subdirectory.
  private static func normalizedFolder(_ text: String) -> String? {
    let folder = FilePath(text).lexicallyNormalized()
    return folder.isEmpty || folder == "." ? nil : folder.string
  }

  static func split(_ text: Substring, at sign: Character) -> (before: Substring, after: Substring?) {
    guard let place = text.firstIndex(of: sign) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }
}

extension SourceAddress {
  /// The address as it was written, without the name and password in front of its host. `git` alone is no secret, and
  /// part of most addresses with `ssh` (PEP 610).
  static func withoutCredentials(_ text: String) -> String {
    guard let start = text.firstRange(of: "://")?.upperBound else { return text }
    let authority = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let sign = authority.lastIndex(of: "@"), authority[..<sign] != "git" else { return text }
    return String(text[..<start] + text[text.index(after: sign)...])
  }
}

/// What an address names apart from its scheme, in one spelling.
private struct AddressPlace {
  let text: String

  /// - Parameter rest: What follows `scheme:`, without a fragment.
  init(scheme: Substring, _ rest: Substring) {
    let scheme = scheme.lowercased()
    guard rest.hasPrefix("//") else {
      text = Self.text(scheme, "", rest)
      return
    }
    let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    text = Self.text(scheme, Self.host(authority, scheme), rest[authority.endIndex...])
  }

  /// The same for a repository, whose name is spelt with `.git` or without.
  var repository: String { text.hasSuffix(".git") ? String(text.dropLast(4)) : text }

  private static func text(_ scheme: String, _ host: String, _ path: Substring) -> String {
    let isFile = scheme == "file"
    let decoded = String(decoding: path.percentDecoded, as: UTF8.self)
    let normal = isFile ? FilePath(decoded).lexicallyNormalized().string : decoded
    let end = normal.lastIndex { $0 != "/" }.map(normal.index(after:)) ?? normal.startIndex
    return "\(scheme)://\(isFile && host == "localhost" ? "" : host)\(normal[..<end])"
  }

  /// Without credentials and the port that goes without saying (RFC 3986, 6.2.3).
  private static func host(_ authority: Substring, _ scheme: String) -> String {
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    let text = host.lowercased()
    guard let port = ports[scheme], text.hasSuffix(":\(port)") else { return text }
    return String(text.dropLast(port.count + 1))
  }

  private static let ports: [String: String] = ["https": "443", "http": "80", "ssh": "22"]
}
