internal import Glibc
internal import Synchronization
package import SystemPackage

/// Ctrl-C and its kin, turned into a descriptor that can be waited for beside others.
///
/// The handlers stay for the life of the process; a signal that was ignored when realimport started (nohup) stays
/// ignored. Children get the default action back by exec.
package struct Interruptions: Sendable {
  package let descriptor: FileDescriptor

  /// `nil` where no pipe can be made.
  package init?() {
    guard let pipe = try? FileDescriptor.pipe(options: [.closeOnExec, .nonBlocking]) else { return nil }
    descriptor = pipe.readEnd
    writeEnd.store(pipe.writeEnd.rawValue, ordering: .sequentiallyConsistent)
    for signal in [SIGINT, SIGTERM, SIGHUP] { Self.install(signal) }
  }

  /// Whether a signal came since the start.
  package var happened: Bool { interrupted.load(ordering: .sequentiallyConsistent) }

  private static func install(_ signal: Int32) {
    var former = sigaction()
    sigaction(signal, nil, &former)
    guard former.__sigaction_handler.sa_handler == nil else { return }  // SIG_DFL is the null pointer
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      interrupted.store(true, ordering: .sequentiallyConsistent)
      var byte: UInt8 = 1
      _ = write(writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
    }
    sigaction(signal, &action, nil)
  }
}

private let writeEnd = Atomic<Int32>(-1)
private let interrupted = Atomic<Bool>(false)
