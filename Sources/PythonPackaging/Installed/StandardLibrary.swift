internal import SystemPackage

/// Which entries of a search path hold Python's own library, told without reading anything.
enum StandardLibrary {
  /// Python puts `lib-dynload` on the path beside the folder that it lies in.
  static func folders(of searchPath: [FilePath]) -> Set<FilePath> {
    let extensionFolders = searchPath.filter { $0.lastComponent?.string == "lib-dynload" }
    return Set(extensionFolders).union(extensionFolders.map { $0.removingLastComponent() })
  }

  /// Whether a path in such a folder leads on to where distributions are installed.
  static func isInstallation(_ path: FilePath) -> Bool {
    path.components.contains { $0.string == "site-packages" || $0.string == "dist-packages" }
  }
}
