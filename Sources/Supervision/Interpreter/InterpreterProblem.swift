package import SystemPackage

/// Why there is no interpreter to ask.
package enum InterpreterProblem: Error, Sendable, Equatable {
  /// None of the places holds one.
  case noPython
  /// What `--python` or a variable names is not there.
  case missing(FilePath, PythonSource)
  /// A folder that should be an environment has no `bin/python`.
  case noEnvironment(FilePath, PythonSource)
  /// A link to a Python that is gone, in this virtual environment if it is in one.
  case dangling(FilePath, target: FilePath, environment: FilePath?)
  case notExecutable(FilePath)
  /// It was started and did not answer as a Python does.
  case noAnswer(FilePath, reason: String)
  case tooOld(FilePath, version: String)
  /// The version that was asked for is older than realimport can embed.
  case versionTooOld(String)
  case notCPython(FilePath, implementation: String)
  case noLibrary(FilePath, PythonVersion)
  case noSuchVersion(String, seen: [String])
}
