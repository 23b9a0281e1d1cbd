/// The lines of a text file without their ends, of whatever kind: `\n`, `\r\n` or `\r`, as Python reads them.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8]) {
    self.init(bytes, in: bytes.indices)
  }

  /// The lines of a part; their indices are those of the whole.
  init(_ bytes: [UInt8], in part: Range<Int>) {
    self.bytes = bytes
    let part = part.clamped(to: bytes.indices)
    position = part.lowerBound
    end = part.upperBound
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard position < end else { return nil }
    let start = position
    while position < end, bytes[position] != .lineFeed, bytes[position] != .carriageReturn {
      position += 1
    }
    let line = bytes[start..<position]
    skipLineEnd()
    return line
  }

  private mutating func skipLineEnd() {
    let isReturn = position < end && bytes[position] == .carriageReturn
    position += 1
    if isReturn, position < end, bytes[position] == .lineFeed { position += 1 }
  }
}
