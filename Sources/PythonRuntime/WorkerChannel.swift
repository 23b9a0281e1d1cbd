internal import Glibc
internal import Probing
internal import SystemPackage

/// The worker's end of the stream to the front.
///
/// The descriptor is moved away from the low numbers, which imported code may expect to be free, and does not
/// survive an exec. A forked child has it, too, but must not speak for the worker.
struct WorkerChannel {
  private let descriptor: FileDescriptor
  private let owner = getpid()

  init?(_ given: Int32) {
    guard let number = Self.numbers.lazy.map({ fcntl(given, F_DUPFD_CLOEXEC, $0) }).first(where: { $0 >= 0 }) else {
      return nil
    }
    close(given)
    descriptor = FileDescriptor(rawValue: number)
  }

  /// Above the numbers that programs use themselves; the lower ones where a process may have few descriptors.
  private static let numbers: [Int32] = [900, 200, 50, 10]

  /// Waits for the plan; `nil` where the front is gone or did not send one.
  func receivePlan() -> Plan? {
    var reader = MessageReader<Plan>()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !reader.isGarbled {
      let count = (try? buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }) ?? 0
      guard count > 0 else { return nil }
      if let plan = reader.receive(Array(buffer[..<count])).first { return plan }
    }
    return nil
  }

  /// The same as ``WorkerMessage/importing(_:)``, of which there are thousands: names of modules that need no escape
  /// in JSON are framed without an encoder.
  func send(importing name: String) {
    let isPlain = name.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isPlain else { return send(.importing(name)) }
    guard getpid() == owner else { return }
    _ = try? descriptor.writeAll(MessageFraming.frame(json: Array(#"{"importing":{"_0":"\#(name)"}}"#.utf8)))
  }

  /// Nobody can be told of a failure here: the front sees that the message is missing.
  func send(_ message: WorkerMessage) {
    guard getpid() == owner, let bytes = try? MessageFraming.frame(message) else { return }
    _ = try? descriptor.writeAll(bytes)
  }
}
