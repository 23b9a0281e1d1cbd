internal import CLinux
internal import Glibc
internal import Probing
internal import SystemPackage

/// The worker's end of the pipe over which it tells the front what happens.
///
/// Imported code may close every descriptor that there is, or put something else under this number: then the pipe is
/// opened anew where the front holds it. A forked child has it, too, but must not speak for the worker.
struct MessageStream {
  let descriptor: Int32
  private let path: String
  private let identity: StreamIdentity?
  private let owner = getpid()

  init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    identity = StreamIdentity(of: descriptor)
  }

  /// Nobody can be told of a failure here: the front sees that the message is missing.
  func send(_ message: WorkerMessage) {
    write(MessageFraming.frame(message))
  }

  private func write(_ bytes: [UInt8]) {
    guard getpid() == owner else { return }
    if StreamIdentity(of: descriptor) == identity {
      writeAll(bytes, to: descriptor)
    } else if let again = try? FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec) {
      writeAll(bytes, to: again.rawValue)
      try? again.close()
    }
  }

  /// By write(2) itself: this runs in the time of the import that is measured.
  private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno != EINTR { return }
        rest = rest.dropFirst(max(count, 0))
      }
    }
  }
}

/// What a descriptor leads to, whatever its number.
private struct StreamIdentity: Equatable {
  private let device: dev_t
  private let inode: ino_t

  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
  }
}
