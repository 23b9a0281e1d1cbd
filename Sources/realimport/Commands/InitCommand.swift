import ArgumentParser
import Configuration
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// `realimport init`: writes the table that `check` reads where it is given no targets.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: DirectParsing.program,
    abstract: "Write a table [tool.realimport] for what the project depends on into pyproject.toml.",
    discussion: """
      What is in the file stays as it is, and a table that is there is not touched. Without a pyproject.toml in this
      folder one with the table alone is made.

      Exit status: 0 written, 2 the file cannot be used or has the table, 3 no Python where --python says.
      """)

  @Option(help: "An interpreter, a version such as 3.12, or the folder of an environment; goes into the table.")
  var python: String?

  @Flag(help: "Print the table and write nothing.")
  var dryRun = false

  func run() throws {
    do {
      print(try run(environment: .current()), terminator: "")
    } catch let problem as ConfigurationProblem {
      throw Self.end(problem.message, ExitStatus.wrongUse)
    } catch let problem as InterpreterProblem {
      throw Self.end(problem.message, ExitStatus.nothingChecked)
    }
  }

  /// Everything but the end of the process; gives what is to be printed.
  func run(environment: ProcessEnvironment) throws -> String {
    let project = try ProjectDependencies(in: "")
    let table = try InitialTable(for: project, modules: modules(of: project, environment: environment), python: python)
    if dryRun { return table.text }
    try table.write()
    return Plain.text("\(Self.headline(project))\n\n\(table.text)\nNow: realimport\n")
  }

  private static func headline(_ project: ProjectDependencies) -> String {
    let count = project.all.count
    let targets = count == 1 ? "1 target" : "\(count) targets"
    let what = count == 0 ? "; [project] names no dependencies" : ", \(targets)"
    return "\(project.isNew ? "Made" : "Added [tool.realimport] to") \(project.file)\(what)."
  }

  /// What is imported for each dependency; `nil` where there is no Python to tell.
  /// - Throws: ``InterpreterProblem`` for the Python that the user named.
  private func modules(
    of project: ProjectDependencies, environment: ProcessEnvironment
  ) throws(InterpreterProblem) -> [String: [String]]? {
    guard python != nil || !project.all.isEmpty else { return nil }
    let interpreter: Interpreter
    do throws(InterpreterProblem) {
      interpreter = try Interpreter.find(python, environment: environment)
    } catch {
      guard python == nil else { throw error }
      return nil
    }
    let installed = InstalledDistributions(searchPath: interpreter.searchPath(environment: environment).entries)
    var modules: [String: [String]] = [:]
    for dependency in project.all {
      modules[dependency.name] = installed.distribution(named: DistributionName(dependency.name))
        .map(installed.topLevelModules(of:))
    }
    return modules
  }

  /// Tells the problem on standard error, where the lines that show it stay lines.
  private static func end(_ message: String, _ status: Int32) -> ExitCode {
    _ = try? FileDescriptor.standardError.writeAll(Array("error: \(Plain.text(message))\n".utf8))
    return ExitCode(status)
  }
}
