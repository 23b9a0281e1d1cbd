/// The lines of a text file without their ends, of whatever kind: `\n`, `\r\n` or `\r`, as Python reads them.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != .lineFeed, bytes[position] != .carriageReturn {
      position += 1
    }
    let line = bytes[start..<position]
    skipLineEnd()
    return line
  }

  private mutating func skipLineEnd() {
    let isReturn = position < bytes.count && bytes[position] == .carriageReturn
    position += 1
    if isReturn, position < bytes.count, bytes[position] == .lineFeed { position += 1 }
  }
}
