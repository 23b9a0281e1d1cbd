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
      guard let version = named ?? Configuration(of: path)?.version else { return try ask(path, from: source) }
      try checkAge(path, version)
      let homes = [Configuration(of: path)?.home?.appending("python3")].compactMap(\.self)
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

/// The lines of a virtual environment's pyvenv.cfg that matter here (PEP 405).
private struct Configuration {
  var home: FilePath?
  var version: PythonVersion?

  private static let sizeLimit = 1 << 16

  init?(of executable: FilePath) {
    let file = executable.removingLastComponent().removingLastComponent().appending("pyvenv.cfg")
    guard let bytes = readRegularFile(file, limit: Self.sizeLimit) else { return nil }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = Self.trimmed(line[..<equals])
      let value = Self.trimmed(line[(equals + 1)...])
      switch String(decoding: key, as: UTF8.self) {
      case "home": home = FilePath(bytes: value)
      case "version", "version_info": version = PythonVersion(prefixOf: String(decoding: value, as: UTF8.self)[...])
      default: break
      }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    return Array(Array(bytes.drop(while: isSpace)).reversed().drop(while: isSpace).reversed())
  }
}
