import MachineFacts
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

extension EnvironmentDescription {
  /// Describes a Python and the machine; Python's own code is not run.
  ///
  /// - Parameter isVerbose: Whether code that runs at every start is told, and every file of RECORD looked for.
  init(_ found: FoundPython, environment: ProcessEnvironment, isVerbose: Bool) {
    let installed = InstalledDistributions(searchPath: found.place.searchPath)
    let distributions = installed.all.map(InstalledReport.init)
    let conflicts = found.place.interpreter.flatMap { TargetPython($0) }.map {
      EnvironmentConflicts(installed, python: $0)
    }
    let warnings =
      found.place.warnings(isVerbose: isVerbose) + (conflicts?.discrepancies ?? [])
      + WarningReport.installation(installed, isThorough: isVerbose)
    self.init(
      environment: found.report, installation: InstallationReport(found.place, distributions, environment),
      machine: MachineReport(MachineDescription(environment: environment)),
      variables: NotableVariable.all(environment).map(VariableReport.init), distributions: distributions,
      conflicts: conflicts?.reports ?? [], warnings: warnings, problem: found.problem)
  }
}

/// The Python to describe, or what is left of it.
///
/// Only an interpreter that is a script, or has no libpython in sight, has to be started to be found.
struct FoundPython {
  let place: PythonPlace
  /// `nil` where there is none that could be started.
  let interpreter: Interpreter?
  private(set) var report: EnvironmentReport
  private(set) var problem: ProblemReport?

  /// - Parameter option: What `--python` names.
  init(_ option: String?, environment: ProcessEnvironment) {
    do throws(InterpreterProblem) {
      let interpreter = try Interpreter.find(option, environment: environment)
      self.interpreter = interpreter
      place = PythonPlace(interpreter, environment: environment)
      report = EnvironmentReport(interpreter)
      report.implementation = "cpython"
    } catch {
      interpreter = nil
      place = PythonPlace(error, environment: environment)
      report = EnvironmentReport()
      report.executable = place.executable.map { PythonPath($0).description }
      report.foundBy = place.foundBy?.rawValue
      report.machine = Machine.architecture()
      report.libc = Machine.libc()
      problem = ProblemReport(code: error.code, message: error.message, commands: error.commands)
    }
    report.python = place.version
    report.prefix = place.prefix.map { PythonPath($0).description }
    report.basePrefix = place.basePrefix.map { PythonPath($0).description }
    report.platform = "linux"
  }
}

extension InstalledReport {
  fileprivate init(_ distribution: InstalledDistribution) {
    self.init(
      name: distribution.name.text, version: distribution.versionText,
      location: PythonPath(distribution.location).description, installer: distribution.installer)
  }
}

extension VariableReport {
  fileprivate init(_ variable: NotableVariable) {
    self.init(
      name: variable.name, value: String(escapingInvalid: variable.value), isRedacted: variable.isRedacted)
  }
}
