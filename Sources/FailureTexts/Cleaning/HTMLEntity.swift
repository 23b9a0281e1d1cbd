/// A character as HTML escapes it.
struct HTMLEntity {
  let character: UInt8
  /// In bytes.
  let length: Int

  init?(at bytes: Bytes) {
    guard let found = Self.table.first(where: { bytes.begins(with: $0.name) }) else { return nil }
    character = found.character
    length = found.name.utf8.count
  }

  private static let table: [(name: String, character: UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
    ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ("&#x27;", UInt8(ascii: "'")), ("&apos;", UInt8(ascii: "'")), ("&#x2F;", UInt8(ascii: "/")),
    ("&nbsp;", UInt8(ascii: " ")),
  ]

  /// Whether a text is HTML: it has an escaped character, and none of those that would have been escaped.
  static func isUsed(in bytes: [UInt8]) -> Bool {
    guard !bytes.contains(UInt8(ascii: "<")) else { return false }
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") && HTMLEntity(at: bytes[$0...]) != nil }
  }
}
