import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls

/// One run of `check`: from targets to a report.
final class CheckRun {
  private let request: CheckRequest
  private let interpreter: Interpreter
  private let userEnvironment: ProcessEnvironment
  private let environment: ProcessEnvironment
  private let interruptions: Interruptions?
  private let display: any CheckDisplay
  private let supervisor: Supervisor
  private let started = ContinuousClock.now

  private var description: EnvironmentReport
  private var ownership: Ownership?
  private var checks: [CheckReport] = []
  private var problem: ProblemReport?
  private var leftOut: [LeftOutReport] = []
  private var noteObserved: (Observation) -> Void = { _ in }

  init(
    _ request: CheckRequest, interpreter: Interpreter, environment: ProcessEnvironment,
    interruptions: Interruptions?, display: any CheckDisplay
  ) {
    self.request = request
    self.interpreter = interpreter
    userEnvironment = environment
    self.environment = environment.forWorkers
    self.interruptions = interruptions
    self.display = display
    description = EnvironmentReport(interpreter)
    supervisor = Supervisor(
      WorkerSettings(
        interpreter: interpreter, environment: self.environment, safePath: request.usesSafePath,
        timeout: request.timeout, memoryLimit: request.memoryLimit, jobs: request.jobs),
      interruptions: interruptions)
  }

  /// Checks every target; what could not be checked is the report's problem.
  func report() -> Report {
    supervisor.progress = { [unowned self] in progress($0) }
    let targets = checkWhatIsAsked()
    supervisor.end()
    if isInterrupted {
      problem = ProblemReport(code: "interrupted", message: "interrupted; what was known until then is reported")
    } else if checks.isEmpty && problem == nil {
      problem = ProblemReport(code: "nothing-to-check", message: "there is nothing to check; name a module")
    }
    // Targets keep the order in which they were named.
    let place = Dictionary(targets.enumerated().map { ($1.text, $0) }, uniquingKeysWith: min)
    checks.sort { place[$0.target, default: 0] < place[$1.target, default: 0] }
    return Report(
      environment: description, checks: checks, leftOut: leftOut, problem: problem,
      elapsedSeconds: (.now - started) / .seconds(1))
  }

  var isInterrupted: Bool { interruptions?.happened ?? false }

  /// Gives the targets in the order of the report.
  private func checkWhatIsAsked() -> [Target] {
    guard request.targets.isEmpty else {
      check(request.targets)
      return request.targets
    }
    guard let ownership = askForOwnership(), problem == nil else { return [] }
    if !request.isAll, let suite = DefaultTargets(ownership.installed).targets {
      check(suite)
      return suite
    }
    if !request.isAll { note(DefaultTargets.nothingOfTheSuite) }
    let modules = InstalledModules(ownership.installed)
    // What was compiled once warns of its syntax no more, and where warnings fail that would be a verdict.
    let cache =
      request.isFresh || request.isStrict ? nil : BytecodeCache(ownership.installed, environment: userEnvironment)
    if let cache { supervisor.cacheBytecode(in: cache.folder.path) }
    defer { withExtendedLifetime(cache) {} }
    leftOut = modules.leftOut
    check(modules)
    return modules.modules.map(\.target)
  }

  private func check(_ targets: [Target]) {
    let groups =
      request.isTogether
      ? [targets]
      : Dictionary(grouping: targets, by: \.module).values.sorted { first, second in
        targets.firstIndex(of: first[0]) ?? 0 < targets.firstIndex(of: second[0]) ?? 0
      }
    display.planned(targets.count)
    // Starting Python once for all pays from the second module on.
    let origin: Job.Origin = groups.count == 1 || request.isFresh ? .start : .fork(preloaded: [])
    for group in groups where !group.isEmpty { self.group(group, then: .whole) { origin }.begin() }
    run()
  }

  /// Every module of every installed distribution, those that others need first.
  private func check(_ modules: InstalledModules) {
    display.planned(modules.modules.count)
    let preloading = Preloading(modules.modules)
    noteObserved = preloading.note
    for module in preloading.ordered {
      // What has native code of its own may crash when it is torn down; of the rest each part is checked by itself.
      let group = group([module.target], then: module.isCompiled ? .whole : .brief) { [unowned self] in
        request.isFresh ? .start : preloading.origin(of: module)
      }
      if !request.isFresh {
        group.reconsider = { preloading.better(for: module, after: $0, importing: $1) }
        if preloading.isShared(module) { group.keepsAs = preloading.nameToKeep }
      }
      group.begin()
    }
    run()
  }

  private func group(
    _ targets: [Target], then shutdown: Shutdown, from origin: @escaping () -> Job.Origin?
  ) -> GroupRun {
    GroupRun(targets, origin: origin, then: shutdown, request: request, supervisor: supervisor, delegate: self)
  }

  private func run() {
    supervisor.run()
    if let failure = supervisor.startFailure { note(failure) }
  }

  private func progress(_ observations: [Observation]) {
    if let facts = observations.lazy.compactMap(\.interpreter).first { note(facts) }
    display.running(observations)
  }

  private func note(_ facts: InterpreterFacts) {
    guard description.python == nil else { return }
    description.add(facts)
    display.started(description)
  }

  /// A fork that imports nothing tells the path on which distributions are searched.
  private func askForOwnership() -> Ownership? {
    var answer: Ownership?
    let job = Job(.probe([], from: { .fork(preloaded: []) }, then: .brief), timeout: request.timeout) {
      [unowned self] result in
      guard case .observed(let observation) = result, isUsable(observation) else { return }
      answer = ownership(observation)
    }
    supervisor.enqueue(job)
    run()
    return answer
  }

  private func note(_ warning: WarningReport) {
    description.warnings.append(warning)
    display.noted(warning)
  }

  private func note(_ failure: Observation) {
    problem =
      problem ?? StartFailure(observation: failure, interpreter: interpreter, environment: environment).problem
  }
}

extension CheckRun: GroupDelegate {
  /// Whether Python ran at all; if not, that is the problem of the whole run.
  func isUsable(_ observation: Observation) -> Bool {
    if let facts = observation.interpreter { note(facts) }
    note(observation)
    noteObserved(observation)
    return problem == nil && !isInterrupted
  }

  func ownership(_ observation: Observation) -> Ownership {
    let known = ownership ?? Ownership(searchPath: observation.interpreter?.path ?? [])
    ownership = known
    return known
  }

  func impossible(_ reason: String) {
    problem = problem ?? ProblemReport(code: "no-process", message: "no process could be started: \(reason)")
  }

  func finished(_ check: CheckReport) {
    guard !isInterrupted else { return }
    checks.append(check)
    display.finished(check)
  }
}

/// Shows how a run goes on.
protocol CheckDisplay: AnyObject {
  func started(_ environment: EnvironmentReport)
  /// Something about the whole run, after it has started.
  func noted(_ warning: WarningReport)
  func planned(_ count: Int)
  func running(_ observations: [Observation])
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
