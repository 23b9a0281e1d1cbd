import FailureTexts
import Probing
import Reporting
import Supervision
import SystemCalls
import SystemPackage

extension EnvironmentComparison {
  /// The environment that `--python` names, else the active or nearest one; `nil` where there is none.
  ///
  /// No other Python is looked for: a text of elsewhere has nothing to do with it.
  /// - Throws: ``InterpreterProblem``, of the one that was named.
  init?(option: String?, environment: ProcessEnvironment, text: FailureText) throws(InterpreterProblem) {
    guard option != nil || Interpreter.isInsideEnvironment(environment) else { return nil }
    let interpreter: Interpreter
    do throws(InterpreterProblem) {
      interpreter = try Interpreter.find(option, environment: environment)
    } catch {
      if option != nil { throw error }
      return nil
    }
    let known = KnownEnvironment(interpreter, environment: environment)
    known.prepare()
    guard let diagnosing = known.diagnosing(usesSafePath: true) else { return nil }
    let folder = interpreter.executable.removingLastComponent().removingLastComponent().string
    self.init(diagnosing, isMeant: option != nil || text.namesFile(below: folder))
  }
}

extension FailureText {
  /// Whether a frame lies in this folder.
  fileprivate func namesFile(below folder: String) -> Bool {
    failures.contains { failure in
      failure.exception?.frames.contains { $0.file.description.hasPrefix("\(folder)/") } ?? false
    }
  }
}
