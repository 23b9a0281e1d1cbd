internal import CLinux
internal import Synchronization

/// The processors of this machine that this process may use, and those that it leaves to a child.
///
/// Left to itself, the scheduler often puts a fork on its parent's processor, or wakes the parent on the child's, though
/// another is idle: a processor of a virtual machine that has slept for some milliseconds counts as taken away
/// (`vcpu_is_preempted` in the kernel). Whoever comes second then waits for some milliseconds, a fifth of the time that
/// Python takes to start.
package enum Processors {
  /// As this process was started (sched_getaffinity(2)).
  private static let usable = linux_processors()
  private static let isLimited = Atomic(false)

  /// `nil` where the system does not say.
  static var count: Int? {
    let count = linux_processor_count(usable)
    return count > 0 ? Int(count) : nil
  }

  /// Keeps this process where it is, and what it forks: their memory is in the caches of this processor.
  static func stay() {
    limit(to: linux_own_processor(usable))
  }

  /// Moves this process to another processor, where there is one, and keeps it off the one that it was on.
  static func leave() {
    limit(to: linux_other_processors(usable))
  }

  /// Allows all again: before anything else is started, and where this process has more to do than the child. It stays
  /// where it is for now.
  package static func restore() {
    guard isLimited.exchange(false, ordering: .relaxed) else { return }
    linux_use_processors(usable)
  }

  private static func limit(to processors: linux_processors) {
    isLimited.store(true, ordering: .relaxed)
    linux_use_processors(processors)
  }
}
