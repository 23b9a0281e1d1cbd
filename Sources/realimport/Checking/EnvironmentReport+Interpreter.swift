import Probing
import Reporting
import Supervision
import SystemCalls

extension EnvironmentReport {
  init(_ interpreter: Interpreter) {
    self.init()
    executable = PythonPath(interpreter.executable).description
    libpython = PythonPath(interpreter.libpython).description
    foundBy = interpreter.foundBy.rawValue
    warnings = interpreter.warnings.map { WarningReport(code: $0.code, message: $0.message) }
    machine = Machine.architecture()
    libc = Machine.libc()
  }

  mutating func add(_ facts: InterpreterFacts) {
    python = facts.version
    implementation = facts.implementation
    executable = facts.executable.description
    prefix = facts.prefix.description
    basePrefix = facts.basePrefix.description
    platform = facts.platform
  }
}
