internal import CLinux
internal import Glibc
internal import Probing

/// All that connects a worker with the front: orders come in, messages and last words go out.
///
/// The descriptors are moved away from the low numbers, which imported code may expect to be free, and do not survive
/// an exec.
final class FrontLink {
  private var orders: OrderStream
  private(set) var messages: MessageStream
  /// Where a crash and the stacks at a deadline are written.
  let evidence: Int32
  private(set) var imports: ImportRecord?

  init?(_ given: WorkerDescriptors) {
    guard let orders = Self.moved(given.orders), let messages = Self.moved(given.messages),
      let evidence = Self.moved(given.evidence)
    else { return nil }
    self.orders = OrderStream(orders)
    self.messages = MessageStream(messages, path: "")
    self.evidence = evidence
    imports = ImportRecord(mapping: given.imports)
    close(given.imports)
  }

  func nextOrder() -> WorkerOrder? { orders.next() }

  func descriptorsOfOrder() -> [Int32] { orders.takeDescriptors() }

  /// Learns where the front holds the other ends.
  func use(_ channels: WorkerChannels) {
    messages = MessageStream(messages.descriptor, path: Self.path(channels, channels.messages))
    CrashReports.speak(on: evidence, path: Self.path(channels, channels.evidence))
  }

  /// Turns a forked child into a worker of its own.
  /// - Parameter descriptors: Orders, messages, evidence, imports and output, as they came with the order to fork.
  func become(_ channels: WorkerChannels, _ descriptors: [Int32], diesWithParent: Bool) {
    // A front that is killed cannot end its workers any more.
    _ = linux_set_parent_death_signal(diesWithParent ? SIGKILL : 0)
    setpgid(0, 0)
    for (own, new) in zip([orders.descriptor, messages.descriptor, evidence], descriptors) {
      _ = linux_duplicate(new, own)
    }
    if let output = descriptors.last {
      dup2(output, STDOUT_FILENO)
      dup2(output, STDERR_FILENO)
    }
    imports?.forget()
    imports = descriptors.dropFirst(3).first.flatMap(ImportRecord.init(mapping:))
    for descriptor in descriptors { close(descriptor) }
    orders = OrderStream(orders.descriptor)
    use(channels)
  }

  /// Opened through the process that holds it (proc(5)).
  private static func path(_ channels: WorkerChannels, _ number: Int32) -> String {
    "/proc/\(channels.front)/fd/\(number)"
  }

  private static func moved(_ given: Int32) -> Int32? {
    let moved = numbers.lazy.map { fcntl(given, F_DUPFD_CLOEXEC, $0) }.first { $0 >= 0 }
    if moved != nil { close(given) }
    return moved
  }

  /// Above the numbers that programs use themselves; the lower ones where a process may have few descriptors.
  private static let numbers: [Int32] = [900, 200, 50, 10]
}
