internal import Probing
internal import SystemCalls

/// Sees to it that workers do not take more memory than they may, and tells when the kernel had to.
///
/// What counts is the resident set of a worker and its children. A limit of the address space (RLIMIT_AS) would not do:
/// torch maps many times what it ever touches.
struct MemoryWatch {
  private let limit: Int?
  private var next = ContinuousClock.now
  private var kernelKills = ProcessTable.kernelMemoryKills()

  init(limit: Int?) {
    self.limit = limit
  }

  /// Short where there is a limit: memory is filled at gigabytes a second.
  var interval: Duration { limit == nil ? .milliseconds(150) : .milliseconds(20) }

  mutating func look(at processes: [WatchedProcess]) {
    guard let limit, ContinuousClock.now >= next else { return }
    next = .now + interval
    for process in processes where !process.isEnded {
      let pages = ProcessTable.family(of: process.identifier).reduce(0) { $0 + $1.residentPages }
      if pages > limit / ProcessTable.pageSize { process.end(.memory(limit)) }
    }
  }

  /// A kill that nobody here ordered, while the kernel counts one more for want of memory, is that one.
  mutating func note(_ worker: Worker) {
    guard worker.observation.ending == .signalled(Signal.kill), let now = ProcessTable.kernelMemoryKills(),
      let before = kernelKills, now > before
    else { return }
    kernelKills = now
    worker.observation.ending = .outOfMemory(.kernel)
  }
}
