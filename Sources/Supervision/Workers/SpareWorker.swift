package import Probing
internal import Synchronization
package import SystemCalls
internal import SystemPackage

/// A worker process, which may have been told already what to start.
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

  /// A copy of this process that starts Python at once.
  init(_ interpreter: Interpreter, safePath: Bool, run: @Sendable (WorkerStart, WorkerDescriptors) -> Never)
    throws(ProcessProblem)
  {
    let streams = try WorkerStreams()
    guard let output = streams.output.theirs, let descriptors = streams.workerDescriptors else {
      throw .noDescriptors(.badFileDescriptor)
    }
    let start = WorkerStart(interpreter, safePath: safePath, channels: streams.channels)
    let child = try ChildProcess(forkingInto: output) {
      ProcessEnvironment.setDefault(ProcessEnvironment.bytecode.name, ProcessEnvironment.bytecode.value)
      streams.closeOurs()
      run(start, descriptors)
    }
    self.child = child
    self.streams = streams
    self.start = start
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

/// A worker started before it is known what to ask: reading the command line takes as long as a tenth of Python's own
/// start, and runs beside it. One that is not needed ends by itself when this process does.
package enum SpareWorker {
  private static let spare = Mutex<StartedWorker?>(nil)

  /// The hidden subcommand that makes this program a worker; the first descriptor of its streams follows it.
  package static let subcommand = "_worker"
  package static let firstDescriptor: Int32 = 3

  /// Starts Python already, where it is as good as known which. Only while this process has one thread.
  /// - Parameter run: What a worker does, in the process that is one.
  package static func start(
    _ interpreter: Interpreter, safePath: Bool, run: @Sendable (WorkerStart, WorkerDescriptors) -> Never
  ) {
    spare.withLock { $0 = try? StartedWorker(interpreter, safePath: safePath, run: run) }
  }

  /// The spare worker if there is one that fits, else a fresh one.
  static func take(_ settings: WorkerSettings) throws(ProcessProblem) -> StartedWorker {
    if let worker = spare.withLock({ $0.take() }) {
      let wanted = WorkerStart(settings.interpreter, safePath: settings.safePath, channels: worker.streams.channels)
      if worker.start == wanted { return worker }
    }
    return try fresh(settings)
  }

  static func fresh(_ settings: WorkerSettings) throws(ProcessProblem) -> StartedWorker {
    var worker = try StartedWorker(environment: settings.environment)
    worker.tell(settings.interpreter, safePath: settings.safePath)
    return worker
  }
}

extension ProcessEnvironment {
  /// The environment's files stay as they are, unless the user has decided about that already.
  package var forWorkers: ProcessEnvironment { addingDefault(Self.bytecode.name, Self.bytecode.value) }

  fileprivate static let bytecode = (name: "PYTHONDONTWRITEBYTECODE", value: "1")
}
