package import Probing
package import SystemCalls
package import SystemPackage

/// Does jobs, several at a time, each in a process that cannot hurt this one, and leaves no process behind.
///
/// One thread waits for everything there is to wait for. No stream is read to its end and no process is waited for
/// before it has ended, so nothing that imported code does can hold the supervisor up.
package final class Supervisor {
  let settings: WorkerSettings
  private let interruptions: Interruptions?
  let zygotes: Zygotes
  var queue: [Job] = []
  var workers: [RunningWorker] = []
  var controls: [RunningControl] = []
  var isStopping = false
  let orphanage = Orphanage()
  var memory: MemoryWatch

  /// Called often while something runs, with what is known of it.
  package var progress: ([Observation]) -> Void = { _ in }

  /// Called once, as soon as the first jobs are under way: what else has to be done costs no time then.
  package var begun: (() -> Void)?

  package init(_ settings: WorkerSettings, interruptions: Interruptions?) {
    self.settings = settings
    self.interruptions = interruptions
    zygotes = Zygotes(settings)
    memory = MemoryWatch(limit: settings.memoryLimit)
    ProcessControl.adoptOrphans()
  }

  struct RunningWorker {
    let job: Job
    let worker: Worker
    let plans: [ModulePlan]
    var isPastHalf = false
    var isForeseen = false
    /// It is being ended to be begun anew from there.
    var better: Job.Origin?
  }

  struct RunningControl {
    let job: Job
    let control: ControlProcess
  }

  package func enqueue(_ job: Job) {
    if job.priority == .inTurn { queue.append(job) } else { queue.insert(job, at: 0) }
  }

  /// Why Python could not be started at all, where that is so.
  package var startFailure: Observation? { zygotes.startFailure }

  /// Lets processes that are forked from now on compile each source file only once between them.
  package func cacheBytecode(in folder: FilePath) {
    for zygote in zygotes.all { zygote.worker.streams.send(.cacheBytecode(PythonPath(bytes: folder.bytes))) }
  }

  /// Works until there is nothing left to do, or the user interrupts.
  package func run() {
    while !queue.isEmpty || !workers.isEmpty || !controls.isEmpty {
      if interruptions?.happened == true { stop() }
      startWaitingJobs()
      begun?()
      begun = nil
      turn()
    }
  }

  /// Ends everything that was started and still runs.
  package func end() {
    // What others left behind was swept up when they ended.
    guard !zygotes.all.isEmpty else { return }
    // The youngest first, so that each still has its parent to wait for it.
    for zygote in zygotes.all.sorted(by: { $0.preloaded.count > $1.preloaded.count }) {
      zygote.worker.process?.kill()
    }
    while zygotes.all.contains(where: { $0.worker.process?.isEnded == false }) { turn() }
    sweep()
  }

  /// No new job is begun, and those under way are ended.
  private func stop() {
    guard !isStopping else { return }
    isStopping = true
    queue = []
    for process in processes { process.end(.interruption) }
  }

  // MARK: Going on

  var processes: [WatchedProcess] {
    workers.compactMap(\.worker.process) + controls.map(\.control.process) + zygotes.all.compactMap(\.worker.process)
  }

  /// Sleeps until something happens, and takes it in.
  func turn() {
    let processes = processes.filter { !$0.isEnded }
    let endings = processes.map(\.endingDescriptor)
    let streams =
      workers.flatMap(\.worker.descriptors) + controls.flatMap(\.control.descriptors)
      + zygotes.all.flatMap(\.worker.descriptors)
    // What is stopping is not interrupted again by the same signal.
    let interruption = isStopping ? nil : interruptions?.descriptor
    let watched = endings.compactMap(\.self) + [interruption].compactMap(\.self) + streams
    let ready = waitForInput(watched, until: nextLook(processes))
    readStreams()
    let isReady = Set(zip(watched, ready).filter(\.1).map(\.0.rawValue))
    for (process, ending) in zip(processes, endings) {
      process.advance(hasEnded: ending.map { isReady.contains($0.rawValue) } ?? false)
    }
    memory.look(at: workers.compactMap(\.worker.process) + controls.map(\.control.process))
    endCancelled()
    noteHalfTimes()
    finishEnded()
    foresee()
    progress(workers.map(\.worker.observation))
  }

  private func nextLook(_ processes: [WatchedProcess]) -> ContinuousClock.Instant {
    let tick = ContinuousClock.now + memory.interval
    return processes.map(\.nextLook).min().map { min($0, tick) } ?? tick
  }

  private func readStreams() {
    for running in workers { running.worker.read() }
    for running in controls { running.control.read() }
    for zygote in zygotes.all { zygote.worker.read() }
  }

  private func endCancelled() {
    for running in workers where running.job.isCancelled { running.worker.process?.end(.interruption) }
    for running in controls where running.job.isCancelled { running.control.process.end(.interruption) }
  }

  private func noteHalfTimes() {
    for index in workers.indices where !workers[index].isPastHalf {
      guard let deadline = workers[index].worker.process?.deadline,
        case .running? = workers[index].worker.process?.stage,
        ContinuousClock.now >= deadline - workers[index].job.timeout / 2
      else { continue }
      workers[index].isPastHalf = true
      workers[index].job.halfTime?()
    }
  }

  private func foresee() {
    for index in workers.indices where !workers[index].isForeseen {
      let worker = workers[index].worker
      guard worker.parent == nil, worker.observation.run != nil else { continue }
      workers[index].isForeseen = true
      // Now this process has more to do; the worker may be anywhere by now, and has less.
      Processors.restore()
      workers[index].job.foreseen?(worker.observation)
    }
  }
}
