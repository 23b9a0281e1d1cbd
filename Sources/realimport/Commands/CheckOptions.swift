import ArgumentParser
import Probing

/// The options of `check`, as written.
struct CheckOptions: ParsableArguments {
  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment.")
  var python: String?

  @Flag(help: "Import all targets in one process, in the order given.")
  var together = false

  @Option(help: ArgumentHelp("A target whose absence is no failure; may be repeated.", valueName: "name"))
  var optional: [String] = []

  @Option(help: ArgumentHelp("How long one target may take.", valueName: "seconds"))
  var timeout: Double = 120

  @Flag(help: "Keep the working directory off sys.path.")
  var safePath = false

  @Option(help: "When plain Python is asked the same: always, failures or never.")
  var control: ControlPolicy = .failures

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Write the report to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "auto, always or never; NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  @Flag(help: "Show failures only.")
  var quiet = false

  @Flag(help: "Show tracebacks whole, and what the imports wrote.")
  var verbose = false

  /// A day: longer than any import, and far from the limits of a clock.
  static let longestTimeout: Double = 86_400

  mutating func validate() throws {
    guard timeout > 0, timeout <= Self.longestTimeout else {
      throw ValidationError("--timeout takes seconds, more than 0 and at most 86400.")
    }
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  /// - Throws: `ValidationError` for a target that no `import` statement could hold.
  func request(targets: [String]) throws -> CheckRequest {
    let optional = try self.optional.map(target)
    var named: [Target] = []
    for target in try targets.map(target) + optional where !named.contains(where: { $0.text == target.text }) {
      named.append(target)
    }
    return CheckRequest(
      targets: named, optional: Set(optional.map(\.module)), python: python, isTogether: together,
      usesSafePath: safePath, timeout: .seconds(timeout), control: control)
  }

  private func target(_ text: String) throws -> Target {
    do throws(TargetProblem) {
      return try Target(parsing: text)
    } catch {
      throw ValidationError(error.message)
    }
  }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension ControlPolicy: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
