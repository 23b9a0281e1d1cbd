internal import SystemCalls
internal import SystemPackage

extension ModuleSource {
  /// Whether the folder or the module is there; of a module's file the suffix is not known.
  var exists: Bool {
    switch self {
    case .folder(let folder): folder.isDirectory
    case .module(_, let path):
      path.exists
        || namesInFolder(path.removingLastComponent()).contains { name in
          ModuleName.ofEntry(name.string) == path.lastComponent?.string
        }
    }
  }
}
