import Probing
import Reporting
import Supervision

/// The targets that share one process, on their way from a job to finished checks.
///
/// What does not pass is asked of plain Python as well. Where a fork fails and plain Python does not, a newly started
/// worker decides first, so that forking is never the reason for a verdict.
final class GroupRun {
  private let targets: [Target]
  private let plans: [ModulePlan]
  /// Where the process comes from, as soon as that is known.
  private let choose: () -> Job.Origin?
  private var origin = Job.Origin.start
  private let shutdown: Shutdown
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
    _ targets: [Target], origin: @escaping () -> Job.Origin?, then shutdown: Shutdown, request: CheckRequest,
    supervisor: Supervisor,
    delegate: any GroupDelegate
  ) {
    self.targets = targets
    plans = targets.modulePlans
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
      .probe(plans, from: origin, then: isFirst ? shutdown : .whole), timeout: request.timeout,
      priority: isFirst ? .inTurn : .next
    ) {
      self.finished($0)
    }
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
      assemble(observation)
      if origin.hasPreloaded || shutdown == .brief && origin != .start, checks.contains(where: { !$0.isGood }) {
        return beginAnew()
      }
      confirm()
    case .control: break
    }
  }

  private func assemble(_ observation: Observation) {
    let assembly = CheckAssembly(observation: observation, ownership: delegate.ownership(observation))
    checks = targets.map { target in
      let index = plans.firstIndex { $0.module == target.module } ?? 0
      var check = assembly.report(of: target, at: index)
      if request.isAbsent(check, target) { (check.outcome, check.phase) = (.skipped, nil) }
      return check
    }
  }

  private func beginAnew() {
    forgetEarly()
    origin = .start
    begin()
  }

  // MARK: Control

  private func confirm() {
    if checks.first?.outcome != .timedOut { forgetEarly() }
    let questions = Set(zip(targets, checks).compactMap { needsControl($1) ? question($0, $1) : nil })
    let open = questions.filter { answers[$0] == nil }
    waiting = open.count
    // After a hang nobody waits the whole time once more.
    let timeout = checks.contains { $0.outcome == .timedOut } ? request.timeout / 2 : request.timeout
    for plan in open where !isAsked(plan) { ask(plan, timeout: timeout, priority: .next) }
    if open.isEmpty { settle() }
  }

  private func needsControl(_ check: CheckReport) -> Bool {
    guard check.outcome != .skipped else { return false }
    return request.control == .always || request.control == .failures && !check.isGood
  }

  /// Targets whose common import failed need to be asked only once; where reading the version was the last that could
  /// be done, plain Python reads it, too.
  private func question(_ target: Target, _ check: CheckReport) -> ModulePlan {
    let attributes =
      switch check.phase {
      case .import: [String]()
      case .version: ["__version__"]
      case .attribute, .shutdown, nil: target.attribute.map { [$0] } ?? []
      }
    return ModulePlan(module: target.module, attributes: attributes)
  }

  private func isAsked(_ plan: ModulePlan) -> Bool {
    early != nil && plan == earlyQuestion
  }

  /// Plain Python gets the second half of the time; where both are still at it in the end, they agree.
  private func askEarly() {
    early = ask(earlyQuestion, timeout: request.timeout / 2 + .milliseconds(500), priority: .immediate)
  }

  private var earlyQuestion: ModulePlan { ModulePlan(module: plans[0].module, attributes: []) }

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
    let job = Job(.control(question), timeout: timeout, priority: priority) { result in
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
    let answered = zip(targets, checks).map { needsControl($1) ? answers[question($0, $1)] : nil }
    if origin != .start, zip(checks, answered).contains(where: { !$0.isGood && $1 == .passed }) { return beginAnew() }
    for (check, answer) in zip(checks, answered) {
      let settled = answer.map { Control.settled(check, $0) } ?? check
      delegate.finished(request.isStrict ? settled.strict : settled)
    }
  }
}

/// What a group needs of the run that it is part of.
protocol GroupDelegate: AnyObject {
  func isUsable(_ observation: Observation) -> Bool
  func ownership(_ observation: Observation) -> Ownership
  func impossible(_ reason: String)
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

extension CheckRequest {
  /// Whether a check failed for nothing else than that an optional target is not there.
  fileprivate func isAbsent(_ check: CheckReport, _ target: Target) -> Bool {
    guard optional.contains(target.module), let exception = check.exception,
      exception.qualifiedType == "builtins.ModuleNotFoundError", let name = exception.name
    else { return false }
    return target.module == name || target.module.hasPrefix("\(name).")
  }
}
