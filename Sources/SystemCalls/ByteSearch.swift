internal import Glibc

extension [UInt8] {
  /// Where this byte stands first in a part of the bytes; memchr(3) looks at many of them at once.
  package func firstIndex(of byte: UInt8, in part: Range<Int>) -> Int? {
    let part = part.clamped(to: indices)
    return withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !part.isEmpty else { return nil }
      return memchr(start + part.lowerBound, Int32(byte), part.count).map { UnsafeRawPointer($0) - start }
    }
  }
}
