internal import CLinux
internal import Glibc
package import SystemPackage

/// A stream from a child: `ours` is read and never blocks, `theirs` is for the child. Neither survives an exec, and
/// both are closed with this value.
package struct ChildStream: ~Copyable {
  package let ours: FileDescriptor
  package private(set) var theirs: FileDescriptor?

  private init(_ ours: FileDescriptor, _ theirs: FileDescriptor) {
    self.ours = ours
    self.theirs = theirs
    _ = fcntl(ours.rawValue, F_SETFL, fcntl(ours.rawValue, F_GETFL) | O_NONBLOCK)
  }

  /// For what the child writes (pipe(2)).
  package static func pipe() throws(ProcessProblem) -> ChildStream {
    do throws(Errno) {
      let ends = try FileDescriptor.pipe(options: .closeOnExec)
      return ChildStream(ends.readEnd, ends.writeEnd)
    } catch {
      throw .noDescriptors(error)
    }
  }

  /// For both directions (socketpair(2)).
  package static func socket() throws(ProcessProblem) -> ChildStream {
    var descriptors: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &descriptors) == 0 else {
      throw .noDescriptors(Errno(rawValue: errno))
    }
    return ChildStream(FileDescriptor(rawValue: descriptors[0]), FileDescriptor(rawValue: descriptors[1]))
  }

  /// The child's end under a number of the child's.
  package func grant(as number: Int32) -> [DescriptorGrant] {
    theirs.map { [DescriptorGrant(ours: $0, number: number)] } ?? []
  }

  /// Once the child has its own: a stream ends only when nobody can write any more.
  package mutating func closeTheirs() {
    try? theirs.take()?.close()
  }

  /// Sends bytes with copies of descriptors; the receiver gets both or neither.
  package borrowing func send(_ bytes: [UInt8], with descriptors: [FileDescriptor]) -> Bool {
    let numbers = descriptors.map(\.rawValue)
    let count = linux_send(ours.rawValue, bytes, bytes.count, numbers, Int32(numbers.count))
    return count == bytes.count
  }

  /// Sends all of it, unless the other side is gone or takes nothing for a second; it is then seen to have ended or
  /// to hang.
  package borrowing func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Without MSG_NOSIGNAL a child that died would take us with it.
      let count = rest.withUnsafeBytes { Glibc.send(ours.rawValue, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var entry = pollfd(fd: ours.rawValue, events: Int16(POLLOUT), revents: 0)
        guard poll(&entry, 1, 1000) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }

  deinit {
    try? theirs?.close()
    try? ours.close()
  }
}
