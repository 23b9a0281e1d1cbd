package import Probing
package import SystemCalls
package import SystemPackage

/// The same imports by the environment's own interpreter: embedding must never be the reason for a verdict.
package struct ControlRun {
  package var executable: FilePath
  package var environment: ProcessEnvironment
  package var timeout: Duration
  package var interruptions: Interruptions?

  package init(
    executable: FilePath, environment: ProcessEnvironment, timeout: Duration, interruptions: Interruptions?
  ) {
    self.executable = executable
    self.environment = environment
    self.timeout = timeout
    self.interruptions = interruptions
  }

  /// An exit status that no import ends with by chance. 0 would prove nothing: `os._exit(0)` ends with it.
  private static let passedStatus: Int32 = 86

  /// Asks one question, and lets Python shut down after it.
  /// - Parameter earlier: Imported before, in the same process; how they fare does not count.
  package func run(_ question: ModulePlan, after earlier: [ModulePlan], safePath: Bool) -> ControlResult {
    let lines =
      Self.preamble(safePath) + earlier.flatMap { ["try: import \($0.module)", "except BaseException: pass"] }
      + question.statements + ["raise SystemExit(\(Self.passedStatus))"]
    let command = Command(
      executable: executable, arguments: ["-c", lines.joined(separator: "\n")], environment: environment.entries)
    do throws(ProcessProblem) {
      let result = try runCommand(command, timeout: timeout, interruptions: interruptions)
      return ControlResult(result, passedStatus: Self.passedStatus)
    } catch {
      return .notRun
    }
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

  init(_ result: CommandResult, passedStatus: Int32) {
    self =
      switch result.ending {
      case .exited(passedStatus): .passed
      case .exited(let status): .failed(Self.lastLine(result.errorOutput) ?? "exit status \(status)")
      case .signalled(let signal): .failed("killed by \(Signal.name(signal))")
      case .timedOut: .failed("still running at the deadline")
      case .interrupted: .interrupted
      }
  }

  private static func lastLine(_ bytes: [UInt8]) -> String? {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
  }
}

extension ModulePlan {
  /// What a program would write to ask the same.
  fileprivate var statements: [String] { ["import \(module)"] + attributes.map { "\(module).\($0)" } }
}
