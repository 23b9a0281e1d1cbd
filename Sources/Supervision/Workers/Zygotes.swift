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
      known[[]] = ZygoteProcess([], worker: worker, preloaded: [])
      return .wait
    }
    let choice = try choose(Array(preloaded.dropLast()))
    guard case .use(let parent) = choice else { return choice }
    guard parent.name == Array(preloaded.dropLast()) else { return .use(parent) }
    guard coming.insert(preloaded).inserted else { return .wait }
    parent.fork([], timeout: settings.timeout) { [unowned self] worker in
      coming.remove(preloaded)
      known[preloaded] = ZygoteProcess(
        preloaded, worker: worker, preloaded: parent.preloaded + preloaded.suffix(1))
    } failed: { [unowned self] in
      coming.remove(preloaded)
    }
    return .wait
  }

  /// Keeps a copy of a worker once it has imported everything, where that is wanted.
  func offer(_ worker: Worker, keptAs name: @escaping (Observation) -> [String]?) {
    worker.isWaitedFor = true
    worker.answer = { [unowned self, unowned worker] message in
      guard case .done = message else { return }
      guard let key = name(worker.observation), known[key] == nil, keep(worker, as: key) else {
        return worker.streams.send(.finish)
      }
    }
  }

  private func keep(_ worker: Worker, as key: [String]) -> Bool {
    guard let streams = try? WorkerStreams(),
      worker.streams.send(.keep(streams.channels), with: streams.theirs)
    else { return false }
    worker.isLeavingCopy = true
    worker.answer = { [unowned self, unowned worker] message in
      guard case .kept(let identifier) = message else { return }
      worker.isLeavingCopy = false
      guard identifier > 0 else { return }
      known[key] = ZygoteProcess(
        key, copy: Worker(keptFrom: worker, identifier, streams),
        preloaded: worker.observation.preloaded + worker.modules)
    }
    return true
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
  /// A copy that another worker has left; it will be a child of this process.
  fileprivate convenience init(keptFrom worker: Worker, _ identifier: Int32, _ streams: WorkerStreams) {
    self.init(streams: streams, plans: [], timeout: .seconds(0))
    observation.interpreter = worker.observation.interpreter
    observation.output = worker.observation.output
    begin(
      WatchedProcess(
        forked: identifier, output: streams.output.ours, deadline: .now + Self.longTime, requestStatus: { _ in false }))
  }

  fileprivate var modules: [String] { observation.modules.map(\.plan.module) }

  /// Starts Python in a process of its own.
  /// - Parameter mayBeSpare: Whether a worker that was started before serves as well, with the variables of this process.
  convenience init(
    starting settings: WorkerSettings, plans: [ModulePlan], mayBeSpare: Bool = true
  ) throws(ProcessProblem) {
    let started = mayBeSpare ? try SpareWorker.take(settings) : try SpareWorker.fresh(settings)
    self.init(started, plans: plans, timeout: settings.timeout)
  }
}
