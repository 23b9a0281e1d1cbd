import Probing
import Reporting
import Supervision

/// What plain Python is asked, and what its answers change.
extension GroupRun {
  func confirm() {
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
  func askEarly() {
    early = ask(earlyQuestion, timeout: timeout / 2 + .milliseconds(500), priority: .immediate)
  }

  private var earlyQuestion: ModulePlan { ModulePlan(module: plans[0].module) }

  /// It had too little time for anything but a hang.
  func forgetEarly() {
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
  /// Whether a requirement does not hold though nothing is wrong with what was imported.
  fileprivate var failsByMetadata: Bool { outcome == .failed && phase == .version && version == nil }
}
