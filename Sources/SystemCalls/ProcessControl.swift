internal import CLinux
internal import Glibc
package import SystemPackage

/// What may be done to processes that need not be children of this one.
package enum ProcessControl {
  /// Orphans of descendants become children of this process, so that nothing an import starts can get away.
  package static func adoptOrphans() {
    _ = linux_adopt_orphans()
  }

  /// Readable once the process has ended; `nil` before Linux 5.3.
  package static func endingDescriptor(of identifier: Int32) -> FileDescriptor? {
    let descriptor = linux_pidfd_open(identifier)
    return descriptor >= 0 ? FileDescriptor(rawValue: descriptor) : nil
  }

  package static func send(_ signal: Int32, to identifier: Int32) {
    if identifier > 1 { kill(identifier, signal) }
  }

  package static func send(_ signal: Int32, toGroup identifier: Int32) {
    if identifier > 1 { kill(-identifier, signal) }
  }

  /// The status of a child that has ended, as waitpid(2) has it; `nil` where it is no child of this process, or runs.
  package static func reap(_ identifier: Int32) -> Int32? {
    var status: Int32 = 0
    var result: pid_t = 0
    repeat { result = waitpid(identifier, &status, WNOHANG) } while result < 0 && errno == EINTR
    return result == identifier ? status : nil
  }

  package static let own: Int32 = getpid()
}

extension ProcessEnding {
  /// The bits of wait(2): WTERMSIG and WEXITSTATUS are macros that Swift cannot import.
  package init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
