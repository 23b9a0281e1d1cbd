import PythonPackaging
import SystemPackage

/// Files to be examined, and whose they are.
struct LibrarySubject {
  var distribution: InstalledDistribution?
  var files: [FilePath]
  /// Whether the file itself was named: then it is followed even where this Python passes over it.
  var isFile = false
}

/// Why a target leads to no file.
enum LibraryTargetProblem: Error {
  case unknown(String)
  /// It is a part of Python itself.
  case builtIn(String)
  /// It is there and has no file for the loader.
  case nothingNative(String)
  case noFile(FilePath)
  case folder(FilePath)

  var message: String {
    switch self {
    case .unknown(let name): "no module or distribution `\(name)` is installed here"
    case .builtIn(let name): "`\(name)` is compiled into Python and has no file"
    case .nothingNative(let name): "`\(name)` has no extension modules or libraries"
    case .noFile(let path): "there is no file \(path)"
    case .folder(let path): "\(path) is a folder; name a file, a module or a distribution"
    }
  }
}
