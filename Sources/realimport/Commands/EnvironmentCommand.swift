import ArgumentParser
import Probing
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// `realimport environment`: what an issue's template asks for.
struct EnvironmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "environment", _superCommandName: DirectParsing.program,
    abstract: "Describe this Python environment and machine; nothing is imported unless --import asks for it.",
    discussion: """
      Shown are the environment variables that matter to imports; secrets in them are replaced.
      A module that --import names is imported for real, in a process of its own; of torch its build is told as well.
      Exit status: 0, 2 wrong command line, 3 no usable Python; all else is described even then;
      130 interrupted.
      """)

  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment.")
  var python: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("Import this module and tell its version and file; may be given again.", valueName: "module"))
  var imports: [String] = []

  @Option(help: "text, markdown (for an issue) or json.")
  var format: DescriptionFormat = .text

  @Option(help: ArgumentHelp("Write the description to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "auto, always or never; NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  @Flag(help: "List all distributions and warnings, not only those of machine learning.")
  var verbose = false

  func run() throws {
    throw ExitCode(try run(environment: .current()))
  }

  /// Everything but the end of the process; gives the exit status.
  func run(environment: ProcessEnvironment) throws -> Int32 {
    let file = try output.map(CheckOutput.writable)
    let targets = try imports.map(Self.target)
    let found = FoundPython(python, environment: environment)
    var description = EnvironmentDescription(found, environment: environment, isVerbose: verbose)
    let interruptions = imports.isEmpty ? nil : Interruptions()
    if let interpreter = found.interpreter {
      description.imports = ImportReading(interpreter, environment: environment, interruptions).reports(of: targets)
    }
    let theme = Theme(isColoured: file == nil && color.applies(to: .standardOutput, environment), width: nil)
    let errors = TextRenderer(
      theme: Theme(isColoured: color.applies(to: .standardError, environment), width: nil), isVerbose: false)
    do {
      try write(rendered(description, theme), to: file)
    } catch let problem as Errno {
      writeError(ProblemReport(code: "output", message: "the description cannot be written: \(problem)"), errors)
      return ExitStatus.wrongUse
    }
    if interruptions?.happened == true { return ExitStatus.interrupted }
    guard let problem = description.problem else { return 0 }
    writeError(problem, errors)
    return ExitStatus.nothingChecked
  }

  private static func target(_ text: String) throws -> Target {
    do {
      let target = try Target(parsing: text)
      guard target.attribute == nil else { throw ValidationError("--import takes a module, not `\(text)`.") }
      return target
    } catch let problem as TargetProblem {
      throw ValidationError("\(problem)")
    }
  }

  private func rendered(_ description: EnvironmentDescription, _ theme: Theme) throws -> [UInt8] {
    switch format {
    case .text: Array(DescriptionText(theme: theme, isVerbose: verbose).render(description).utf8)
    case .markdown: Array(DescriptionMarkdown(isVerbose: verbose).render(description).utf8)
    case .json: Array(try description.json())
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

/// How a description is written.
enum DescriptionFormat: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, json
}
