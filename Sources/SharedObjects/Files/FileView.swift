internal import SystemCalls

/// A file with the byte order of its numbers. Every read is checked; nothing here can trap.
///
/// Places are sums of places in the mapped file, which are less than 2^47, and of products of two 32-bit numbers at
/// most: they do not overflow.
struct FileView: Sendable {
  let file: MappedFile
  let isBigEndian: Bool

  func byte(at offset: Int) -> UInt8? { file.byte(at: offset) }

  func half(at offset: Int) -> UInt16? { ordered(file.half(at: offset)) }

  func word(at offset: Int) -> UInt32? { ordered(file.word(at: offset)) }

  func longWord(at offset: Int) -> UInt64? { ordered(file.longWord(at: offset)) }

  /// An unsigned number of 2, 4 or 8 bytes.
  func unsigned(at offset: Int, size: Int) -> UInt64? {
    switch size {
    case 2: half(at: offset).map(UInt64.init)
    case 4: word(at: offset).map(UInt64.init)
    default: longWord(at: offset)
    }
  }

  /// The same; `nil` also for what does not fit an `Int`.
  func integer(at offset: Int, size: Int) -> Int? {
    unsigned(at: offset, size: size).flatMap { Int(exactly: $0) }
  }

  /// - Throws: ``ObjectProblem/truncated(_:)`` where the file is shorter.
  func require(_ size: Int) throws(ObjectProblem) {
    guard size <= file.count else { throw .truncated(Truncation(size: file.count, expectedSize: size)) }
  }

  private func ordered<Number: FixedWidthInteger>(_ number: Number?) -> Number? {
    number.map { isBigEndian ? Number(bigEndian: $0) : Number(littleEndian: $0) }
  }
}
