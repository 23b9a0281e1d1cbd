package import SystemPackage

extension FileDescriptor {
  /// All that comes until the end of the stream, but no more than this many bytes.
  /// - Throws: `Errno` of read(2).
  package func readToEnd(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let part = try [UInt8](unsafeUninitializedCapacity: min(Self.part, limit - bytes.count)) { buffer, count in
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  /// What a pipe holds (pipe(7)).
  private static var part: Int { 1 << 16 }
}
