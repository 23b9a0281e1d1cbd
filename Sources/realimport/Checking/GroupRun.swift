import Probing
import Reporting
import Supervision

/// The targets that share one process, on their way from a job to finished checks.
///
/// What does not pass is asked of plain Python as well. Where a fork fails and plain Python does not, a newly started
/// worker decides first, so that forking is never the reason for a verdict.
final class GroupRun {
  var group: CheckGroup
  let plans: [ModulePlan]
  /// Where the process comes from, as soon as that is known.
  private let choose: () -> Job.Origin?
  var origin = Job.Origin.start
  private let shutdown: Shutdown
  let timeout: Duration
  let request: CheckRequest
  let supervisor: Supervisor
  let delegate: any GroupDelegate
  var checks: [CheckReport] = []
  var answers: [ModulePlan: ControlResult] = [:]
  /// Asked before the worker's own deadline, so that a hang does not take twice its time.
  var early: Job?
  var waiting = 0
  /// Where the process should better have come from, now that it imports this module.
  var reconsider: (([String], Set<String>, String) -> Job.Origin?)?

  /// Under which name a copy of the process is kept once it has imported this, to fork others from.
  var keepsAs: ((Observation) -> [String]?)?

  init(
    _ group: CheckGroup, origin: @escaping () -> Job.Origin?, then shutdown: Shutdown, request: CheckRequest,
    supervisor: Supervisor,
    delegate: any GroupDelegate
  ) {
    self.group = group
    plans = group.modulePlans
    timeout = group.timeout ?? request.timeout
    choose = origin
    self.shutdown = shutdown
    self.request = request
    self.supervisor = supervisor
    self.delegate = delegate
  }

  func begin() {
    let isFirst = checks.isEmpty
    let origin: () -> Job.Origin? = {
      guard isFirst else { return .start }
      guard let chosen = self.choose() else { return nil }
      self.origin = chosen
      return chosen
    }
    let job = Job(
      .probe(plans, from: origin, then: isFirst ? shutdown : .whole), timeout: timeout,
      priority: isFirst ? .inTurn : .next, variables: group.variables
    ) {
      self.finished($0)
    }
    // What files tell of the objects and owners is kept for the report itself.
    job.foreseen = { self.reports(of: $0).forEach(self.delegate.foresee) }
    // Of several modules in one process nobody knows yet which one will hang.
    if request.control != .never, plans.count == 1 { job.halfTime = { self.askEarly() } }
    if isFirst { (job.reconsider, job.keepsAs) = (reconsider, keepsAs) }
    supervisor.enqueue(job)
  }

  private func finished(_ result: Job.Result) {
    switch result {
    case .impossible(let reason): delegate.impossible(reason)
    case .observed(let observation):
      guard delegate.isUsable(observation) else { return }
      checks = reports(of: observation)
      for (index, planned) in group.checks.enumerated() { delegate.judge(&checks[index], planned.requirements) }
      giveAwayDistributions()
      guard !checks.isEmpty else { return }
      if origin.hasPreloaded || shutdown == .brief && origin != .start, checks.contains(where: { !$0.isGood }) {
        return beginAnew()
      }
      // What was imported before may have brought what the check itself would not.
      if origin.hasPreloaded, checks.contains(where: { $0.warnings.contains(where: \.concernsLoadedObjects) }) {
        return beginAnew()
      }
      confirm()
    case .control: break
    }
  }

  private func reports(of observation: Observation) -> [CheckReport] {
    let assembly = CheckAssembly(
      observation: observation, ownership: delegate.ownership(observation),
      loaded: delegate.loaded(observation, group.variables))
    return group.checks.map { planned in
      let index = plans.firstIndex { $0.module == planned.target.module } ?? 0
      var check = assembly.report(of: planned, at: index)
      if planned.isOptional, check.isAbsent { (check.outcome, check.phase) = (.skipped, nil) }
      return check
    }
  }

  /// Where a name was that of a distribution, its modules are checked by themselves.
  private func giveAwayDistributions() {
    let kept = zip(group.checks, checks).filter { !delegate.isReplaced($1, $0) }
    (group.checks, checks) = (kept.map(\.0), kept.map(\.1))
  }

  func beginAnew() {
    forgetEarly()
    origin = .start
    begin()
  }
}

/// What a group needs of the run that it is part of.
protocol GroupDelegate: AnyObject {
  func isUsable(_ observation: Observation) -> Bool
  func ownership(_ observation: Observation) -> Ownership
  /// - Parameter variables: What the process has beside those of all.
  func loaded(_ observation: Observation, _ variables: [String: String]) -> LoadedAssembly
  func impossible(_ reason: String)
  /// Finds out what ``judge(_:_:)`` will need, as far as that does not hang on how the process ends.
  func foresee(_ check: CheckReport)
  /// Compares the versions that a check is about with what has to hold of them.
  func judge(_ check: inout CheckReport, _ requirements: [StatedRequirement])
  /// Whether other checks are begun in place of this one, since it named a distribution and no module.
  func isReplaced(_ check: CheckReport, _ planned: PlannedCheck) -> Bool
  /// Adds what the loader's words mean; `variables` as for ``loaded(_:_:)``.
  func explain(_ check: inout CheckReport, _ variables: [String: String])
  func finished(_ check: CheckReport)
}

extension Job.Origin {
  fileprivate var hasPreloaded: Bool {
    if case .fork(let preloaded) = self { !preloaded.isEmpty } else { false }
  }
}

extension CheckReport {
  /// Whether it failed for nothing else than that the module is not there.
  var isAbsent: Bool {
    guard let exception, exception.qualifiedType == "builtins.ModuleNotFoundError", let name = exception.name else {
      return false
    }
    return module == name || module.hasPrefix("\(name).")
  }
}
