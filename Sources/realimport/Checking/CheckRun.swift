import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls

/// One run of `check`: from targets to a report.
final class CheckRun {
  let request: CheckRequest
  private let interpreter: Interpreter
  private let userEnvironment: ProcessEnvironment
  private let environment: ProcessEnvironment
  private let interruptions: Interruptions?
  let display: any CheckDisplay
  private let supervisor: Supervisor
  private let started = ContinuousClock.now

  let known: KnownEnvironment
  let announced: AnnouncedEnvironment
  var checks: [CheckReport] = []
  var problem: ProblemReport?
  var leftOut: [LeftOutReport] = []
  var noteObserved: (Observation) -> Void = { _ in }

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
    known = KnownEnvironment(interpreter, environment: self.environment)
    announced = AnnouncedEnvironment(interpreter, known, display)
    supervisor = Supervisor(
      WorkerSettings(
        interpreter: interpreter, environment: self.environment, safePath: request.usesSafePath,
        timeout: request.timeout, memoryLimit: request.memoryLimit, jobs: request.jobs),
      interruptions: interruptions)
  }

  /// Checks every target; what could not be checked is the report's problem.
  func report() -> Report {
    supervisor.progress = { [unowned self] in progress($0) }
    supervisor.begun = { [known] in known.prepare() }
    let order = checkWhatIsAsked()
    supervisor.end()
    if isInterrupted {
      problem = ProblemReport(code: "interrupted", message: "interrupted; what was known until then is reported")
    } else if checks.isEmpty && problem == nil {
      problem = ProblemReport(code: "nothing-to-check", message: "there is nothing to check; name a module")
    }
    sort(order)
    announced.finish()
    return Report(
      environment: announced.report, checks: checks, leftOut: leftOut, conflicts: known.conflicts?.reports ?? [],
      configuration: request.configurationFile.map { PythonPath($0).description }, problem: problem,
      elapsedSeconds: (.now - started) / .seconds(1))
  }

  /// Targets keep the order in which they were named; the modules of one distribution, that of their names.
  private func sort(_ order: [String]) {
    let place = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let key = { (check: CheckReport) in (place[check.target] ?? Int.max, check.module) }
    checks.sort { key($0) < key($1) }
  }

  var isInterrupted: Bool { interruptions?.happened ?? false }

  /// Gives the texts of targets in the order of the report.
  private func checkWhatIsAsked() -> [String] {
    guard request.isOpen || request.isAll else { return check(request) }
    guard let ownership = askForOwnership(), problem == nil else { return [] }
    if !request.isAll, let checks = try? DefaultTargets.checks(ownership.installed) {
      var request = request
      request.checks = checks
      return check(request)
    }
    if !request.isAll { announced.note(DefaultTargets.nothingOfTheSuite) }
    let modules = InstalledModules(ownership.installed)
    // What was compiled once warns of its syntax no more, and where warnings fail that would be a verdict.
    let cache =
      request.isFresh || request.isStrict ? nil : BytecodeCache(ownership.installed, environment: userEnvironment)
    if let cache { supervisor.cacheBytecode(in: cache.folder.path) }
    defer { withExtendedLifetime(cache) {} }
    leftOut = modules.leftOut
    check(modules)
    var order = modules.modules.map(\.target.text)
    if request.checksEntryPoints {
      var plan = CheckPlan()
      plan.add(EntryPointPlan(ownership.installed.all))
      begin(plan.groups.merged)
      run()
      order += plan.order
    }
    return order
  }

  private func check(_ request: CheckRequest) -> [String] {
    guard let plan = CheckPlanner(request: request, judge: { self.judge }).plan() else { return [] }
    leftOut += plan.leftOut
    begin(plan.groups, plan.settled)
    run()
    return plan.order
  }

  /// - Parameter replaced: How many checks that were planned before these stand in place of.
  func begin(_ groups: [CheckGroup], _ settled: [CheckReport] = [], inPlaceOf replaced: Int = 0) {
    display.planned(groups.reduce(settled.count - replaced) { $0 + $1.checks.count })
    // Starting Python once for all pays from the second module on.
    let origin: Job.Origin = groups.count == 1 || request.isFresh ? .start : .fork(preloaded: [])
    for group in groups { self.group(group, then: .whole) { origin }.begin() }
    for var check in settled {
      warn(&check)
      finished(check)
    }
  }

  /// Every module of every installed distribution, those that others need first.
  private func check(_ modules: InstalledModules) {
    display.planned(modules.modules.count)
    let preloading = Preloading(modules.modules)
    noteObserved = preloading.note
    for module in preloading.ordered {
      // What has native code of its own may crash when it is torn down; of the rest each part is checked by itself.
      let group = group(CheckGroup([PlannedCheck(module.target)]), then: module.isCompiled ? .whole : .brief) {
        [unowned self] in
        request.isFresh ? .start : preloading.origin(of: module)
      }
      if !request.isFresh {
        group.reconsider = { preloading.better(for: module, after: $0, and: $1, importing: $2) }
        if preloading.isShared(module) { group.keepsAs = preloading.nameToKeep }
      }
      group.begin()
    }
    run()
  }

  private func group(
    _ group: CheckGroup, then shutdown: Shutdown, from origin: @escaping () -> Job.Origin?
  ) -> GroupRun {
    GroupRun(group, origin: origin, then: shutdown, request: request, supervisor: supervisor, delegate: self)
  }

  private func run() {
    supervisor.run()
    if let failure = supervisor.startFailure { note(failure) }
  }

  private func progress(_ observations: [Observation]) {
    if let facts = observations.lazy.compactMap(\.interpreter).first { announced.note(facts) }
    display.running(observations)
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

  /// What requirements are compared with; asks a process where none has told what is installed.
  var judge: RequirementJudge? {
    guard problem == nil, known.ownership != nil || askForOwnership() != nil else { return nil }
    return known.judge
  }

  func note(_ failure: Observation) {
    problem =
      problem ?? StartFailure(observation: failure, interpreter: interpreter, environment: environment).problem
  }
}
