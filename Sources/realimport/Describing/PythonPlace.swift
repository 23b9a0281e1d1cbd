import Supervision
import SystemCalls
import SystemPackage

/// What is known of a Python and its environment without starting it, even where it cannot be started.
struct PythonPlace {
  private(set) var executable: FilePath?
  private(set) var foundBy: PythonSource?
  /// As much of it as files tell: `3.11.7`, or `3.11`.
  private(set) var version: String?
  /// The environment's folder: `sys.prefix`.
  private(set) var prefix: FilePath?
  /// The installation behind it: `sys.base_prefix`.
  private(set) var basePrefix: FilePath?
  /// Of a virtual environment.
  private(set) var configuration: EnvironmentConfiguration?
  /// Where distributions are looked for.
  private(set) var searchPath: [FilePath] = []
  private(set) var problems: [SearchPathProblem] = []
  private(set) var startUpCode: [StartUpCode] = []
  /// The interpreter that files are read for: where its Python is gone, what it was.
  private(set) var interpreter: Interpreter?

  init(_ interpreter: Interpreter, environment: ProcessEnvironment) {
    self.init()
    foundBy = interpreter.foundBy
    read(interpreter, environment)
  }

  /// What a problem leaves to be described.
  init(_ problem: InterpreterProblem, environment: ProcessEnvironment) {
    self.init()
    switch problem {
    case .dangling(let path, _, _): readRemains(path, environment)
    case .noLibrary(let path, let version):
      read(Interpreter(executable: path, libpython: path, version: version, foundBy: .option), environment)
    case .tooOld(let path, let version):
      readRemains(path, environment)
      self.version = version
    case .notExecutable(let path), .noAnswer(let path, _), .notCPython(let path, _): readRemains(path, environment)
    case .noEnvironment(let folder, let source):
      readRemains(folder.appending(["bin", "python"]), environment)
      (executable, foundBy, prefix) = (nil, source, folder)
      if searchPath.isEmpty { searchPath = Self.siteFolders(in: folder) }
    case .missing(_, let source): foundBy = source
    case .noPython, .versionTooOld, .noSuchVersion: break
    }
  }

  private init() {}

  private mutating func read(_ interpreter: Interpreter, _ environment: ProcessEnvironment) {
    let path = interpreter.searchPath(environment: environment)
    self.interpreter = interpreter
    executable = interpreter.executable
    version = "\(interpreter.version)"
    if let release = interpreter.release() { version = "\(release)" }
    (prefix, basePrefix, configuration) = (path.prefix, path.basePrefix, path.configuration)
    (searchPath, problems, startUpCode) = (path.entries, path.problems, path.startUpCode)
  }

  /// Of an interpreter that cannot be asked, as far as the virtual environment around it tells; its path is the same
  /// as while it worked.
  private mutating func readRemains(_ path: FilePath, _ environment: ProcessEnvironment) {
    executable = path
    guard let found = EnvironmentConfiguration(of: path) else { return }
    if let minor = found.version {
      read(Interpreter(executable: path, libpython: path, version: minor, foundBy: .option), environment)
      // Of the installation behind it nothing is left; what lies in its place is another one.
      searchPath.removeAll { !$0.starts(with: found.folder) }
      // That is what the problem itself says.
      problems.removeAll { $0.isOfAbsentPython }
    } else {
      searchPath = Self.siteFolders(in: found.folder)
    }
    (configuration, prefix, basePrefix) = (found, found.folder, found.home?.removingLastComponent())
  }

  /// Those for every version, where it is not known.
  private static func siteFolders(in prefix: FilePath) -> [FilePath] {
    let library = prefix.appending("lib")
    return namesInFolder(library).filter { $0.string.hasPrefix("python3.") }
      .map { library.appending($0).appending("site-packages") }
  }
}

extension SearchPathProblem {
  fileprivate var isOfAbsentPython: Bool {
    switch self {
    case .homeGone, .noStandardLibrary: true
    default: false
    }
  }
}
