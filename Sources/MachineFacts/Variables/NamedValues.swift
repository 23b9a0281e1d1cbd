/// Secrets that the value itself names: `--password=…`, `token=…&`, `{"api_key": "…"}`, `Bearer …`.
enum NamedValues {
  /// Where the values stand, without quotes.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let name = text[place...].prefix(while: isNameByte)
      guard !name.isEmpty else {
        place += 1
        continue
      }
      place = name.endIndex
      guard SecretName.fits(name), let start = valueStart(text, after: name) else { continue }
      let value = text[start...].prefix { !isEnd($0) }
      if !value.isEmpty { ranges.append(value.indices) }
      place = value.endIndex
    }
    return ranges
  }

  private static func isNameByte(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D }

  private static func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'&,;}".utf8.contains(byte) }

  /// Behind `=`, behind the `:` after a quoted name, or behind the blank after an option or the `Bearer` of RFC 6750;
  /// `nil` for any other name.
  private static func valueStart(_ text: [UInt8], after name: ArraySlice<UInt8>) -> Int? {
    let rest = text[name.endIndex...]
    let signs = rest.prefix { " \t=:\"'".utf8.contains($0) }
    let isOption = name.starts(with: "--".utf8) || name.elementsEqual("Bearer".utf8)
    let isQuoted = signs.first == UInt8(ascii: "\"") || signs.first == UInt8(ascii: "'")
    guard
      signs.contains(UInt8(ascii: "=")) || isQuoted && signs.contains(UInt8(ascii: ":")) || isOption && !signs.isEmpty
    else { return nil }
    return signs.endIndex
  }
}
