package import Probing

/// A failure that a text tells of.
package struct TextFailure: Sendable, Equatable {
  /// What came of the run.
  package enum Ending: Sendable, Equatable {
    /// An exception, with all that led to it. Its type is `?` where the text does not say it.
    case exception(ExceptionFacts)
    /// The process died.
    case death(DeathFacts)
    /// The words of a program or library that no exception carries, as of the dynamic loader.
    case message(String)
  }

  package var ending: Ending
  package var form: TextForm
  /// The lines of the text that it was read from, as an editor counts them.
  package var lines: ClosedRange<Int>
  /// The beginning, the end or a part between was left out.
  package var isTruncated = false
  /// The build of a distribution in which it happened.
  package var build: BuildFacts?

  init(_ ending: Ending, form: TextForm, lines: ClosedRange<Int>) {
    self.ending = ending
    self.form = form
    self.lines = lines
  }

  package var exception: ExceptionFacts? {
    if case .exception(let facts) = ending { facts } else { nil }
  }

  /// What the last line of the failure says, without a type.
  package var message: String {
    switch ending {
    case .exception(let facts): facts.message
    case .death(let facts): facts.message
    case .message(let text): text
    }
  }

  /// Whether it only says that the cause was told before, as of an engine of vLLM that did not start ("See root cause
  /// above", "See stack trace for the root cause").
  var pointsElsewhere: Bool {
    guard let exception, exception.type != "ImportError", exception.type != "ModuleNotFoundError" else { return false }
    let words = exception.message.lowercased()
    return words.contains("see ") && [" above", "root cause", "stack trace"].contains(where: words.contains)
  }
}

/// Who wrote the text of a failure.
package enum TextForm: String, Sendable, Equatable {
  /// Python's own traceback.
  case python
  case ipython, pytest, rich, loguru
  /// Python's stacks of a process that dies (faulthandler).
  case faulthandler
  /// An exception's line with no traceback.
  case exceptionLine
  /// The dynamic loader, or a library that ends the process.
  case program
  /// What a shell, a debugger or a supervisor says of a process that died.
  case shell
  /// An installer that could not build.
  case installer
  /// Words of a known failure, without the line that Python would have printed.
  case fragment
}

/// How a process died.
package struct DeathFacts: Sendable, Equatable {
  /// Such as `SIGSEGV`.
  package var signal: String?
  /// As the text gives it: 139, -11 and so on.
  package var exitCode: Int?
  /// The line that says it.
  package var message: String
  /// Python's stack of the thread that died, the outermost frame first.
  package var frames: [FrameFacts] = []
  /// Functions and shared objects of the native stack, the innermost first, each as its line has it.
  package var nativeFrames: [String] = []
  /// Extension modules that were loaded, where faulthandler lists them.
  package var extensionModules: [String] = []
  /// Modules that a person imported at a prompt right before, in order.
  package var imports: [String] = []
  /// It did not die: a deadline passed, and these are its stacks.
  package var isTimeout = false

  init(message: String) {
    self.message = message
  }
}

/// The build of a distribution that failed.
package struct BuildFacts: Sendable, Equatable {
  /// `pip` or `uv`.
  package var installer: String
  /// Where the text says which one was built.
  package var distribution: String?
  package var version: String?
  /// What was being done, in the installer's words.
  package var step: String?
  package var exitCode: Int?
  /// The lines of the text that tell of it.
  package var lines: ClosedRange<Int>

  init(installer: String, lines: ClosedRange<Int>) {
    self.installer = installer
    self.lines = lines
  }
}

/// A line beside a failure that may explain it: of a log, or a warning.
package struct Remark: Sendable, Equatable {
  package var line: Int
  package var level: LogLevel?
  package var text: String
  /// The exception that the line quotes, as in `with ImportError('…')`.
  package var exception: ExceptionFacts?
}
