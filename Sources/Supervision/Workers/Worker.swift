internal import Probing
internal import SystemCalls
internal import SystemPackage

/// A worker as the front knows it: its process, its streams, and what it has told so far.
final class Worker {
  let streams: WorkerStreams
  private(set) var process: WatchedProcess?
  var observation: Observation
  /// For each module that it imports.
  let timeout: Duration
  /// What came besides facts about imports.
  var answer: (WorkerMessage) -> Void = { _ in }
  /// Called once with each top-level module that it looks for, and with those that it looked for before.
  var noticed: (String, Set<String>) -> Void = { _, _ in }
  /// The process that it was forked from.
  var parent: Worker?
  /// Whether somebody needs its answers at once.
  var isWaitedFor = false
  /// Whether it was asked for a copy of itself and has not yet told which process that is.
  var isLeavingCopy = false
  /// Whether there was more in its messages than a look at a small import finds.
  private var hasMuchToSay = false
  private var reader = MessageReader<WorkerMessage>()
  private var evidence: [UInt8] = []

  init(streams: WorkerStreams, plans: [ModulePlan], timeout: Duration) {
    self.streams = streams
    observation = Observation(of: plans)
    self.timeout = timeout
  }

  /// A worker in a process of its own, that has yet to be told which Python to start.
  convenience init(
    _ started: consuming StartedWorker, plans: [ModulePlan], timeout: Duration
  ) {
    self.init(streams: started.streams, plans: plans, timeout: timeout)
    process = WatchedProcess(
      child: started.child, output: streams.output.ours, deadline: .now + timeout, tellsStacks: true)
  }

  func begin(_ process: WatchedProcess) {
    self.process = process
  }

  /// Reads at most one buffer of each stream; whether there was anything.
  @discardableResult func read() -> Bool {
    var any = false
    take(imports: streams.imports.newLines())
    if let bytes = streams.messages.ours.availableBytes() {
      hasMuchToSay = bytes.count > Self.small
      for message in reader.receive(bytes) { take(message) }
      any = true
    }
    if let bytes = streams.evidence.ours.availableBytes() {
      if evidence.count < CrashEvidence.limit { evidence += bytes }
      any = true
    }
    if let bytes = streams.output.ours.availableBytes() {
      observation.output.append(bytes)
      any = true
    }
    return any
  }

  /// Bytes; far less than pipes hold (pipe(7)).
  private static let small = 1 << 14

  private func take(_ message: WorkerMessage) {
    observation.note(message)
    if case .began = message { process?.deadline = .now + timeout }
    answer(message)
  }

  private func take(imports lines: [UInt8]) {
    guard !lines.isEmpty else { return }
    let known = observation.topLevels
    observation.note(imports: lines)
    for name in observation.topLevels.subtracting(known) { noticed(name, known) }
  }

  /// Whether it was killed because the process that it was forked from is no more.
  var lostItsParent: Bool {
    parent?.process?.isRunning == false && process?.reason == nil && observation.ending == .signalled(Signal.kill)
  }

  /// What to wait for. Of many workers, facts about an import can wait for the next look, since each wake of this
  /// process costs them time; but a worker that fills its pipe must not wait for us, and answers are waited for.
  var descriptors: [FileDescriptor] {
    let rest = [streams.evidence.ours, streams.output.ours]
    let isExpected = isWaitedFor || hasMuchToSay || observation.interpreter == nil || isForeseeable
    return isExpected ? [streams.messages.ours] + rest : rest
  }

  /// Whether its last message is looked out for, to have its report ready when Python has shut down.
  private var isForeseeable: Bool { parent == nil && observation.run == nil }

  /// Takes in what is left in the streams, and how the process ended.
  func finish(_ ending: ProcessEnding) {
    for _ in 0..<Self.lastReads {
      guard read() else { break }
    }
    observation.ending = Observation.Ending(ending, process?.reason)
    observation.evidence = CrashEvidence(bytes: evidence)
  }

  /// For a process that only waits for orders.
  static let longTime = Duration.seconds(86_400)

  /// Of 64 KiB each: more than pipes hold (pipe(7)); a survivor that writes on is not waited for.
  private static let lastReads = 64
}

extension Observation.Ending {
  fileprivate init(_ ending: ProcessEnding, _ reason: WatchedProcess.Reason?) {
    self =
      switch (reason, ending) {
      case (.deadline?, _): .timedOut
      case (.interruption?, _): .interrupted
      case (.memory(let limit)?, _): .outOfMemory(.limit(limit))
      case (nil, .exited(let code)): .exited(code)
      case (nil, .signalled(let signal)): .signalled(signal)
      case (nil, .timedOut): .timedOut
      case (nil, .interrupted): .interrupted
      }
  }
}
