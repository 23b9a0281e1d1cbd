import ArgumentParser
import Probing
import SystemCalls
import Reporting
import Supervision
import SystemPackage

/// `realimport check`: the main job.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: DirectParsing.program,
    abstract: "Import modules in a supervised process and report what happened.",
    discussion: """
      Exit status: 0 all passed, 1 something failed, 2 wrong command line or nothing to check,
      3 nothing could be checked (no usable Python), 130 interrupted.
      """)

  @Argument(
    help: ArgumentHelp(
      "A module, `module:attribute.path`, a distribution, or a requirement such as 'torch>=2.4'; without any, torch and vllm, or else all that is installed."
    ))
  var targets: [String] = []

  @OptionGroup var options: CheckOptions

  func run() throws {
    throw ExitCode(try run(environment: .current(), interruptions: Interruptions()))
  }

  /// Everything but the end of the process; gives the exit status.
  func run(environment: ProcessEnvironment, interruptions: Interruptions?) throws -> Int32 {
    let request = try options.request(targets: targets)
    let output = try CheckOutput(options, environment: environment)
    let interpreter: Interpreter
    do throws(InterpreterProblem) {
      interpreter = try EarlyStart.interpreter(request.python, environment: environment)
    } catch {
      return try output.finish(Report(problem: error), isInterrupted: false)
    }
    let run = CheckRun(
      request, interpreter: interpreter, environment: environment, interruptions: interruptions,
      display: output.display)
    // Nothing is done after this: to take apart all that the run knows would be time lost.
    defer { keepUntilExit(run) }
    let report = run.report()
    return try output.finish(report, isInterrupted: run.isInterrupted)
  }
}
