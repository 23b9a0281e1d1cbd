package import SystemPackage

/// The search path that an interpreter starts with, read from its files without starting it.
///
/// It is what `sys.path` holds after start-up, without the entry for the script or the working folder that comes first.
/// Code that runs at every start may change it; `startUpCode` says whether there is any.
package struct StaticSearchPath: Sendable, Equatable {
  /// In Python's order, absolute, each once; the archive of the standard library need not exist.
  package internal(set) var entries: [FilePath] = []
  /// Those of them that hold packages and path files, in the same order.
  package internal(set) var siteFolders: [FilePath] = []
  /// `sys.prefix`: the virtual environment's folder, or the installation's.
  package internal(set) var prefix: FilePath
  /// `sys.base_prefix`: the folder of the installation.
  package internal(set) var basePrefix: FilePath
  package internal(set) var standardLibrary: FilePath
  /// The virtual environment's file, if this is one.
  package internal(set) var configuration: EnvironmentConfiguration?
  /// In the order in which it runs.
  package internal(set) var startUpCode: [StartUpCode] = []
  package internal(set) var problems: [SearchPathProblem] = []

  package var isVirtualEnvironment: Bool { configuration != nil }
}

/// Code that Python runs at every start, before anything is imported (Lib/site.py).
package enum StartUpCode: Sendable, Hashable {
  /// A line of a path file that begins with `import`, by its number from 1 on.
  case pathFile(FilePath, line: Int)
  /// The module `sitecustomize` or `usercustomize`.
  case module(FilePath)

  package var file: FilePath {
    switch self {
    case .pathFile(let file, _), .module(let file): file
    }
  }
}

/// What is wrong with an environment, as its files show.
package enum SearchPathProblem: Sendable, Hashable {
  /// pyvenv.cfg does not say which Python the environment was made from.
  case homeMissing(configuration: FilePath)
  /// The folder of that Python is gone.
  case homeGone(FilePath, configuration: FilePath)
  /// The environment was made for another minor version than its interpreter now is.
  case pythonChanged(made: PythonVersion, runs: PythonVersion, configuration: FilePath)
  /// Packages for another minor version lie in the environment, where its Python does not look.
  case packagesOfOtherPython(PythonVersion, folder: FilePath)
  /// No standard library was found beside the interpreter.
  case noStandardLibrary(prefix: FilePath)
  /// A path file that is there and cannot be read.
  case pathFileUnreadable(FilePath)
  /// A path file that is no text in UTF-8: Python itself does not start with it.
  case pathFileNoText(FilePath)
  /// It is too large: only its first quarter of a megabyte was read.
  case pathFileCut(FilePath)
  /// There are more entries than `SearchPathReading.mostEntries`; those beyond are left out.
  case tooManyEntries
}
