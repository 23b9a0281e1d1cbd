/// The bytes of a text in UTF-8, out of what editors, consoles and shells write.
enum TextDecoding {
  /// A longer text is read at both ends: what failed first and what failed last.
  static let limit = 8 << 20

  /// UTF-16 is known by its mark of byte order. Without one, and in UTF-32, the NULs of ASCII go later with other
  /// control characters, which leaves the text.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch bytes.prefix(2) {
    case [0xFF, 0xFE]: utf16(bytes.dropFirst(2), low: 0)
    case [0xFE, 0xFF]: utf16(bytes.dropFirst(2), low: 1)
    default: bytes
    }
  }

  /// - Parameter low: Which byte of a pair is the lower half.
  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + 1 - low]) << 8 | UInt16(bytes[index + low]))
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
