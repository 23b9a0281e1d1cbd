internal import SystemCalls
internal import SystemPackage

/// Turns a path into an interpreter that can be embedded, or says why not.
struct InterpreterExamination {
  let environment: ProcessEnvironment

  /// - Parameter path: Absolute.
  func interpreter(at path: FilePath, from source: PythonSource) throws(InterpreterProblem) -> Interpreter {
    let facts = try ExecutableFacts(path, from: source)
    switch facts.kind {
    case .dynamic(let version, let section):
      try checkAge(path, version)
      let search = LibrarySearch(environment: environment, version: version)
      guard let library = search.needed(by: section, of: facts.realPath) else { return try ask(path, from: source) }
      return Interpreter(executable: path, libpython: library, version: version, foundBy: source)
    case .selfContained(let named):
      let configuration = EnvironmentConfiguration(of: path)
      guard let version = named ?? configuration?.version else { return try ask(path, from: source) }
      try checkAge(path, version)
      let homes = [configuration?.home?.appending("python3")].compactMap(\.self)
      let search = LibrarySearch(environment: environment, version: version)
      guard let library = search.beside([facts.realPath] + homes) else { return try ask(path, from: source) }
      return Interpreter(executable: path, libpython: library, version: version, foundBy: source)
    case .opaque:
      return try ask(path, from: source)
    }
  }

  private func checkAge(_ path: FilePath, _ version: PythonVersion) throws(InterpreterProblem) {
    guard version >= .oldest else { throw .tooOld(path, version: "\(version)") }
  }

  /// The slow way, by starting it.
  private func ask(_ path: FilePath, from source: PythonSource) throws(InterpreterProblem) -> Interpreter {
    let answer = try InterpreterAnswer(asking: path, environment: environment)
    guard answer.implementation == "cpython" else { throw .notCPython(path, implementation: answer.implementation) }
    guard var version = PythonVersion(prefixOf: answer.version[...]) else {
      throw .noAnswer(path, reason: "its version is `\(answer.version)`")
    }
    guard version >= .oldest else { throw .tooOld(path, version: answer.version) }
    version.isFreeThreaded = answer.isFreeThreaded
    let executable = self.executable(of: answer, asked: path)
    let search = LibrarySearch(environment: environment, version: version)
    if let library = answer.libraries.first(where: isLibrary) ?? search.beside([executable]) {
      return Interpreter(executable: executable, libpython: library, version: version, foundBy: source)
    }
    guard let borrowed = search.borrowed() else { throw .noLibrary(executable, version) }
    return Interpreter(
      executable: executable, libpython: borrowed, version: version, foundBy: source,
      warnings: [.borrowedLibrary(borrowed)])
  }

  /// A wrapper stands for the program that it starts; a program stands for itself.
  private func executable(of answer: InterpreterAnswer, asked path: FilePath) -> FilePath {
    guard answer.executable.isAbsolute, case .executable = answer.executable.linkTarget() else { return path }
    return answer.executable
  }

  /// Static builds name an archive here.
  private func isLibrary(_ path: FilePath) -> Bool {
    path.exists && path.lastComponent?.string.contains(".so") == true
  }
}
