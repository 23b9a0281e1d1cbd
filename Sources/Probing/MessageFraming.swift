/// Messages on a stream: four bytes of length, least significant first, then so many bytes of one value (``WireCodable``).
package enum MessageFraming {
  /// A longer message is not believed: the stream was written by somebody else.
  package static let limit = 256 << 20

  package static func frame(_ message: some WireCodable) -> [UInt8] {
    var wire = WireEncoder()
    message.encode(to: &wire)
    return frame(body: wire.bytes)
  }

  package static func frame(body: [UInt8]) -> [UInt8] {
    let length = UInt32(truncatingIfNeeded: body.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + body
  }

  /// The length that four header bytes announce; `nil` where it is beyond ``limit`` or there are too few bytes.
  package static func length(header: some Sequence<UInt8>) -> Int? {
    var length = 0
    var count = 0
    for byte in header.prefix(4) {
      length |= Int(byte) << (8 * count)
      count += 1
    }
    return count == 4 && length <= limit ? length : nil
  }
}

/// Puts a stream of bytes together again into messages.
///
/// What is asked of `Message` is asked where one is read: Swift's runtime would look for the conformance before.
package struct MessageReader<Message> {
  private var pending: [UInt8] = []
  /// Something that is no message came; nothing after it can be understood.
  package private(set) var isGarbled = false

  package init() {}
}

extension MessageReader where Message: WireCodable {
  /// The messages that are complete with these bytes.
  package mutating func receive(_ bytes: [UInt8]) -> [Message] {
    guard !isGarbled else { return [] }
    pending += bytes
    var messages: [Message] = []
    var start = 0
    while pending.count - start >= 4 {
      guard let length = MessageFraming.length(header: pending[start...]) else { return garbled(messages) }
      guard pending.count - start - 4 >= length else { break }
      var wire = WireDecoder(pending[(start + 4)..<(start + 4 + length)])
      guard let message = try? Message(from: &wire), wire.isAtEnd else { return garbled(messages) }
      messages.append(message)
      start += 4 + length
    }
    pending.removeFirst(start)
    return messages
  }

  private mutating func garbled(_ messages: [Message]) -> [Message] {
    isGarbled = true
    pending = []
    return messages
  }
}
