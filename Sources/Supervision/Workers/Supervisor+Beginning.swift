internal import Probing
internal import SystemCalls

extension Supervisor {
  /// A fork takes milliseconds; a process that does not answer is not to be forked from.
  private static let patienceForFork = Duration.seconds(10)

  func startWaitingJobs() {
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
      job.finished(.impossible(error.message))
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
        worker.noticed = { [unowned self, unowned worker] in reconsider(worker, zygote.name, $0, after: $1) }
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
  private func reconsider(_ worker: Worker, _ preloaded: [String], _ module: String, after begun: Set<String>) {
    guard let index = workers.firstIndex(where: { $0.worker === worker }), workers[index].better == nil,
      let better = workers[index].job.reconsider?(preloaded, begun, module)
    else { return }
    workers[index].better = better
    worker.process?.kill()
  }
}
