internal import SystemCalls
internal import SystemPackage

/// Where a Python has its standard library: what CPython's Modules/getpath.py finds, and its getpath.c before 3.11.
struct InstallationFolders {
  /// `sys.base_prefix` and `sys.base_exec_prefix`.
  let prefix: FilePath
  let execPrefix: FilePath
  /// `lib`, or `lib64` where the distributor chose that (`sys.platlibdir`).
  let libraryFolder: FilePath.Component
  /// Whether the standard library was found in it.
  let isWhole: Bool
  private let version: PythonVersion

  init(of interpreter: Interpreter, _ variables: PythonVariables) {
    version = interpreter.version
    let search = LandmarkSearch(version: version)
    let starts = [Self.start(interpreter), interpreter.libpython.removingLastComponent()]
    let found = starts.lazy.compactMap(search.standardLibrary(from:)).first
    isWhole = variables.home.map { search.isStandardLibrary(in: $0.prefix) } ?? (found != nil)
    libraryFolder = found?.libraryFolder ?? search.libraryFolders[0]
    prefix = variables.home?.prefix ?? found?.prefix ?? "/usr/local"
    execPrefix =
      variables.home?.execPrefix ?? starts.lazy.compactMap(search.extensionModules(from:)).first ?? prefix
  }

  /// The folder from which the search goes upwards: the one that pyvenv.cfg names, else that of the program itself.
  private static func start(_ interpreter: Interpreter) -> FilePath {
    let program =
      interpreter.version < .firstWithPathModule
      ? interpreter.executable.followingItsLinks() : interpreter.realExecutable
    // Before 3.11 pyvenv.cfg was looked for only after links were followed.
    let beside = interpreter.version < .firstWithPathModule ? program : interpreter.executable
    return EnvironmentConfiguration(of: beside)?.home?.absolute() ?? program.removingLastComponent()
  }

  var archive: FilePath {
    let threads = version.isFreeThreaded ? "t" : ""
    return prefix.appending(libraryFolder).appending("python\(version.major)\(version.minor)\(threads).zip")
  }
  var standardLibrary: FilePath { prefix.appending(libraryFolder).appending("python\(version)") }
  var extensionModules: FilePath {
    execPrefix.appending(libraryFolder).appending("python\(version)").appending("lib-dynload")
  }
}

/// Goes upwards until a folder has what a Python's folder has (CPython: Modules/getpath.py, `search_up`).
private struct LandmarkSearch {
  let version: PythonVersion
  let libraryFolders: [FilePath.Component] = ["lib", "lib64"]

  func standardLibrary(from folder: FilePath) -> (prefix: FilePath, libraryFolder: FilePath.Component)? {
    for prefix in folder.andFoldersAbove {
      for library in libraryFolders where has(["os.py", "os.pyc"], in: prefix.appending(library)) {
        return (prefix, library)
      }
    }
    return nil
  }

  func isStandardLibrary(in prefix: FilePath) -> Bool {
    libraryFolders.contains { has(["os.py", "os.pyc"], in: prefix.appending($0)) }
  }

  func extensionModules(from folder: FilePath) -> FilePath? {
    folder.andFoldersAbove.first { prefix in
      libraryFolders.contains { has(["lib-dynload"], in: prefix.appending($0)) }
    }
  }

  private func has(_ names: [FilePath.Component], in library: FilePath) -> Bool {
    names.contains { library.appending("python\(version)").appending($0).exists }
  }
}

extension PythonVersion {
  /// The first one that calculates its paths in Modules/getpath.py.
  fileprivate static let firstWithPathModule = PythonVersion(3, 11)
}

extension FilePath {
  fileprivate var andFoldersAbove: [FilePath] {
    var folders = [self]
    var folder = self
    while folder.lastComponent != nil {
      folder.removeLastComponent()
      folders.append(folder)
    }
    return folders
  }

  /// Follows the links that the file itself is, and none of the folders above it.
  fileprivate func followingItsLinks() -> FilePath {
    var path = self
    for _ in 0..<40 {
      guard let target = path.link() else { return path }
      path = path.removingLastComponent().pushing(target).lexicallyNormalized()
    }
    return self
  }
}
