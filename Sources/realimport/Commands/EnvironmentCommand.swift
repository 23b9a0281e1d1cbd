import ArgumentParser
import Probing
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// `realimport environment`: what an issue's template asks for.
struct EnvironmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "environment",
    abstract: "Describe this Python environment and machine, without importing anything.",
    discussion: """
      Shown are the environment variables that matter to imports; secrets in them are replaced.
      Exit status: 0, 2 wrong command line, 3 no usable Python; all else is described even then.
      """)

  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment.")
  var python: String?

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
    let description = EnvironmentDescription(python: python, environment: environment)
    let theme = Theme(isColoured: file == nil && color.applies(to: .standardOutput, environment), width: nil)
    let errors = TextRenderer(
      theme: Theme(isColoured: color.applies(to: .standardError, environment), width: nil), isVerbose: false)
    do {
      try write(rendered(description, theme), to: file)
    } catch let problem as Errno {
      writeError(ProblemReport(code: "output", message: "the description cannot be written: \(problem)"), errors)
      return ExitStatus.wrongUse
    }
    guard let problem = description.problem else { return 0 }
    writeError(problem, errors)
    return ExitStatus.nothingChecked
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
