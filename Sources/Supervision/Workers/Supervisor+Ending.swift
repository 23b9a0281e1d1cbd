internal import Probing

extension Supervisor {
  func finishEnded() {
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
  func sweep() {
    // A copy that nobody has told of yet looks like an orphan as soon as the worker that left it is no more.
    guard !workers.contains(where: \.worker.isLeavingCopy) else { return }
    orphanage.sweep(sparing: processes.filter { !$0.isEnded })
  }
}
