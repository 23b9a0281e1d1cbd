import ArgumentParser
import Probing
import SystemCalls
import Reporting
import Supervision
import SystemPackage

/// Where a run of `check` shows itself: the terminal, standard output and the report.
struct CheckOutput {
  let display: any CheckDisplay
  private let writer: ReportWriter
  private let errors: TextRenderer

  /// - Throws: `ValidationError` where the report could not be written in the end.
  init(_ options: CheckOptions, environment: ProcessEnvironment) throws {
    let file = try options.output.map(Self.writable)
    let theme = Theme(
      isColoured: file == nil && options.color.applies(to: .standardOutput, environment),
      width: file == nil ? Terminal.width(.standardOutput) : nil)
    let renderer = TextRenderer(theme: theme, isVerbose: options.verbose)
    errors = TextRenderer(
      theme: Theme(isColoured: options.color.applies(to: .standardError, environment), width: nil), isVerbose: false)
    writer = ReportWriter(format: options.format, file: file, renderer: renderer, isQuiet: options.quiet)
    let progress = options.quiet ? nil : ProgressLine()
    display =
      file == nil && options.format == .text
      ? TerminalDisplay(renderer, isQuiet: options.quiet, progress: progress) : SilentDisplay(progress: progress)
  }

  /// Writes what is left to write and gives the exit status of the contract.
  func finish(_ report: Report, isInterrupted: Bool) throws -> Int32 {
    do {
      try writer.write(report)
    } catch let problem as Errno {
      writeError(ProblemReport(code: "output", message: "the report cannot be written: \(problem)"))
      return 2
    }
    if let problem = report.problem { writeError(problem) }
    return isInterrupted ? ExitStatus.interrupted : ExitStatus.of(report)
  }

  private func writeError(_ problem: ProblemReport) {
    _ = try? FileDescriptor.standardError.writeAll(Array("\(errors.problem(problem))\n".utf8))
  }

  /// The file that `--output` names.
  /// - Throws: `ValidationError` where it could not be written.
  static func writable(_ name: String) throws -> FilePath {
    let path = PythonPath(text: name).filePath
    guard let obstacle = obstacleToWriting(path) else { return path }
    throw ValidationError("--output \(Plain.line(name)) cannot be written: \(obstacle).")
  }
}

/// Exit statuses of the contract.
enum ExitStatus {
  /// There was no failure to explain.
  static let noneFound: Int32 = 1
  static let wrongUse: Int32 = 2
  static let nothingChecked: Int32 = 3
  static let defect: Int32 = 70
  /// 128 and the number of SIGINT, as shells have it.
  static let interrupted: Int32 = 130

  static func of(_ report: Report) -> Int32 {
    if let problem = report.problem {
      return ProblemReport.ofWrongUse.contains(problem.code) ? wrongUse : nothingChecked
    }
    return report.verdict == .passed ? 0 : 1
  }
}

extension ProblemReport {
  /// Codes of problems that are the caller's to mend.
  static let ofWrongUse: Set<String> = ["usage", "nothing-to-check"]
}

extension ColorChoice {
  func applies(to descriptor: FileDescriptor, _ environment: ProcessEnvironment) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Terminal.isTerminal(descriptor) && environment["NO_COLOR"]?.isEmpty ?? true
        && environment["TERM"] != Array("dumb".utf8)
    }
  }
}
