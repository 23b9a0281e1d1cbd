internal import SystemPackage

/// Where modules of an editable distribution lie, which is not the site folder.
enum ModuleSource {
  /// A folder of the project, or one that a `.pth` file puts on the search path.
  case folder(FilePath)
  /// One module or package, which an import hook finds: its file or folder, a file's suffix being left out.
  case module(String, FilePath)

  var path: FilePath {
    switch self {
    case .folder(let path), .module(_, let path): path
    }
  }
}
