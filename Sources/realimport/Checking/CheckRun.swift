import Probing
import SystemCalls
import PythonPackaging
import Reporting
import Supervision

/// One run of `check`: from targets to a report, worker after worker.
final class CheckRun {
  private let request: CheckRequest
  private let interpreter: Interpreter
  private let environment: ProcessEnvironment
  private let interruptions: Interruptions?
  private let display: any CheckDisplay
  private let started = ContinuousClock.now

  private var description: EnvironmentReport
  private var ownership: Ownership?
  private var checks: [CheckReport] = []
  private var problem: ProblemReport?

  init(
    _ request: CheckRequest, interpreter: Interpreter, environment: ProcessEnvironment,
    interruptions: Interruptions?, display: any CheckDisplay
  ) {
    self.request = request
    self.interpreter = interpreter
    self.environment = environment.forWorkers
    self.interruptions = interruptions
    self.display = display
    description = EnvironmentReport(interpreter)
  }

  /// Checks every target; what could not be checked is the report's problem.
  func report() -> Report {
    let targets = request.targets.isEmpty ? defaultTargets() : request.targets
    let groups =
      request.isTogether ? [targets] : targets.modulePlans.map { plan in targets.filter { $0.module == plan.module } }
    for group in groups where problem == nil && !isInterrupted { check(group) }
    if isInterrupted {
      problem = ProblemReport(code: "interrupted", message: "interrupted; what was known until then is reported")
    } else if checks.isEmpty && problem == nil {
      problem = ProblemReport(code: "nothing-to-check", message: "there is nothing to check; name a module")
    }
    // Targets keep the order in which they were named.
    let order = targets.map(\.text)
    let sorted = order.compactMap { text in checks.first { $0.target == text } }
    return Report(
      environment: description, checks: sorted, problem: problem, elapsedSeconds: (.now - started) / .seconds(1))
  }

  var isInterrupted: Bool { interruptions?.happened ?? false }

  /// What these targets came to, all in one process.
  private func check(_ targets: [Target]) {
    let plans = targets.modulePlans
    guard let observation = observe(plans), !isInterrupted else { return }
    let ownership = ownership(observation)
    let assembly = CheckAssembly(observation: observation, ownership: ownership)
    var control = Control(
      run: ControlRun(
        executable: interpreter.executable, environment: environment, timeout: request.timeout,
        interruptions: interruptions),
      policy: request.control, plans: plans, usesSafePath: request.usesSafePath)
    for target in targets {
      guard let index = plans.firstIndex(where: { $0.module == target.module }) else { continue }
      var check = assembly.report(of: target, at: index)
      skipIfAbsent(&check, target)
      control.confirm(&check, of: target, at: index)
      guard !isInterrupted else { return }
      checks.append(check)
      display.finished(check)
    }
  }

  /// Runs a worker; `nil` where it could not even start Python, which is then the problem of the whole run.
  private func observe(_ plans: [ModulePlan]) -> Observation? {
    let plan = Plan(
      libpython: PythonPath(interpreter.libpython), executable: PythonPath(interpreter.executable),
      safePath: request.usesSafePath, modules: plans)
    let worker = WorkerRun(
      environment: environment, timeout: request.timeout, interruptions: interruptions, progress: progress)
    do throws(ProcessProblem) {
      let observation = try worker.run(plan)
      progress(observation)
      problem = StartFailure(observation: observation, interpreter: interpreter, environment: environment).problem
      return problem == nil ? observation : nil
    } catch {
      problem = ProblemReport(code: "no-process", message: "no worker process could be started: \(error)")
      return nil
    }
  }

  private func progress(_ observation: Observation) {
    if description.python == nil, let facts = observation.interpreter {
      description.add(facts)
      display.started(description)
    }
    display.running(observation)
  }

  private func ownership(_ observation: Observation) -> Ownership {
    let known = ownership ?? Ownership(searchPath: observation.interpreter?.path ?? [])
    ownership = known
    return known
  }

  private func skipIfAbsent(_ check: inout CheckReport, _ target: Target) {
    guard request.optional.contains(target.module), let exception = check.exception,
      exception.qualifiedType == "builtins.ModuleNotFoundError", let name = exception.name,
      target.module == name || target.module.hasPrefix("\(name).")
    else { return }
    check.outcome = .skipped
    check.phase = nil
  }

  private func defaultTargets() -> [Target] {
    guard let observation = observe([]) else { return [] }
    let defaults = ownership(observation).defaultTargets()
    if let note = defaults.note { description.warnings.append(note) }
    return defaults.targets
  }
}

/// Shows how a run goes on.
protocol CheckDisplay: AnyObject {
  func started(_ environment: EnvironmentReport)
  func running(_ observation: Observation)
  func finished(_ check: CheckReport)
}

extension EnvironmentReport {
  init(_ interpreter: Interpreter) {
    self.init()
    executable = PythonPath(interpreter.executable).description
    libpython = PythonPath(interpreter.libpython).description
    foundBy = interpreter.foundBy.rawValue
    warnings = interpreter.warnings.map { WarningReport(code: $0.code, message: $0.message) }
    machine = Machine.architecture()
    libc = Machine.libc()
  }

  mutating func add(_ facts: InterpreterFacts) {
    python = facts.version
    implementation = facts.implementation
    executable = facts.executable.description
    prefix = facts.prefix.description
    basePrefix = facts.basePrefix.description
    platform = facts.platform
  }
}
