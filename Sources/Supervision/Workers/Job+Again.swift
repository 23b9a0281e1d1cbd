internal import Probing

extension Job {
  /// The same job, once more.
  convenience init(again job: Job, _ plans: [ModulePlan], from origin: Origin = .start) {
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
