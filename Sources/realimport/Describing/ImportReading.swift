import Probing
import Reporting
import Supervision
import SystemCalls

/// Imports modules in supervised workers, to describe them.
struct ImportReading {
  private let interpreter: Interpreter
  private let environment: ProcessEnvironment
  private let interruptions: Interruptions?

  /// As long as `check` waits, in seconds.
  private static let timeout = Duration.seconds(120)

  init(_ interpreter: Interpreter, environment: ProcessEnvironment, _ interruptions: Interruptions?) {
    self.interpreter = interpreter
    self.environment = environment.forWorkers
    self.interruptions = interruptions
  }

  /// Each in a process of its own, so that none spoils the next.
  func reports(of targets: [Target]) -> [ImportReport] {
    guard !targets.isEmpty else { return [] }
    let settings = WorkerSettings(
      interpreter: interpreter, environment: environment, safePath: false, timeout: Self.timeout, jobs: 1)
    let supervisor = Supervisor(settings, interruptions: interruptions)
    var reports: [ImportReport] = []
    for target in targets {
      let task = Job.Task.probe([plan(target)], from: { .start }, then: .brief)
      supervisor.enqueue(Job(task, timeout: Self.timeout) { reports.append(report(of: target, $0)) })
    }
    supervisor.run()
    supervisor.end()
    return reports
  }

  private func plan(_ target: Target) -> ModulePlan {
    var plan = ModulePlan(module: target.module)
    plan.questions = BuildQuestion.all(of: target.module).map(\.expression)
    return plan
  }

  private func report(of target: Target, _ result: Job.Result) -> ImportReport {
    switch result {
    case .observed(let observation): return report(of: target, observation)
    case .impossible(let reason): return failure(of: target, "no process could be started: \(reason)")
    case .control: return failure(of: target, "no answer")
    }
  }

  private func report(of target: Target, _ observation: Observation) -> ImportReport {
    let start = StartFailure(observation: observation, interpreter: interpreter, environment: environment)
    if let problem = start.problem { return failure(of: target, problem.message) }
    let ownership = Ownership(searchPath: observation.searchPath)
    let check = CheckAssembly(observation: observation, ownership: ownership).report(of: PlannedCheck(target), at: 0)
    var report = ImportReport(
      module: target.module, outcome: check.outcome, version: check.version, file: check.file,
      problem: check.outcome == .passed ? nil : check.reason)
    report.facts = facts(of: target, observation, ownership)
    return report
  }

  private func facts(
    of target: Target, _ observation: Observation, _ ownership: Ownership
  ) -> [ImportFactReport] {
    let values = observation.modules.first?.values ?? []
    return BuildQuestion.all(of: target.module).compactMap { question in
      values.first { $0.expression == question.expression }.map { facts in
        let exception = facts.exception.map(ownership.exception)
        return ImportFactReport(
          name: question.name, expression: question.expression, value: facts.text, problem: exception?.line)
      }
    }
  }

  private func failure(of target: Target, _ problem: String) -> ImportReport {
    ImportReport(module: target.module, outcome: .failed, version: nil, file: nil, problem: problem)
  }
}
