internal import Probing
internal import Synchronization
package import SystemCalls
internal import SystemPackage

/// A worker process that waits for orders.
struct StartedWorker: ~Copyable {
  let child: ChildProcess
  let streams: WorkerStreams
  /// What it was told to start, if anything.
  private(set) var start: WorkerStart? = nil

  init(environment: ProcessEnvironment) throws(ProcessProblem) {
    let streams = try WorkerStreams()
    let child = try ChildProcess(
      // The running program itself, even where its file was replaced meanwhile (proc(5)).
      starting: Command(
        executable: "/proc/self/exe", argumentZero: "realimport",
        arguments: [SpareWorker.subcommand, String(SpareWorker.firstDescriptor)], environment: environment.entries),
      grants: streams.grants)
    self.child = child
    self.streams = streams
  }

  mutating func tell(_ interpreter: Interpreter, safePath: Bool) {
    let start = WorkerStart(interpreter, safePath: safePath, channels: streams.channels)
    self.start = start
    streams.send(.start(start))
  }
}

extension WorkerStart {
  fileprivate init(_ interpreter: Interpreter, safePath: Bool, channels: WorkerChannels) {
    self.init(
      libpython: PythonPath(interpreter.libpython), executable: PythonPath(interpreter.executable),
      safePath: safePath, channels: channels)
  }
}

/// A worker started before it is known what to ask: its start-up takes as long as reading the command line does, and
/// runs beside it. One that is not needed ends by itself when this process does.
package enum SpareWorker {
  private static let spare = Mutex<StartedWorker?>(nil)

  /// The hidden subcommand that makes this program a worker; the first descriptor of its streams follows it.
  package static let subcommand = "_worker"
  package static let firstDescriptor: Int32 = 3

  package static func prepare(environment: ProcessEnvironment) {
    spare.withLock { $0 = try? StartedWorker(environment: environment.forWorkers) }
  }

  /// Lets the spare worker start Python already, where it is as good as known which.
  package static func start(_ interpreter: Interpreter, safePath: Bool) {
    spare.withLock { $0?.tell(interpreter, safePath: safePath) }
  }

  /// The spare worker if there is one that fits, else a fresh one.
  static func take(_ settings: WorkerSettings) throws(ProcessProblem) -> StartedWorker {
    var worker: StartedWorker
    if let spare = spare.withLock({ $0.take() }) {
      worker = spare
      let wanted = WorkerStart(settings.interpreter, safePath: settings.safePath, channels: worker.streams.channels)
      if let start = worker.start, start == wanted { return worker }
      if worker.start != nil { worker = try StartedWorker(environment: settings.environment) }
    } else {
      worker = try StartedWorker(environment: settings.environment)
    }
    worker.tell(settings.interpreter, safePath: settings.safePath)
    CodingWarmUp.decodeMessages()
    return worker
  }
}

extension ProcessEnvironment {
  /// The environment's files stay as they are, unless the user has decided about that already.
  package var forWorkers: ProcessEnvironment { addingDefault("PYTHONDONTWRITEBYTECODE", "1") }
}
