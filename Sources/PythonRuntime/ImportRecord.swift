internal import CLinux
internal import Glibc

/// The worker's side of the log that tells the front which module is being looked for.
///
/// Being memory, it is out of reach of code that closes descriptors. A forked child has it, too, but must not speak for
/// the worker.
struct ImportRecord {
  private let log: UnsafeMutablePointer<import_log>
  private let owner = getpid()

  init?(mapping descriptor: Int32) {
    guard let log = import_log_map(descriptor) else { return nil }
    self.log = log
  }

  /// In a forked child, which writes into another one.
  func forget() { import_log_unmap(log) }

  func add(_ name: String) {
    guard getpid() == owner else { return }
    import_log_add(log, name, name.utf8.count)
  }
}
