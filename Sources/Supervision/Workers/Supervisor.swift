package import Probing
package import SystemCalls
package import SystemPackage

/// Does jobs, several at a time, each in a process that cannot hurt this one, and leaves no process behind.
///
/// One thread waits for everything there is to wait for. No stream is read to its end and no process is waited for
/// before it has ended, so nothing that imported code does can hold the supervisor up.
package final class Supervisor {
  private let settings: WorkerSettings
  private let interruptions: Interruptions?
  private let zygotes: Zygotes
  private var queue: [Job] = []
  private var workers: [RunningWorker] = []
  private var controls: [RunningControl] = []
  private var isStopping = false
  private let orphanage = Orphanage()
  private var memory: MemoryWatch

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

  /// A fork takes milliseconds; a process that does not answer is not to be forked from.
  private static let patienceForFork = Duration.seconds(10)

  // MARK: Beginning

  private func startWaitingJobs() {
    queue.removeAll(where: \.isCancelled)
    var index = 0
    while index < queue.count {
      let hasPlace = workers.count + controls.count + zygotes.starting < settings.jobs
      guard hasPlace || queue[index].priority == .immediate else { return }
      let job = queue[index]
      if begin(job) {
        queue.removeAll { $0 === job }
      } else {
        index += 1
      }
    }
  }

  /// Whether the job has begun, or came to its end already; one that waits for a process to fork from has not.
  private func begin(_ job: Job) -> Bool {
    do throws(ProcessProblem) {
      switch job.task {
      case .control(let question):
        controls.append(
          RunningControl(job: job, control: try ControlProcess(question, settings.adapted(to: job))))
      case .probe(let plans, let origin, let shutdown):
        switch origin() {
        case .start?: try beginFresh(job, plans)
        case .fork? where !job.variables.isEmpty: try beginFresh(job, plans)
        case .fork(let preloaded)?: return try beginFork(job, plans, preloaded, shutdown)
        case nil: return false
        }
      }
    } catch {
      job.finished(.impossible("\(error)"))
    }
    return true
  }

  private func beginFresh(_ job: Job, _ plans: [ModulePlan]) throws(ProcessProblem) {
    let worker = try Worker(
      starting: settings.adapted(to: job), plans: plans, mayBeSpare: job.variables.isEmpty)
    worker.streams.send(.probe(plans, then: .whole, stays: false))
    workers.append(RunningWorker(job: job, worker: worker, plans: plans))
  }

  private func beginFork(
    _ job: Job, _ plans: [ModulePlan], _ preloaded: [String], _ shutdown: Shutdown
  ) throws(ProcessProblem) -> Bool {
    switch try zygotes.choose(preloaded) {
    case .wait: return false
    case .none where zygotes.startFailure != nil: job.finished(.impossible("Python does not start"))
    case .none: try beginFresh(job, plans)
    case .use(let zygote):
      zygote.fork(plans, timeout: job.timeout) { [unowned self] worker in
        worker.streams.send(.probe(plans, then: shutdown, stays: job.keepsAs != nil))
        if let name = job.keepsAs { zygotes.offer(worker, keptAs: name) }
        workers.append(RunningWorker(job: job, worker: worker, plans: plans))
        worker.noticed = { [unowned self, unowned worker] in reconsider(worker, zygote.name, $0) }
      } failed: { [unowned self] in
        enqueue(Job(again: job, plans))
      }
      // The fork is made at once: its answer decides whether there is a place for the next.
      let patience = ContinuousClock.now + Self.patienceForFork
      while zygote.isForking, zygote.worker.process?.isEnded == false {
        turn()
        if ContinuousClock.now >= patience { zygote.worker.process?.kill() }
      }
    }
    return true
  }

  /// A worker that begins to import what another process has ready is begun anew from there.
  private func reconsider(_ worker: Worker, _ preloaded: [String], _ module: String) {
    guard let index = workers.firstIndex(where: { $0.worker === worker }), workers[index].better == nil,
      let better = workers[index].job.reconsider?(preloaded, module)
    else { return }
    workers[index].better = better
    worker.process?.kill()
  }

  // MARK: Going on

  private var processes: [WatchedProcess] {
    workers.compactMap(\.worker.process) + controls.map(\.control.process) + zygotes.all.compactMap(\.worker.process)
  }

  /// Sleeps until something happens, and takes it in.
  private func turn() {
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
      workers[index].job.foreseen?(worker.observation)
    }
  }

  // MARK: Ending

  private func finishEnded() {
    zygotes.noteEnded()
    for running in workers where running.worker.process?.isEnded == true { finish(running) }
    for running in controls where running.control.process.isEnded { finish(running) }
  }

  private func finish(_ running: RunningWorker) {
    workers.removeAll { $0.worker === running.worker }
    guard case .ended(let ending)? = running.worker.process?.stage else { return }
    running.worker.finish(ending)
    memory.note(running.worker)
    sweep()
    guard !running.job.isCancelled else { return }
    if let better = running.better, !isStopping { return enqueue(Job(again: running.job, running.plans, from: better)) }
    // A fork dies with the process that it came from; that says nothing of its own import.
    if running.worker.lostItsParent, !isStopping { return enqueue(Job(again: running.job, running.plans)) }
    running.job.finished(.observed(running.worker.observation))
  }

  private func finish(_ running: RunningControl) {
    controls.removeAll { $0.control === running.control }
    guard case .ended(let ending) = running.control.process.stage else { return }
    let result = running.control.result(ending)
    sweep()
    if !running.job.isCancelled { running.job.finished(.control(result)) }
  }

  /// Ends what processes that are no more have left behind.
  private func sweep() {
    orphanage.sweep(sparing: processes.filter { !$0.isEnded })
  }
}

extension Job {
  /// The same job, once more.
  fileprivate convenience init(again job: Job, _ plans: [ModulePlan], from origin: Origin = .start) {
    var shutdown = Shutdown.whole
    if case .probe(_, _, let wanted) = job.task, origin != .start { shutdown = wanted }
    self.init(
      .probe(plans, from: { origin }, then: shutdown), timeout: job.timeout, priority: .next, variables: job.variables,
      finished: job.finished)
    halfTime = job.halfTime
    foreseen = job.foreseen
    reconsider = job.reconsider
    keepsAs = job.keepsAs
  }
}
