package import Probing
package import SystemCalls
internal import SystemPackage

/// One life of a worker process: start, ask, limit, end.
package struct WorkerRun {
  package var environment: ProcessEnvironment
  /// For each module of the plan.
  package var timeout: Duration
  package var interruptions: Interruptions?
  /// Called often while the worker runs.
  package var progress: (Observation) -> Void

  package init(
    environment: ProcessEnvironment, timeout: Duration, interruptions: Interruptions?,
    progress: @escaping (Observation) -> Void = { _ in }
  ) {
    self.environment = environment
    self.timeout = timeout
    self.interruptions = interruptions
    self.progress = progress
  }

  /// The hidden subcommand that makes this program a worker; the descriptor of the messages follows it.
  package static let subcommand = "_worker"
  package static let messageDescriptor: Int32 = 3

  /// Carries the plan out in a fresh process, whatever the imports do to that.
  /// - Throws: ``ProcessProblem`` where no process could be started.
  package func run(_ plan: Plan) throws(ProcessProblem) -> Observation {
    let worker = try SpareWorker.take(environment: environment)
    worker.send(plan)
    CodingWarmUp.decodeMessages()

    let life = Life(plan.modules, deadline: .now + timeout)
    var waiting = Waiting(
      sources: [
        Source(worker.messages.ours) { life.receive($0, timeout: timeout) },
        Source(worker.output.ours) { life.observation.output.append($0) },
      ],
      interruptions: interruptions)
    let end = waiting.wait(for: worker.child, until: { life.deadline }, tick: { progress(life.observation) })
    life.observation.ending = Observation.Ending(end.replaces(worker.end()))
    return life.observation
  }
}

/// What is known of a running worker, and until when it may run.
private final class Life {
  var observation: Observation
  var deadline: ContinuousClock.Instant
  private var reader = MessageReader<WorkerMessage>()

  init(_ modules: [ModulePlan], deadline: ContinuousClock.Instant) {
    observation = Observation(of: modules)
    self.deadline = deadline
  }

  func receive(_ bytes: [UInt8], timeout: Duration) {
    for message in reader.receive(bytes) {
      observation.note(message)
      if case .began = message { deadline = .now + timeout }
    }
  }
}

extension Observation.Ending {
  fileprivate init(_ ending: ProcessEnding) {
    self =
      switch ending {
      case .exited(let code): .exited(code)
      case .signalled(let signal): .signalled(signal)
      case .timedOut: .timedOut
      case .interrupted: .interrupted
      }
  }
}
