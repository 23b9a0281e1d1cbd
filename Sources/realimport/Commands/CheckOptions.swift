import ArgumentParser
import Configuration
import Probing
import SystemCalls
import SystemPackage

/// The options of `check`, as written.
struct CheckOptions: ParsableArguments {
  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment.")
  var python: String?

  @Flag(help: "Check every top-level module of every installed distribution.")
  var all = false

  @Flag(help: "Import all targets in one process, in the order given.")
  var together = false

  @Option(help: ArgumentHelp("A target whose absence is no failure; may be repeated.", valueName: "name"))
  var optional: [String] = []

  @Flag(help: "Look up the console scripts of the named distributions as well, without running them.")
  var entryPoints = false

  @Flag(help: "Look, without loading them, whether the native files of the named distributions could be loaded.")
  var links = false

  @Option(help: ArgumentHelp("Check a list that is built in: vllm.", valueName: "name"))
  var suite: String?

  @Option(help: ArgumentHelp("How long one target may take. (default: 120)", valueName: "seconds"))
  var timeout: Double?

  static let defaultTimeout: Double = 120

  @Option(help: ArgumentHelp("How much memory one target may hold, such as 4G; its resident set.", valueName: "size"))
  var memoryLimit: MemorySize?

  @Option(help: ArgumentHelp("How many targets are imported at the same time. (default: processors)", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Start Python anew for each module instead of forking one that has started.")
  var fresh = false

  @Flag(help: "Keep the working directory off sys.path.")
  var safePath = false

  @Flag(help: "Let warnings fail, hidden failures among them.")
  var strict = false

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
    guard timeout.map({ $0 > 0 && $0 <= Self.longestTimeout }) ?? true else {
      throw ValidationError("--timeout takes seconds, more than 0 and at most 86400.")
    }
    if let jobs, !(1...Self.mostJobs).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  static let mostJobs = 256

  /// - Throws: `ValidationError` for a target that no `import` statement could hold.
  func request(targets: [String]) throws -> CheckRequest {
    let optional = try self.optional.map(RequestedTarget.init)
    var named: [RequestedTarget] = []
    for target in try targets.map(RequestedTarget.init) + optional
    where !named.contains(where: { $0.text == target.text }) {
      named.append(target)
    }
    if all, !targets.isEmpty || together || suite != nil {
      throw ValidationError("--all excludes targets, --suite and --together.")
    }
    let suite = try self.suite.map { try Suite(named: $0) }
    var request = CheckRequest(
      targets: all ? [] : named, isAll: all, optional: Set(optional), checksEntryPoints: entryPoints,
      checksLinks: links, python: python, isTogether: together,
      usesSafePath: safePath || all, timeout: .seconds(timeout ?? Self.defaultTimeout), memoryLimit: memoryLimit?.bytes,
      jobs: jobs ?? Machine.processorCount(), isFresh: fresh, isStrict: strict, control: control)
    request.checks = try suite?.checks.map(RequestedCheck.init) ?? []
    if request.isOpen { try read(ProjectConfiguration.nearest(from: ""), into: &request) }
    return request
  }

  /// A project's table counts only where the command line names nothing; its options are weaker than those there.
  private func read(_ configuration: ProjectConfiguration?, into request: inout CheckRequest) throws {
    guard let configuration else { return }
    request.configurationFile = configuration.file
    do {
      let optional = try configuration.optional.map(RequestedTarget.init)
      request.targets = try configuration.targets.map(RequestedTarget.init) + optional
      request.optional = Set(optional)
      request.checks = try ((configuration.suite?.checks ?? []) + configuration.checks).map(RequestedCheck.init)
    } catch let problem as ValidationError {
      throw ValidationError("\(configuration.file): \(problem.message)")
    } catch let problem as WrongRequirement {
      throw WrongRequirement(sentence: "\(configuration.file): \(problem.sentence)", excerpt: problem.excerpt)
    }
    request.python = python ?? configuration.python
    if timeout == nil, let timeout = configuration.timeout { request.timeout = timeout }
  }
}

/// A number of bytes as it is written: `512M`, `4G`, `1.5GiB`.
struct MemorySize: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = argument.dropFirst(digits.count).uppercased()
    guard let number = Double(digits), let shift = Self.shifts[unit], number > 0 else { return nil }
    guard let bytes = Int(exactly: (number * Double(1 << shift)).rounded()) else { return nil }
    self.bytes = bytes
  }

  /// Powers of two, whatever the unit is called: memory comes in pages.
  private static let shifts: [String: Int] = [
    "": 0, "B": 0, "K": 10, "KB": 10, "KIB": 10, "M": 20, "MB": 20, "MIB": 20, "G": 30, "GB": 30, "GIB": 30, "T": 40,
    "TB": 40, "TIB": 40,
  ]
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension ControlPolicy: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
