internal import CLinux
internal import Glibc
package import SystemPackage

/// The front's side of the log into which a worker writes the name of each module that it looks for, one in a line.
///
/// It lies in memory that both share: nobody is woken by it, and a process that dies leaves it behind.
package final class ImportLog {
  package let descriptor: FileDescriptor
  private let log: UnsafeMutablePointer<import_log>
  private var position: UInt64 = 0

  package init() throws(ProcessProblem) {
    let descriptor = import_log_create()
    guard descriptor >= 0, let log = import_log_map(descriptor) else {
      let problem = Errno(rawValue: errno)
      if descriptor >= 0 { close(descriptor) }
      throw .noDescriptors(problem)
    }
    self.descriptor = FileDescriptor(rawValue: descriptor)
    self.log = log
  }

  /// The lines that were written since the last call; of very many only the last.
  package func newLines() -> [UInt8] {
    guard import_log_has_more(log, position) != 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(import_log_capacity)) { buffer, count in
      count = import_log_read(log, &position, buffer.baseAddress)
    }
  }

  deinit {
    import_log_unmap(log)
    try? descriptor.close()
  }
}
