import ArgumentParser
import Configuration
import SystemCalls
import Reporting
import Supervision
import SystemPackage

/// Runs the command line to an exit status of the contract.
enum Main {
  static func run(_ arguments: [String]) -> Int32 {
    do {
      // The short form that pip, uv, pytest and ruff have; the library knows the long one alone.
      let arguments = arguments == ["-V"] ? ["--version"] : arguments
      var command = try DirectParsing.command(arguments) ?? Realimport.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return finish(error, arguments)
    }
  }

  /// Help and the version are no failures; everything else that the library throws is wrong use.
  private static func finish(_ error: any Error, _ arguments: [String]) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if let problem = error as? ConfigurationProblem { return finish(problem, arguments) }
    let code = Realimport.exitCode(for: error)
    guard code != .success else {
      write(Realimport.fullMessage(for: error), to: .standardOutput)
      return 0
    }
    let requirement = error as? WrongRequirement
    let isWrongUse = code == .validationFailure || requirement != nil
    let message = isWrongUse ? sentence(requirement?.sentence ?? Realimport.message(for: error)) : "\(error)"
    if wantsJSON(arguments), let json = try? Report(wrongUse: message).json() {
      write(String(decoding: json, as: UTF8.self), to: .standardOutput)
    }
    write("error: \(Plain.line(message)) See `realimport --help`.", to: .standardError)
    if let requirement {
      for line in requirement.excerpt.split(separator: "\n") {
        write("  \(Plain.line(String(line)))", to: .standardError)
      }
    }
    return isWrongUse ? ExitStatus.wrongUse : ExitStatus.defect
  }

  /// Its message shows the place in the file, on lines of their own.
  private static func finish(_ problem: ConfigurationProblem, _ arguments: [String]) -> Int32 {
    let message = Plain.text(problem.message)
    if wantsJSON(arguments),
      let json = try? Report(problem: ProblemReport(code: "configuration", message: message)).json()
    {
      write(String(decoding: json, as: UTF8.self), to: .standardOutput)
    }
    write("error: \(message)", to: .standardError)
    return ExitStatus.wrongUse
  }

  private static func sentence(_ message: String) -> String {
    let line = Plain.line(message)
    return line.last.map { ".!?".contains($0) } == true ? line : "\(line)."
  }

  /// A command line that cannot be understood may still say how it wants to be answered.
  private static func wantsJSON(_ arguments: [String]) -> Bool {
    arguments.contains("--format=json") || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
  }

  private static func write(_ text: String, to descriptor: FileDescriptor) {
    let end = text.hasSuffix("\n") ? "" : "\n"
    _ = try? descriptor.writeAll(Array("\(text)\(end)".utf8))
  }
}

extension Report {
  init(wrongUse message: String) {
    self.init(problem: ProblemReport(code: "usage", message: message))
  }

  /// A report of a run that checked nothing.
  init(problem: ProblemReport) {
    self.init(environment: EnvironmentReport(), checks: [], problem: problem, elapsedSeconds: 0)
  }
}

extension Report {
  init(problem: InterpreterProblem) {
    self.init(problem: ProblemReport(code: problem.code, message: problem.message, commands: problem.commands))
  }
}
