/// A distribution as an installer writes it: a name, a requirement, the file of a source archive or a URL.
struct DistributionName {
  private(set) var distribution: String
  private(set) var version: String?

  init?(_ bytes: Bytes) {
    let (named, url) = bytes.split(at: " @ ") ?? ([], bytes)
    // Of a file or URL the last part counts.
    let slash = url.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let file = slash.map { url[($0 + 1)...] } ?? url
    let name = file.trimmed.prefix { $0.isNamePart || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard !name.isEmpty, name.count <= 200 else { return nil }
    distribution = name.text
    if let (_, rest) = file.split(at: "==") { version = rest.prefix { $0 != .space && $0 != UInt8(ascii: ",") }.text }
    readArchive(name)
    if !named.trimmed.isEmpty { distribution = named.trimmed.text }
  }

  /// `name-1.0.tar.gz` (PEP 625) and `.zip`.
  private mutating func readArchive(_ name: Bytes) {
    for ending in [".tar.gz", ".zip"] where name.count > ending.utf8.count && name.text.hasSuffix(ending) {
      let stem = name.dropLast(ending.utf8.count)
      guard let dash = stem.lastIndex(of: UInt8(ascii: "-")) else { continue }
      distribution = stem[..<dash].text
      version = stem[(dash + 1)...].text
    }
  }

  func name(_ build: inout BuildFacts?) {
    build?.distribution = distribution
    build?.version = version
  }

  func name(_ build: inout BuildFacts) {
    build.distribution = distribution
    build.version = version
  }

  /// What pip says before it begins.
  static func announced(_ line: Bytes) -> Bytes? {
    for words in ["Collecting ", "Processing ", "Building wheel for ", "Building wheels for collected packages: "] {
      if let rest = line.behind(words) { return rest.prefix { $0 != .space && $0 != UInt8(ascii: "(") } }
    }
    return nil
  }

  /// What pip says when all is over.
  static func failed(_ line: Bytes) -> Bytes? {
    for words in ["Failed building wheel for ", "Could not build wheels for ", "Failed to build '"] {
      guard let (_, rest) = line.split(at: words) else { continue }
      return rest.prefix { $0 != .space && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "'") }
    }
    guard let (_, rest) = line.split(at: "pyproject.toml based projects (") else { return nil }
    return rest.prefix { $0 != .closingParenthesis && $0 != UInt8(ascii: ",") }
  }
}
