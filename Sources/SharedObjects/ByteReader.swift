/// Numbers and strings in foreign bytes. Every read is checked; nothing here can trap.
struct ByteReader {
  let bytes: [UInt8]
  let isBigEndian: Bool

  /// An unsigned number of `size` bytes at most 8; `nil` beyond the end, or where it does not fit an `Int`.
  func integer(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, size <= 8, offset <= bytes.count - size else { return nil }
    let parts = bytes[offset..<(offset + size)]
    let ordered = isBigEndian ? Array(parts) : parts.reversed()
    return Int(exactly: ordered.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// The bytes up to the next NUL; `nil` where there is none.
  func string(at offset: Int) -> [UInt8]? {
    guard offset >= 0, offset < bytes.count, let end = bytes[offset...].firstIndex(of: 0) else { return nil }
    return Array(bytes[offset..<end])
  }
}
