import Probing
import Supervision
import Synchronization
import SystemCalls

/// What can be told of a command line before it is parsed: enough to let Python start meanwhile.
///
/// Reading the command line properly takes as long as a tenth of Python's own start. Nothing depends on this guess: a
/// worker that started another Python than is wanted in the end is not used.
struct EarlyStart {
  private let python: String?
  private let safePath: Bool

  /// `nil` where no Python may be started: the command line asks for something else than a check, or names a target
  /// that is none.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    if rest.first == "check" {
      rest = rest.dropFirst()
    } else if let word = rest.first, DirectParsing.words.contains(word) {
      return nil
    }
    var python: String?
    var safePath = false
    while let argument = rest.popFirst() {
      if ["--safe-path", "--all"].contains(argument) {
        safePath = true
      } else if argument == "--python" {
        python = rest.popFirst()
      } else if argument.hasPrefix("--python=") {
        python = String(argument.dropFirst("--python=".count))
      } else if SubcommandOrder.valued.contains(argument) {
        guard rest.popFirst() != nil else { return nil }
      } else if !Self.flags.contains(argument), !Self.isTarget(argument) {
        return nil
      }
    }
    self.python = python
    self.safePath = safePath
  }

  private static func isTarget(_ argument: String) -> Bool {
    do {
      _ = try RequestedTarget(parsing: argument)
      return true
    } catch {
      return false
    }
  }

  private static let flags: [String] = ["--together", "--fresh", "--quiet", "--verbose", "--strict", "--entry-points"]

  func begin(environment: ProcessEnvironment, run: @Sendable (WorkerStart, WorkerDescriptors) -> Never) {
    // What is wrong with the interpreter is said once the command line is known to be right.
    guard let interpreter = try? Interpreter.find(python, environment: environment) else { return }
    SpareWorker.start(interpreter, safePath: safePath, run: run)
    Self.found.withLock { $0 = Found(option: python, interpreter: interpreter) }
  }

  private struct Found {
    var option: String?
    var interpreter: Interpreter
  }

  private static let found = Mutex<Found?>(nil)

  /// The interpreter for this value of `--python`, looked for once.
  static func interpreter(
    _ option: String?, environment: ProcessEnvironment
  ) throws(InterpreterProblem) -> Interpreter {
    if let found = found.withLock({ $0 }), found.option == option { return found.interpreter }
    return try Interpreter.find(option, environment: environment)
  }
}
