import ArgumentParser
import Reporting
import SystemCalls
import SystemPackage

/// `realimport libraries`: what extension modules need, and where the loader would find it.
struct LibrariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "libraries", _superCommandName: DirectParsing.program,
    abstract: "Show which libraries extension modules need, and what the loader would not find; nothing is loaded.",
    discussion: """
      Examples:
        realimport libraries torchvision
            what each file of it needs, but for what is the system's
        realimport libraries torch._C --verbose
            all of it, with the file of each
        realimport libraries ./build/_C.abi3.so
            a file that is not installed
        realimport libraries
            all that is installed, only where something is wrong

      A file's name contains a slash or ends as those of shared objects do. Without a Python, files are examined as a \
      program of this machine would load them, and symbols are not judged.
      Exit status: 0 nothing is missing, 1 something is, 2 wrong command line or nothing to examine,
      3 no usable Python.
      """)

  @Argument(
    help: ArgumentHelp(
      "A module, a distribution or a file; without any, all distributions that are installed.", valueName: "target"))
  var targets: [String] = []

  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment.")
  var python: String?

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Write the report to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "auto, always or never; NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  @Flag(help: "Show the system's libraries, too, the file of each, and all symbols.")
  var verbose = false

  func run() throws {
    throw ExitCode(try run(environment: .current()))
  }

  /// Everything but the end of the process; gives the exit status.
  func run(environment: ProcessEnvironment) throws -> Int32 {
    let file = try output.map(CheckOutput.writable)
    var named: [LibraryTarget] = []
    for target in try targets.map(LibraryTarget.init) where !named.contains(target) { named.append(target) }
    let examination = LibraryExamination(of: named, python: python, environment: environment)
    let theme = Theme(isColoured: file == nil && color.applies(to: .standardOutput, environment), width: nil)
    let errors = TextRenderer(
      theme: Theme(isColoured: color.applies(to: .standardError, environment), width: nil), isVerbose: false)
    do {
      try write(rendered(examination, theme), to: file)
    } catch let problem as Errno {
      writeError(ProblemReport(code: "output", message: "the report cannot be written: \(problem)"), errors)
      return ExitStatus.wrongUse
    }
    if let problem = examination.report.problem { writeError(problem, errors) }
    return examination.report.status
  }

  /// Where nothing could be examined, the text is that on standard error.
  private func rendered(_ examination: LibraryExamination, _ theme: Theme) throws -> [UInt8] {
    let report = examination.report
    switch format {
    case .json: return Array(try report.json())
    case .text:
      guard report.problem == nil else { return [] }
      return Array(LibrariesText(theme: theme, isVerbose: verbose).render(report, examination.sections).utf8)
    }
  }

  private func write(_ bytes: [UInt8], to file: FilePath?) throws {
    if let file { return try writeAtomically(bytes, to: file) }
    _ = try FileDescriptor.standardOutput.writeAll(bytes)
  }

  private func writeError(_ problem: ProblemReport, _ renderer: TextRenderer) {
    _ = try? FileDescriptor.standardError.writeAll(Array("\(renderer.problem(problem))\n".utf8))
  }
}

extension LibrariesReport {
  fileprivate var status: Int32 {
    if let problem {
      return ProblemReport.ofWrongUse.contains(problem.code) ? ExitStatus.wrongUse : ExitStatus.nothingChecked
    }
    return verdict == .passed ? 0 : 1
  }
}
