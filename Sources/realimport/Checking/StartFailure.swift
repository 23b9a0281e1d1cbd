import Probing
import SystemCalls
import Reporting
import Supervision

/// Says why a worker never got Python to run.
struct StartFailure {
  let observation: Observation
  let interpreter: Interpreter
  let environment: ProcessEnvironment

  /// `nil` where Python did start.
  var problem: ProblemReport? {
    if let problem = observation.startProblem { return report(problem) }
    guard observation.interpreter == nil, observation.ending != .interrupted else { return nil }
    return ProblemReport(
      code: "python-cannot-start", message: "\(subject) does not start: \(ending)\(suspect)", commands: commands)
  }

  private func report(_ problem: StartProblem) -> ProblemReport {
    switch problem {
    case .libraryNotLoaded(let reason):
      ProblemReport(code: "libpython-not-loadable", message: "libpython of \(subject) cannot be loaded: \(reason)")
    case .functionMissing(let name):
      ProblemReport(
        code: "libpython-unusable",
        message: "\(PythonPath(interpreter.libpython)) is no libpython 3.9 or newer: it lacks the function `\(name)`")
    }
  }

  private var subject: String { "Python at \(PythonPath(interpreter.executable))" }

  private var ending: String {
    return switch observation.ending {
    case .exited(let code): lastWords ?? "it ends with status \(code)"
    case .signalled(let signal): "it is killed by \(Signal.name(signal))"
    case .outOfMemory: "it takes more memory than it may"
    case .timedOut, .interrupted: "it does not finish its start-up files in time"
    }
  }

  /// The line that says it: CPython's own, else the last that is no part of a longer text.
  private var lastWords: String? {
    let lines = observation.output.text.split(whereSeparator: \.isNewline)
    let fatal = lines.first { $0.hasPrefix("Fatal Python error") }
    return (fatal ?? lines.last { !$0.hasPrefix(" ") } ?? lines.last).map(String.init)
  }

  /// The variables that move the standard library away from under an interpreter.
  private var suspects: [String] { ["PYTHONHOME", "PYTHONPLATLIBDIR"].filter { environment[$0] != nil } }

  private var suspect: String {
    suspects.isEmpty ? "" : "; the variable \(suspects.joined(separator: " and ")) is set and may mislead it"
  }

  private var commands: [String] { suspects.map { "unset \($0)" } }
}
