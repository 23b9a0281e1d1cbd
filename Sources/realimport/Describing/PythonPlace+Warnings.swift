import Probing
import Reporting
import Supervision

extension PythonPlace {
  /// What is wrong with the search path; with `isVerbose` also what may change it at every start, which most
  /// environments have some of.
  func warnings(isVerbose: Bool) -> [WarningReport] {
    let code = isVerbose ? startUpCode.map(WarningReport.init) : []
    return problems.map(WarningReport.init) + code
  }
}

extension WarningReport {
  init(_ problem: SearchPathProblem) {
    self.init(code: problem.code, message: problem.message)
  }

  fileprivate init(_ code: StartUpCode) {
    let file = PythonPath(code.file).description
    switch code {
    case .pathFile(_, let line):
      self.init(code: "start-up-code", message: "line \(line) of \(file) runs at every start")
    case .module: self.init(code: "start-up-code", message: "\(file) runs at every start")
    }
  }
}
