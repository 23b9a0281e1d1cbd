/// The order in which a cache is sorted: numbers within names count as numbers, so that `libx.so.9` comes before
/// `libx.so.10` (`_dl_cache_libcmp` of glibc's `elf/dl-cache.c`).
///
/// - Returns: Less than, equal to or greater than 0, as strcmp(3).
func compareCacheNames(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var (left, right) = (CacheNameCursor(first), CacheNameCursor(second))
  while let byte = left.byte {
    switch (byte.isDigit, right.byte?.isDigit ?? false) {
    case (true, true):
      let (value, other) = (left.takeNumber(), right.takeNumber())
      if value != other { return Int(value &- other) }
    case (true, false): return 1
    case (false, true): return -1
    case (false, false):
      if byte != right.byte { return signed(byte) - signed(right.byte) }
      left.skip()
      right.skip()
    }
  }
  return -signed(right.byte)
}

/// C's `char`, which has a sign on x86; on other machines names that are not ASCII are sorted differently.
private func signed(_ byte: UInt8?) -> Int { Int(Int8(bitPattern: byte ?? 0)) }

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

private struct CacheNameCursor {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip() { position += 1 }

  /// A long number overflows C's `int`; the cache is sorted by what comes of it.
  mutating func takeNumber() -> Int32 {
    var number: Int32 = 0
    while let digit = byte, digit.isDigit {
      number = number &* 10 &+ Int32(digit - 0x30)
      skip()
    }
    return number
  }
}
