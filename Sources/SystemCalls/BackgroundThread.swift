internal import Glibc

/// A thread that does one thing beside the rest of the program (pthreads(7)).
///
/// Nothing may be forked while there is one: a copy of the process has the locks that it holds, and nobody to open
/// them (fork(2)).
package final class BackgroundThread: Sendable {
  private let identifier: pthread_t

  /// `nil` where the system starts no thread; nothing is done then.
  package init?(_ body: @escaping @Sendable () -> Void) {
    Processors.restore()
    let work = Unmanaged.passRetained(Work(body))
    var identifier = pthread_t()
    let status = pthread_create(&identifier, nil, Work.run, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    self.identifier = identifier
  }

  /// Waits until it is done.
  deinit { pthread_join(identifier, nil) }
}

/// What is handed to the thread, which lets go of it.
private final class Work: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { address in
    address.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
    return nil
  }
}
