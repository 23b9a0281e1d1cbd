internal import FoundationEssentials
package import SystemPackage

/// Where a distribution was installed from, when it did not come from an index: `direct_url.json` (PEP 610).
package struct DirectURL: Hashable, Sendable {
  package let url: String
  /// Whether the project's own folder is imported instead of a copy.
  package let isEditable: Bool

  /// - Throws: an error when the bytes are not JSON of that form.
  package init(_ bytes: [UInt8]) throws {
    let wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
    url = wire.url
    isEditable = wire.directory?.editable ?? false
  }

  private struct Wire: Decodable {
    let url: String
    let directory: Directory?

    struct Directory: Decodable {
      let editable: Bool?
    }

    enum CodingKeys: String, CodingKey {
      case url
      case directory = "dir_info"
    }
  }

  /// The folder that a `file:` address of this machine names.
  package var folder: FilePath? {
    guard let path = localPath, path.utf8.first == .slash else { return nil }
    return FilePath(bytes: Self.percentDecoded(path)).lexicallyNormalized()
  }

  /// `file ::= 'file:' ('//' 'localhost'?)? path`
  private var localPath: Substring? {
    guard url.prefix(5).lowercased() == "file:" else { return nil }
    let rest = url.dropFirst(5).prefix { $0 != "#" && $0 != "?" }
    guard rest.hasPrefix("//") else { return rest }
    let host = rest.dropFirst(2)
    return host.lowercased().hasPrefix("localhost/") ? host.dropFirst("localhost".count) : host
  }

  /// Bytes and not text: a folder's name need not be UTF-8.
  private static func percentDecoded(_ text: Substring) -> [UInt8] {
    var decoded: [UInt8] = []
    var cursor = ByteCursor(String(text))
    while let byte = cursor.peek() {
      let high = cursor.peek(1)?.hexDigitValue
      let low = cursor.peek(2)?.hexDigitValue
      if byte == UInt8(ascii: "%"), let high, let low {
        decoded.append(high << 4 | low)
        cursor.skip(3)
      } else {
        decoded.append(byte)
        cursor.skip()
      }
    }
    return decoded
  }
}
