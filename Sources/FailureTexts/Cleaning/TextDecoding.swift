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

  /// Whether people could read it: of the bytes at its start few are such as no encoding of text has.
  static func isText(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(sampleLength)
    var strange = 0
    var nuls = (even: 0, odd: 0)
    for (index, byte) in start.enumerated() {
      if byte == 0 {
        if index.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
      } else if byte < 0x20 && !controls.contains(byte) && byte != 0x1B || byte == 0x7F {
        strange += 1
      }
    }
    // In UTF-16 every other byte of ASCII is a NUL.
    return (strange + min(nuls.even, nuls.odd)) * strangeShare <= start.count
  }

  private static let sampleLength = 1 << 16
  /// One of so many bytes at most is strange: programs have many more, terminals' recordings fewer.
  private static let strangeShare = 20
  /// Bell, backspace, tab, line feed, vertical tab, form feed, carriage return, escape.
  private static let controls: ClosedRange<UInt8> = 0x07...0x0D

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
