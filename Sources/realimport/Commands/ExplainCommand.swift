import ArgumentParser
import Diagnosis
import FailureTexts
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// `realimport explain`: why, from a text.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: DirectParsing.program,
    abstract: "Say why an import failed, from a pasted traceback, log or loader message.",
    discussion: """
      The text is compared with what is installed in the environment that --python names, else the active one, else .venv here or above.
      Exit status: 0 explained, 1 no import failure found in the text, 2 wrong command line, 3 no usable Python.
      """)

  @Argument(
    help: ArgumentHelp(
      "A file, `-` for standard input (also without), or a cause or rule to read about.", valueName: "file"))
  var source = "-"

  @Flag(help: "List the causes.")
  var list = false

  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment to compare with.")
  var python: String?

  @Option(help: "text or json.")
  var format: ExplanationFormat = .text

  @Option(help: "auto, always or never; NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  @Flag(help: "Other causes that may be, too.")
  var verbose = false

  func run() throws {
    throw ExitCode(try run(environment: .current()))
  }

  /// Everything but the end of the process; gives the exit status.
  func run(environment: ProcessEnvironment) throws -> Int32 {
    let isColoured = color.applies(to: .standardOutput, environment)
    let renderer = ExplanationText(theme: Theme(isColoured: isColoured, width: nil), isVerbose: verbose)
    if let page = page(renderer) {
      try write(page)
      return 0
    }
    let text = FailureText(try bytes())
    let comparison: EnvironmentComparison?
    do throws(InterpreterProblem) {
      comparison = try EnvironmentComparison(option: python, environment: environment, text: text)
    } catch {
      writeError("\(error.message)")
      return ExitStatus.nothingChecked
    }
    return try answer(Explanation(text: text, environment: comparison).report, renderer)
  }

  private func answer(_ report: ExplanationReport?, _ renderer: ExplanationText) throws -> Int32 {
    switch (report, format) {
    case (let report?, .text): try write(renderer.render(report))
    case (let report, .json): try write(String(decoding: try (report ?? ExplanationReport()).json(), as: UTF8.self))
    case (nil, .text): break
    }
    guard report == nil else { return 0 }
    writeError("no import failure found in this text")
    return ExitStatus.noneFound
  }

  private func page(_ renderer: ExplanationText) -> String? {
    if list { return renderer.list }
    guard source != "-", !FilePath(source).exists else { return nil }
    if let cause = Cause(rawValue: source) { return renderer.page(cause) }
    return Rules.pages.first { $0.id == source }.map(renderer.page)
  }

  private func bytes() throws -> [UInt8] {
    if source == "-" { return try FileDescriptor.standardInput.readToEnd(limit: Self.mostBytes) }
    do {
      // A pipe is waited for: `<(command)` of shells is one.
      let file = try FileDescriptor.open(FilePath(source), .readOnly, options: .closeOnExec)
      return try file.closeAfter { try file.readToEnd(limit: Self.mostBytes) }
    } catch Errno.noSuchFileOrDirectory {
      throw ValidationError("`\(source)` is no file, and neither a cause nor a rule; see --list.")
    } catch let error as Errno {
      throw ValidationError("`\(source)` cannot be read: \(error).")
    }
  }

  /// Of more, nobody has the patience; the reader of texts looks at the ends of much less.
  private static let mostBytes = 64 << 20

  private func write(_ text: String) throws {
    _ = try FileDescriptor.standardOutput.writeAll(Array(text.utf8))
  }

  private func writeError(_ message: String) {
    _ = try? FileDescriptor.standardError.writeAll(Array("\(Plain.line(message))\n".utf8))
  }
}

/// How an explanation is written.
enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
