internal import Probing
package import SystemCalls
internal import Synchronization
internal import SystemPackage

/// A worker process that waits for its plan.
struct StartedWorker: ~Copyable {
  let child: ChildProcess
  let messages: ChildStream
  let output: ChildStream

  init(environment: ProcessEnvironment) throws(ProcessProblem) {
    var messages = try ChildStream.socket()
    var output = try ChildStream.pipe()
    child = try ChildProcess(
      // The running program itself, even where its file was replaced meanwhile (proc(5)).
      starting: Command(
        executable: "/proc/self/exe", argumentZero: "realimport",
        arguments: [WorkerRun.subcommand, String(WorkerRun.messageDescriptor)], environment: environment.entries),
      grants: output.grant(as: 1) + output.grant(as: 2) + messages.grant(as: WorkerRun.messageDescriptor))
    messages.closeTheirs()
    output.closeTheirs()
    self.messages = messages
    self.output = output
  }

  consuming func end() -> ProcessEnding { child.end() }

  /// A worker that cannot take the plan ends at once, and that is seen.
  func send(_ plan: Plan) {
    if let bytes = try? MessageFraming.frame(plan) { messages.send(bytes) }
  }
}

/// A worker started before it is known what to ask: its start-up takes as long as reading the command line does, and
/// runs beside it. One that is not needed ends by itself when this process does.
package enum SpareWorker {
  private static let spare = Mutex<StartedWorker?>(nil)

  package static func prepare(environment: ProcessEnvironment) {
    spare.withLock { $0 = try? StartedWorker(environment: environment.forWorkers) }
  }

  /// The spare worker if there is one, else a fresh one.
  static func take(environment: ProcessEnvironment) throws(ProcessProblem) -> StartedWorker {
    if let worker = spare.withLock({ $0.take() }) { return worker }
    return try StartedWorker(environment: environment)
  }
}

extension ProcessEnvironment {
  /// The environment's files stay as they are, unless the user has decided about that already.
  package var forWorkers: ProcessEnvironment { addingDefault("PYTHONDONTWRITEBYTECODE", "1") }
}
