package import Probing
package import Processes
internal import SystemPackage

/// One life of a worker process: start, ask, limit, end.
package struct WorkerRun {
  /// Entries `NAME=VALUE` that the worker gets.
  package var environment: [[UInt8]]
  /// For each module of the plan.
  package var timeout: Duration
  package var interruptions: Interruptions?
  /// Called often while the worker runs.
  package var progress: (Observation) -> Void

  package init(
    environment: [[UInt8]], timeout: Duration, interruptions: Interruptions?,
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
    var messages = try ChildStream.socket()
    var output = try ChildStream.pipe()
    let child = try start(
      grants: output.grant(as: 1) + output.grant(as: 2) + messages.grant(as: Self.messageDescriptor))
    messages.closeTheirs()
    output.closeTheirs()
    send(plan, to: messages.ours)

    let life = Life(plan.modules, deadline: .now + timeout)
    var waiting = Waiting(
      sources: [
        Source(messages.ours) { life.receive($0, timeout: timeout) },
        Source(output.ours) { life.observation.output.append($0) },
      ],
      interruptions: interruptions)
    let end = waiting.wait(for: child, until: { life.deadline }, tick: { progress(life.observation) })
    life.observation.ending = Observation.Ending(end.replaces(child.end()))
    return life.observation
  }

  private func start(grants: [DescriptorGrant]) throws(ProcessProblem) -> ChildProcess {
    try ChildProcess(
      // The running program itself, even where its file was replaced meanwhile (proc(5)).
      starting: Command(
        executable: "/proc/self/exe", argumentZero: "realimport",
        arguments: [Self.subcommand, String(Self.messageDescriptor)], environment: environment),
      grants: grants)
  }

  /// A worker that cannot take the plan ends at once, and that is seen.
  private func send(_ plan: Plan, to messages: FileDescriptor) {
    if let bytes = try? MessageFraming.frame(plan) { _ = try? messages.writeAll(bytes) }
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
