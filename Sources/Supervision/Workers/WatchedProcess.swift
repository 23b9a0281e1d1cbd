internal import Probing
internal import SystemCalls
internal import SystemPackage

/// One process on its way to its end: its limits are kept, and nothing of it stays behind.
final class WatchedProcess {
  /// Why a process has to end before it does so itself.
  enum Reason {
    case deadline, interruption, memory(Int)
  }

  enum Stage {
    case running
    /// Asked for its stacks.
    case asked(until: ContinuousClock.Instant)
    /// Told to end, so that it can tidy up.
    case told(until: ContinuousClock.Instant)
    case killed(until: ContinuousClock.Instant)
    /// No longer running; its status is awaited.
    case gone(until: ContinuousClock.Instant)
    case ended(ProcessEnding)
  }

  let identifier: Int32
  let endingDescriptor: FileDescriptor?
  var deadline: ContinuousClock.Instant
  private(set) var stage = Stage.running
  private(set) var reason: Reason?
  /// Its own pipe, by which processes that it leaves behind are known.
  private let output: FileDescriptor
  private var child: ChildProcess?
  private let ownsEndingDescriptor: Bool
  /// Of a process that is no child of ours: asks its parent to wait for it, unless that is no more.
  private let requestStatus: ((Int32) -> Bool)?
  private let tellsStacks: Bool

  /// A child of this process.
  init(child: consuming ChildProcess, output: FileDescriptor, deadline: ContinuousClock.Instant, tellsStacks: Bool) {
    identifier = child.identifier
    endingDescriptor = child.endingDescriptor
    ownsEndingDescriptor = false
    self.child = consume child
    self.output = output
    self.deadline = deadline
    self.tellsStacks = tellsStacks
    requestStatus = nil
  }

  /// A child of another process that we started.
  init(
    forked identifier: Int32, output: FileDescriptor, deadline: ContinuousClock.Instant,
    requestStatus: @escaping (Int32) -> Bool
  ) {
    self.identifier = identifier
    endingDescriptor = ProcessControl.endingDescriptor(of: identifier)
    ownsEndingDescriptor = true
    child = nil
    self.output = output
    self.deadline = deadline
    tellsStacks = true
    self.requestStatus = requestStatus
  }

  deinit {
    if ownsEndingDescriptor { try? endingDescriptor?.close() }
  }

  // Stacks of many threads take a moment to be written; the grace is what service managers use at the least; a process
  // that does not end when killed hangs in the kernel, and nobody can help that.
  private static let patienceForStacks = Duration.milliseconds(300)
  private static let grace = Duration.seconds(1)
  private static let patienceAfterKill = Duration.seconds(5)
  /// For the system to make us the parent of a process whose own is no more.
  private static let patienceForAdoption = Duration.milliseconds(200)

  var isEnded: Bool {
    if case .ended = stage { return true }
    return false
  }

  /// Whether it still runs, as far as the system knows at this moment.
  var isRunning: Bool { !isEnded && !isGone }

  /// When something must be looked at even if no descriptor says so.
  var nextLook: ContinuousClock.Instant {
    let blind: ContinuousClock.Instant = endingDescriptor == nil ? .now + .milliseconds(10) : .now + .milliseconds(500)
    return switch stage {
    case .running: min(deadline, blind)
    case .asked(let until), .told(let until), .killed(let until): min(until, blind)
    case .gone: .now + .milliseconds(5)
    case .ended: .now
    }
  }

  /// Begins to end the process, in steps.
  func end(_ reason: Reason) {
    guard case .running = stage else { return }
    self.reason = reason
    if case .deadline = reason, tellsStacks {
      ProcessControl.send(WorkerSignals.stacks, to: identifier)
      stage = .asked(until: .now + Self.patienceForStacks)
    } else if case .memory = reason {
      kill()
    } else {
      tell()
    }
  }

  /// - Parameter hasEnded: What its descriptor says; asked for where it has none.
  func advance(hasEnded: Bool) {
    switch stage {
    case .running, .asked, .told, .killed:
      if hasEnded || endingDescriptor == nil && isGone { return leave() }
    case .gone(let until):
      if let status = ProcessControl.reap(identifier) { return take(status: status) }
      if ContinuousClock.now >= until { stage = .ended(.signalled(Signal.kill)) }
      return
    case .ended: return
    }
    advanceInTime()
  }

  private func advanceInTime() {
    let now = ContinuousClock.now
    switch stage {
    case .running where now >= deadline: end(.deadline)
    case .asked(let until) where now >= until: tell()
    case .told(let until) where now >= until: kill()
    case .killed(let until) where now >= until: leave()
    default: break
    }
  }

  /// The status of a process that its own parent waited for.
  func take(status: Int32?) {
    guard case .gone = stage, let status else { return }
    stage = .ended(ProcessEnding(waitStatus: status))
  }

  /// Whoever was asked for the status is no more.
  func forgetAnswer() {
    if case .gone = stage { stage = .gone(until: .now + Self.patienceForAdoption) }
  }

  private func tell() {
    ProcessControl.send(Signal.terminate, toGroup: identifier)
    ProcessControl.send(Signal.terminate, to: identifier)
    stage = .told(until: .now + Self.grace)
  }

  func kill() {
    // Whoever left the group is still of the family.
    for member in ProcessTable.family(of: identifier) { ProcessControl.send(Signal.kill, to: member.identifier) }
    ProcessControl.send(Signal.kill, toGroup: identifier)
    stage = .killed(until: .now + Self.patienceAfterKill)
  }

  /// The process is a zombie: its group cannot be anybody else's yet.
  private func leave() {
    if let child = child.take() {
      stage = .ended(child.end())
    } else {
      ProcessControl.send(Signal.kill, toGroup: identifier)
      let isAsked = requestStatus?(identifier) ?? false
      stage = .gone(until: .now + (isAsked ? Self.patienceAfterKill : Self.patienceForAdoption))
    }
  }

  private var isGone: Bool {
    ProcessTable.entry(identifier)?.isZombie ?? true
  }

  /// Whether a process that became a child of ours came from this one.
  func isParent(of orphan: ProcessTable.Entry) -> Bool {
    orphan.group == identifier || orphan.session == identifier || ProcessTable.holds(orphan.identifier, output)
  }
}
