internal import Glibc
package import SystemPackage

/// Two connected descriptors, both closed with this value. Our end never blocks; neither survives an exec.
package struct Pipe: ~Copyable {
  package let readEnd: FileDescriptor
  package let writeEnd: FileDescriptor

  package init() throws(ProcessProblem) {
    do throws(Errno) {
      (readEnd, writeEnd) = try FileDescriptor.pipe(options: .closeOnExec)
    } catch {
      throw .noDescriptors(error)
    }
    readEnd.makeNonBlocking()
  }

  deinit {
    try? readEnd.close()
    try? writeEnd.close()
  }
}

/// A stream in both directions (socketpair(2)): `ours` never blocks on reading, `theirs` is for the child.
package struct SocketPair: ~Copyable {
  package let ours: FileDescriptor
  package let theirs: FileDescriptor

  package init() throws(ProcessProblem) {
    var descriptors: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &descriptors) == 0 else {
      throw .noDescriptors(Errno(rawValue: errno))
    }
    ours = FileDescriptor(rawValue: descriptors[0])
    theirs = FileDescriptor(rawValue: descriptors[1])
    ours.makeNonBlocking()
  }

  deinit {
    try? ours.close()
    try? theirs.close()
  }
}

extension FileDescriptor {
  fileprivate func makeNonBlocking() {
    _ = fcntl(rawValue, F_SETFL, fcntl(rawValue, F_GETFL) | O_NONBLOCK)
  }
}
