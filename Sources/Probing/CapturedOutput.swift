/// What imported code wrote to its standard output and error: the first and the last part, and how much in all.
package struct CapturedOutput: Sendable, Equatable {
  /// Kept of each end.
  package static let part = 64 << 10

  package private(set) var byteCount = 0
  private var first: [UInt8] = []
  private var last: [UInt8] = []

  package init() {}

  package mutating func append(_ bytes: [UInt8]) {
    byteCount += bytes.count
    let room = Self.part - first.count
    first += bytes.prefix(room)
    last += bytes.dropFirst(room)
    if last.count > 2 * Self.part { last.removeFirst(last.count - Self.part) }
  }

  package var isTruncated: Bool { byteCount > first.count + min(last.count, Self.part) }

  /// Both parts, with a line between them that says how much is left out.
  package var text: String {
    let end = last.suffix(Self.part)
    guard isTruncated else { return String(decoding: first + end, as: UTF8.self) }
    let left = byteCount - first.count - end.count
    return String(decoding: first, as: UTF8.self) + "\n… \(left) bytes left out …\n"
      + String(decoding: end, as: UTF8.self)
  }
}
