package import Probing
internal import SystemCalls
internal import SystemPackage

/// The imports of a worker as a program for the environment's own interpreter: embedding must never be the reason for
/// a verdict.
package struct ControlQuestion: Sendable {
  package var question: ModulePlan
  /// Imported before, in the same process; how they fare does not count.
  package var earlier: [ModulePlan]

  package init(_ question: ModulePlan, after earlier: [ModulePlan]) {
    self.question = question
    self.earlier = earlier
  }

  /// An exit status that no import ends with by chance. 0 would prove nothing: `os._exit(0)` ends with it.
  static let passedStatus: Int32 = 86

  func program(safePath: Bool) -> String {
    let lines =
      Self.preamble(safePath) + earlier.flatMap { ["try: import \($0.module)", "except BaseException: pass"] }
      + question.statements + ["raise SystemExit(\(Self.passedStatus))"]
    return lines.joined(separator: "\n")
  }

  private static func preamble(_ safePath: Bool) -> [String] {
    safePath ? ["import sys", "if sys.path and sys.path[0] == '': del sys.path[0]", "del sys"] : []
  }
}

/// What plain Python did.
package enum ControlResult: Sendable, Equatable {
  case passed
  /// It did not come through; the line says what it ended with.
  case failed(String)
  case interrupted
  case notRun

  init(_ ending: ProcessEnding, errorOutput: String) {
    self =
      switch ending {
      case .exited(ControlQuestion.passedStatus): .passed
      case .exited(let status): .failed(Self.lastLine(errorOutput) ?? "exit status \(status)")
      case .signalled(let signal): .failed("killed by \(Signal.name(signal))")
      case .timedOut: .failed("still running at the deadline")
      case .interrupted: .interrupted
      }
  }

  private static func lastLine(_ text: String) -> String? {
    text.split(whereSeparator: \.isNewline).last.map(String.init)
  }
}

extension ModulePlan {
  /// What a program would write to ask the same.
  fileprivate var statements: [String] {
    let conditions = expressions.map { "if not (\($0)\n): raise AssertionError('an expression is not true')" }
    return ["import \(module)"] + attributes.map { "\(module).\($0)" } + conditions
  }
}

/// A control run that is under way.
final class ControlProcess {
  let process: WatchedProcess
  private let output: ChildStream
  private let errors: ChildStream
  private var kept = CapturedOutput()

  init(_ question: ControlQuestion, _ settings: WorkerSettings) throws(ProcessProblem) {
    // The writing ends stay open here, so that a pipe never ends and poll(2) never finds it so.
    output = try .pipe()
    errors = try .pipe()
    let command = Command(
      executable: settings.interpreter.executable, arguments: ["-c", question.program(safePath: settings.safePath)],
      environment: settings.environment.entries)
    let child = try ChildProcess(starting: command, grants: output.grant(as: 1) + errors.grant(as: 2))
    process = WatchedProcess(child: child, output: output.ours, deadline: .now + settings.timeout, tellsStacks: false)
  }

  var descriptors: [FileDescriptor] { [output.ours, errors.ours] }

  /// Reads at most one buffer of each stream; whether there was anything.
  @discardableResult func read() -> Bool {
    let printed = output.ours.availableBytes()
    let complained = errors.ours.availableBytes()
    if let complained { kept.append(complained) }
    return printed?.isEmpty == false || complained?.isEmpty == false
  }

  func result(_ ending: ProcessEnding) -> ControlResult {
    for _ in 0..<Self.lastReads {
      guard read() else { break }
    }
    switch process.reason {
    case .deadline?: return .failed("still running at the deadline")
    case .memory?: return .failed("it takes more memory than it may")
    case .interruption?: return .interrupted
    case nil: return ControlResult(ending, errorOutput: kept.text)
    }
  }

  private static let lastReads = 64
}
