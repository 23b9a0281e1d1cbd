internal import Probing
internal import SystemCalls

/// The processes that workers are forked from: one that has only started Python, and others forked from it that have
/// imported what several modules need.
final class Zygotes {
  private let settings: WorkerSettings
  private var known: [[String]: ZygoteProcess] = [:]
  /// Those that are being forked.
  private var coming: Set<[String]> = []
  /// What became of the first of them where Python never ran.
  private(set) var startFailure: Observation?

  init(_ settings: WorkerSettings) {
    self.settings = settings
  }

  enum Choice {
    case use(ZygoteProcess)
    /// It will be ready, or found unfit, by and by.
    case wait
    /// Nothing can be forked: a new process is needed.
    case none
  }

  /// The process to fork from for a module that may have these others imported before.
  func choose(_ preloaded: [String]) throws(ProcessProblem) -> Choice {
    guard let zygote = known[preloaded] else { return try start(preloaded) }
    switch zygote.state {
    case .ready: return .use(zygote)
    case .starting: return .wait
    case .unfit, .ended: return preloaded.isEmpty ? .none : try choose(Array(preloaded.dropLast()))
    }
  }

  private func start(_ preloaded: [String]) throws(ProcessProblem) -> Choice {
    guard !preloaded.isEmpty else {
      let worker = try Worker(starting: settings, plans: [])
      known[[]] = ZygoteProcess(worker: worker, preloaded: [])
      return .wait
    }
    guard case .use(let parent) = try choose(Array(preloaded.dropLast())) else { return .wait }
    guard parent.preloaded == Array(preloaded.dropLast()) else { return .use(parent) }
    guard coming.insert(preloaded).inserted else { return .wait }
    parent.fork([], timeout: settings.timeout) { [unowned self] worker in
      coming.remove(preloaded)
      known[preloaded] = ZygoteProcess(worker: worker, preloaded: preloaded)
    } failed: { [unowned self] in
      coming.remove(preloaded)
    }
    return .wait
  }

  var all: [ZygoteProcess] { Array(known.values) }

  /// How many are busy becoming ready.
  var starting: Int { known.values.count { if case .starting = $0.state { true } else { false } } }

  /// Notes which of them are no more.
  func noteEnded() {
    for zygote in known.values {
      guard let process = zygote.worker.process, case .ended(let ending) = process.stage else { continue }
      if case .ended = zygote.state { continue }
      zygote.worker.finish(ending)
      if zygote.worker.observation.interpreter == nil { startFailure = zygote.worker.observation }
      zygote.end()
    }
  }
}

extension Worker {
  /// Starts Python in a process of its own.
  convenience init(starting settings: WorkerSettings, plans: [ModulePlan]) throws(ProcessProblem) {
    let started = try SpareWorker.take(settings)
    self.init(started, plans: plans, timeout: settings.timeout)
  }
}
