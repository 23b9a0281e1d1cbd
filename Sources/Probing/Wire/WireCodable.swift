/// A value that crosses the pipe between front and worker.
///
/// Not `Codable`: putting the generic types of a JSON coder together for the first time takes Swift's runtime longer
/// than all messages of a small import take to be written and read, and both processes would do it in every run.
///
/// Numbers have eight bytes, least significant first; text, lists and optional values begin with their length; a case
/// of an enumeration begins with a byte of its own.
package protocol WireCodable {
  func encode(to wire: inout WireEncoder)
  init(from wire: inout WireDecoder) throws(WireProblem)
}

/// Bytes that are no value of the type that is expected.
package struct WireProblem: Error {}

package struct WireEncoder {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  mutating func tag(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func number(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
  }

  mutating func text(_ value: String) {
    number(UInt64(value.utf8.count))
    bytes += value.utf8
  }
}

package struct WireDecoder {
  private var rest: ArraySlice<UInt8>
  private var depth = 0
  /// Exceptions hold exceptions; a stream that was written by somebody else must not exhaust the stack.
  private static let depthLimit = 512

  package init(_ bytes: some Sequence<UInt8>) {
    rest = Array(bytes)[...]
  }

  package var isAtEnd: Bool { rest.isEmpty }

  mutating func tag() throws(WireProblem) -> UInt8 {
    guard let byte = rest.popFirst() else { throw WireProblem() }
    return byte
  }

  mutating func number() throws(WireProblem) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func text() throws(WireProblem) -> String {
    guard let length = Int(exactly: try number()), let text = String(validating: try take(length), as: UTF8.self) else {
      throw WireProblem()
    }
    return text
  }

  /// Reads something that may lie within itself.
  mutating func nested<Value>(_ read: (inout WireDecoder) throws(WireProblem) -> Value) throws(WireProblem) -> Value {
    guard depth < Self.depthLimit else { throw WireProblem() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func take(_ count: Int) throws(WireProblem) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw WireProblem() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
