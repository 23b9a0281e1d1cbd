internal import Glibc
package import SystemPackage

/// Sleeps until one of the descriptors has something to read, or has ended, or until the deadline (poll(2)).
/// - Returns: For each descriptor whether it is worth a look.
package func waitForInput(_ descriptors: [FileDescriptor], until deadline: ContinuousClock.Instant) -> [Bool] {
  var entries = descriptors.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
  // No more than a day, so that no number overflows.
  let left = min(max(deadline - .now, .zero), .seconds(86_400))
  let pause = Int32(left / .milliseconds(1)) + (left > .zero ? 1 : 0)
  guard poll(&entries, nfds_t(entries.count), pause) > 0 else { return descriptors.map { _ in false } }
  return entries.map { $0.revents != 0 }
}

extension FileDescriptor {
  /// What can be read without waiting: `nil` when there is nothing yet, empty at the end or on an error.
  package func availableBytes() -> [UInt8]? {
    do {
      return try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch Errno.wouldBlock, Errno.interrupted {
      return nil
    } catch {
      return []
    }
  }
}
