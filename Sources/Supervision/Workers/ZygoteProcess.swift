internal import Probing
internal import SystemCalls
internal import SystemPackage

/// A worker that only waits to fork, as the front knows it.
final class ZygoteProcess {
  enum State {
    /// It starts Python, or imports what its forks are to have.
    case starting
    case ready
    /// What it imported did not succeed, or left threads behind: nothing may be forked from it.
    case unfit
    case ended
  }

  let worker: Worker
  /// What was asked for to be imported in it.
  let name: [String]
  /// All that was imported in it.
  let preloaded: [String]
  private(set) var state = State.starting
  /// Who waits for a fork, in the order in which they asked.
  private var waiting: [(Int32) -> Void] = []
  /// Who waits for the status of a child.
  private var ending: [Int32: WatchedProcess] = [:]

  init(_ name: [String], worker: Worker, preloaded: [String]) {
    self.name = name
    self.worker = worker
    self.preloaded = preloaded
    worker.isWaitedFor = true
    worker.answer = { [unowned self] in take($0) }
    if let last = preloaded.last { worker.streams.send(.preload(last)) }
  }

  /// A process that has everything already.
  init(_ name: [String], copy worker: Worker, preloaded: [String]) {
    self.name = name
    self.worker = worker
    self.preloaded = preloaded
    state = .ready
    worker.isWaitedFor = true
    worker.answer = { [unowned self] in take($0) }
  }

  /// Forks a worker for these modules, and tells it to import them.
  /// - Parameter failed: Called where no process came of it.
  func fork(
    _ plans: [ModulePlan], timeout: Duration, began: @escaping (Worker) -> Void, failed: @escaping () -> Void
  ) {
    guard let streams = try? WorkerStreams(), worker.streams.send(.fork(streams.channels), with: streams.theirs) else {
      return failed()
    }
    // Beside several workers this process runs wherever there is room.
    Processors.restore()
    let child = Worker(streams: streams, plans: plans, timeout: timeout)
    waiting.append { [unowned self] identifier in
      guard identifier > 0 else { return failed() }
      child.begin(process(identifier, streams, timeout))
      child.observation.interpreter = worker.observation.interpreter
      child.observation.preloaded = preloaded
      child.observation.output = worker.observation.output
      child.parent = worker
      began(child)
    }
  }

  var isForking: Bool { !waiting.isEmpty }

  private func process(_ identifier: Int32, _ streams: WorkerStreams, _ timeout: Duration) -> WatchedProcess {
    let process = WatchedProcess(
      forked: identifier, output: streams.output.ours, deadline: .now + timeout,
      requestStatus: { [weak self] identifier in self?.askForStatus(of: identifier) ?? false })
    ending[identifier] = process
    return process
  }

  private func askForStatus(of identifier: Int32) -> Bool {
    guard worker.process?.isEnded == false else { return false }
    worker.streams.send(.reap(identifier))
    return true
  }

  private func take(_ message: WorkerMessage) {
    switch message {
    case .ready where preloaded.isEmpty: state = .ready
    case .preloaded(let facts): state = facts.succeeded && facts.threads == 1 ? .ready : .unfit
    case .forked(let identifier): if !waiting.isEmpty { waiting.removeFirst()(identifier) }
    case .reaped(let identifier, let status): ending.removeValue(forKey: identifier)?.take(status: status)
    default: break
    }
    // From here on it only waits for orders, as long as it takes.
    if case .ready = state { worker.process?.deadline = .now + Worker.longTime }
  }

  /// It is no more: nobody gets a fork from it. Its children are ours now.
  func end() {
    state = .ended
    let left = waiting
    waiting = []
    for callback in left { callback(0) }
    for process in ending.values { process.forgetAnswer() }
  }
}
