/// A place in a line that moves forward; what the small grammars of this target read with.
struct Cursor {
  private(set) var rest: Bytes

  init(_ bytes: Bytes) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  /// Takes a text if it comes next; whether it did.
  mutating func take(_ text: String) -> Bool {
    guard let behind = rest.behind(text) else { return false }
    rest = behind
    return true
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  @discardableResult
  mutating func take(while fits: (UInt8) -> Bool) -> Bytes {
    let taken = rest.prefix(while: fits)
    rest = rest.dropFirst(taken.count)
    return taken
  }

  /// Takes so many digits as the range allows; `nil` where there are fewer, or more.
  mutating func digits(_ count: ClosedRange<Int>) -> Bytes? {
    let taken = rest.prefix(count.upperBound + 1).prefix(while: \.isDigit)
    guard count.contains(taken.count) else { return nil }
    rest = rest.dropFirst(taken.count)
    return taken
  }

  mutating func skipBlanks() {
    rest = rest.drop(while: \.isBlank)
  }

  /// Takes what stands before a byte, and that byte, if it comes within so many bytes.
  mutating func take(upTo byte: UInt8, within limit: Int) -> Bytes? {
    guard let end = rest.prefix(limit).firstIndex(of: byte) else { return nil }
    let taken = rest[rest.startIndex..<end]
    rest = rest[(end + 1)...]
    return taken
  }
}
