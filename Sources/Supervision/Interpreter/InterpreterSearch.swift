internal import Probing
package import SystemCalls
internal import SystemPackage

extension Interpreter {
  /// Finds the Python to ask: what `--python` names, else the active or nearest environment, else PATH.
  /// - Throws: ``InterpreterProblem``; a place that was named or set and does not work is never passed over silently.
  package static func find(
    _ option: String?, environment: ProcessEnvironment
  ) throws(InterpreterProblem) -> Interpreter {
    try InterpreterSearch(environment: environment).interpreter(option)
  }

  /// Whether an environment is active, or a `.venv` is here or above: no other Python belongs to this place.
  package static func isInsideEnvironment(_ environment: ProcessEnvironment) -> Bool {
    [PythonSource.virtualEnvironment, .conda].contains { environment[$0.rawValue]?.isEmpty == false }
      || InterpreterSearch.nearestEnvironment() != nil
  }
}

struct InterpreterSearch {
  let environment: ProcessEnvironment
  private let examination: InterpreterExamination

  init(environment: ProcessEnvironment) {
    self.environment = environment
    examination = InterpreterExamination(environment: environment)
  }

  func interpreter(_ option: String?) throws(InterpreterProblem) -> Interpreter {
    if let option { return try named(option) }
    for source in [PythonSource.virtualEnvironment, .conda] {
      guard let folder = environment[source.rawValue], !folder.isEmpty else { continue }
      return try inFolder(FilePath(bytes: folder).absolute(), from: source)
    }
    if let folder = Self.nearestEnvironment() { return try inFolder(folder, from: .projectFolder) }
    return try onPath(["python3", "python"], from: .searchPath)
  }

  // MARK: --python

  private func named(_ text: String) throws(InterpreterProblem) -> Interpreter {
    if let wanted = WantedVersion(text) {
      return try VersionSearch(search: self, examination: examination).interpreter(wanted)
    }
    let path = PythonPath(text: text).filePath
    if path.isDirectory { return try inFolder(path.absolute(), from: .option) }
    if text.contains("/") || path.exists { return try examination.interpreter(at: path.absolute(), from: .option) }
    guard !text.isEmpty, !programs(text).isEmpty else { throw .missing(path, .option) }
    return try onPath([text], from: .option)
  }

  // MARK: Environments

  /// The interpreter of an environment folder; its `bin` folder is accepted for it.
  func inFolder(_ folder: FilePath, from source: PythonSource) throws(InterpreterProblem) -> Interpreter {
    guard folder.exists else { throw .missing(folder, source) }
    for name in ["bin/python", "bin/python3", "python", "python3"] {
      let path = folder.appending(FilePath(name).components)
      if path.linkTarget() != .absent, !path.isDirectory {
        return try examination.interpreter(at: path, from: source)
      }
    }
    throw .noEnvironment(folder, source)
  }

  fileprivate static func nearestEnvironment() -> FilePath? {
    var folder = FilePath.currentDirectory()
    while true {
      let candidate = folder.appending(".venv")
      if candidate.appending("pyvenv.cfg").exists { return candidate }
      guard folder.lastComponent != nil else { return nil }
      folder.removeLastComponent()
    }
  }

  // MARK: PATH

  /// The first usable program of these names. A file that is no Python, such as a shim without a version, is passed
  /// over with a warning; a Python that cannot be used is the user's choice all the same, and so a problem.
  private func onPath(_ names: [String], from source: PythonSource) throws(InterpreterProblem) -> Interpreter {
    var warnings: [InterpreterWarning] = []
    for path in names.flatMap(programs) {
      do throws(InterpreterProblem) {
        var interpreter = try examination.interpreter(at: path, from: source)
        interpreter.warnings += warnings
        return interpreter
      } catch .noAnswer(let path, let reason) {
        warnings.append(.passedOver(path, reason: reason))
      }
    }
    if case .passedOver(let path, let reason)? = warnings.first { throw .noAnswer(path, reason: reason) }
    throw .noPython
  }

  /// Executable files of this name in the folders of PATH.
  func programs(_ name: String) -> [FilePath] {
    (environment["PATH"] ?? []).split(separator: UInt8(ascii: ":")).compactMap { folder in
      let path = FilePath(bytes: Array(folder)).appending(name).absolute()
      if case .executable = path.linkTarget() { return path }
      return nil
    }
  }
}
