import MachineFacts
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

extension EnvironmentDescription {
  /// Describes the Python that `--python` names or that is found, and the machine; Python's own code is not run.
  ///
  /// Only an interpreter that is a script, or has no libpython in sight, has to be started to be found.
  init(python: String?, environment: ProcessEnvironment) {
    let found = FoundPython(python, environment: environment)
    let installed = InstalledDistributions(searchPath: searchPath(of: found.place))
    let distributions = installed.all.map(InstalledReport.init)
    self.init(
      environment: found.report, installation: InstallationReport(found.place, distributions, environment),
      machine: MachineReport(MachineDescription(environment: environment)),
      variables: NotableVariable.all(environment).map(VariableReport.init), distributions: distributions,
      conflicts: found.conflicts(installed), warnings: installed.problems.map(WarningReport.init),
      problem: found.problem)
  }
}

/// The Python to describe, or what is left of it.
private struct FoundPython {
  let place: PythonPlace
  private var interpreter: Interpreter?
  private(set) var report: EnvironmentReport
  private(set) var problem: ProblemReport?

  init(_ option: String?, environment: ProcessEnvironment) {
    do throws(InterpreterProblem) {
      let interpreter = try Interpreter.find(option, environment: environment)
      place = PythonPlace(interpreter)
      self.interpreter = interpreter
      report = EnvironmentReport(interpreter)
      report.implementation = "cpython"
    } catch {
      place = PythonPlace(error)
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

  /// Nothing can be compared with a Python that is gone.
  func conflicts(_ installed: InstalledDistributions) -> [ConflictReport] {
    guard let interpreter, let python = TargetPython(interpreter, version: place.version) else { return [] }
    return EnvironmentConflicts(installed, python: python).reports
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
