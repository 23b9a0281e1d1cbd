import Probing
import Reporting
import Supervision

/// The targets that share one process, on their way from a job to finished checks.
///
/// What does not pass is asked of plain Python as well. Where a fork fails and plain Python does not, a newly started
/// worker decides first, so that forking is never the reason for a verdict.
final class GroupRun {
  private var group: CheckGroup
  private let plans: [ModulePlan]
  /// Where the process comes from, as soon as that is known.
  private let choose: () -> Job.Origin?
  private var origin = Job.Origin.start
  private let shutdown: Shutdown
  private let timeout: Duration
  private let request: CheckRequest
  private let supervisor: Supervisor
  private let delegate: any GroupDelegate
  private var checks: [CheckReport] = []
  private var answers: [ModulePlan: ControlResult] = [:]
  /// Asked before the worker's own deadline, so that a hang does not take twice its time.
  private var early: Job?
  private var waiting = 0
  /// Where the process should better have come from, now that it imports this module.
  var reconsider: (([String], String) -> Job.Origin?)?

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
    job.foreseen = { _ = self.reports(of: $0) }
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
      delegate.judge(&check, planned.requirements)
      return check
    }
  }

  /// Where a name was that of a distribution, its modules are checked by themselves.
  private func giveAwayDistributions() {
    let kept = zip(group.checks, checks).filter { !delegate.isReplaced($1, $0) }
    (group.checks, checks) = (kept.map(\.0), kept.map(\.1))
  }

  private func beginAnew() {
    forgetEarly()
    origin = .start
    begin()
  }

  // MARK: Control

  private func confirm() {
    if checks.first?.outcome != .timedOut { forgetEarly() }
    let questions = Set(zip(group.checks, checks).compactMap { needsControl($1) ? question($0, $1) : nil })
    let open = questions.filter { answers[$0] == nil }
    waiting = open.count
    // After a hang nobody waits the whole time once more.
    let timeout = checks.contains { $0.outcome == .timedOut } ? timeout / 2 : timeout
    for plan in open where !isAsked(plan) { ask(plan, timeout: timeout, priority: .next) }
    if open.isEmpty { settle() }
  }

  private func needsControl(_ check: CheckReport) -> Bool {
    // What metadata says is no matter of imports.
    guard check.outcome != .skipped, !check.failsByMetadata else { return false }
    return request.control == .always || request.control == .failures && !check.isGood
  }

  /// Targets whose common import failed need to be asked only once; where reading the version was the last that could
  /// be done, plain Python reads it, too.
  private func question(_ planned: PlannedCheck, _ check: CheckReport) -> ModulePlan {
    var plan = ModulePlan(module: planned.target.module)
    switch check.phase {
    case .import: break
    case .version where check.outcome == .failed:
      // Whether that version is enough is our own judgement; that it is imported is the question.
      plan.expressions = ["str(\(plan.module).__version__) != \(PythonLiteral.string(check.version ?? ""))"]
    case .version: plan.attributes = ["__version__"]
    case .attribute, .shutdown, nil:
      plan.attributes = planned.target.attribute.map { [$0] } ?? []
      plan.expressions = planned.expressions
    }
    return plan
  }

  private func isAsked(_ plan: ModulePlan) -> Bool {
    early != nil && plan == earlyQuestion
  }

  /// Plain Python gets the second half of the time; where both are still at it in the end, they agree.
  private func askEarly() {
    early = ask(earlyQuestion, timeout: timeout / 2 + .milliseconds(500), priority: .immediate)
  }

  private var earlyQuestion: ModulePlan { ModulePlan(module: plans[0].module) }

  /// It had too little time for anything but a hang.
  private func forgetEarly() {
    guard let early else { return }
    early.cancel()
    answers[earlyQuestion] = nil
    self.early = nil
  }

  @discardableResult private func ask(_ plan: ModulePlan, timeout: Duration, priority: Job.Priority) -> Job {
    let before = plans.firstIndex { $0.module == plan.module } ?? 0
    let question = ControlQuestion(plan, after: Array(plans[..<before]))
    let job = Job(.control(question), timeout: timeout, priority: priority, variables: group.variables) { result in
      self.answers[plan] =
        switch result {
        case .control(let answer): answer
        case .observed, .impossible: .notRun
        }
      self.waiting -= 1
      if self.waiting == 0, !self.checks.isEmpty { self.settle() }
    }
    supervisor.enqueue(job)
    return job
  }

  /// All answers are there.
  private func settle() {
    let answered = zip(group.checks, checks).map { needsControl($1) ? answers[question($0, $1)] : nil }
    if origin != .start, zip(checks, answered).contains(where: { !$0.isGood && $1 == .passed }) { return beginAnew() }
    for (check, answer) in zip(checks, answered) {
      var settled = answer.map { Control.settled(check, $0) } ?? check
      delegate.explain(&settled, group.variables)
      delegate.finished(request.isStrict ? settled.strict : settled)
    }
  }
}

/// What a group needs of the run that it is part of.
protocol GroupDelegate: AnyObject {
  func isUsable(_ observation: Observation) -> Bool
  func ownership(_ observation: Observation) -> Ownership
  /// - Parameter variables: What the process has beside those of all.
  func loaded(_ observation: Observation, _ variables: [String: String]) -> LoadedAssembly
  func impossible(_ reason: String)
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
  /// The same where warnings fail.
  fileprivate var strict: CheckReport {
    guard outcome == .passed, !warnings.isEmpty || !hiddenFailures.isEmpty else { return self }
    var check = self
    (check.outcome, check.phase) = (.failed, .import)
    return check
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

  /// Whether a requirement does not hold though nothing is wrong with what was imported.
  fileprivate var failsByMetadata: Bool { outcome == .failed && phase == .version && version == nil }
}
