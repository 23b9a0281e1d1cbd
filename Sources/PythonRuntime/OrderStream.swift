internal import CLinux
internal import Glibc
internal import Probing

/// The worker's end of the socket over which the front gives its orders.
struct OrderStream {
  let descriptor: Int32
  private var reader = MessageReader<WorkerOrder>()
  private var waiting: [WorkerOrder] = []
  /// Came with the orders, and belongs to whoever carries the next fork out.
  private var received: [Int32] = []

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Waits for the next order; `nil` where the front is gone or sends something else.
  mutating func next() -> WorkerOrder? {
    while waiting.isEmpty {
      guard !reader.isGarbled, let bytes = receive() else { return nil }
      waiting = reader.receive(bytes)
    }
    return waiting.removeFirst()
  }

  mutating func takeDescriptors() -> [Int32] {
    defer { received = [] }
    return received
  }

  /// In bytes, of an order; longer ones come in parts. Memory that nobody has touched yet takes time.
  private static let usualSize = 1 << 12

  private mutating func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: Self.usualSize)
    var descriptors = [Int32](repeating: -1, count: Int(linux_descriptor_limit))
    var number: Int32 = 0
    var count = 0
    repeat {
      count = linux_receive(descriptor, &buffer, buffer.count, &descriptors, &number)
    } while count < 0 && errno == EINTR
    received += descriptors.prefix(Int(max(number, 0)))
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}
