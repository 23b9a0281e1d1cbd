internal import Glibc
package import SystemPackage

/// Where a path leads when its symbolic links are followed.
package enum LinkTarget: Sendable, Equatable {
  /// A regular file that may be executed, under its real name.
  case executable(FilePath)
  /// Something else that exists.
  case other(FilePath)
  /// Nothing is at the path itself.
  case absent
  /// The path is a link that leads, perhaps over others, to this name, where nothing is.
  case dangling(FilePath)
  case cycle
}

/// stat(2) itself: with the types of the library around it, the first call takes a twelfth of the time until Python is
/// started.
private func typeOfFile(at path: UnsafePointer<CChar>) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

extension FilePath {
  /// Follows links to the end (realpath(3)).
  package func linkTarget() -> LinkTarget {
    guard let real = realPath() else { return errno == ELOOP ? .cycle : missing() }
    let isExecutable = real.fileType == S_IFREG && real.withPlatformString { access($0, X_OK) } == 0
    return isExecutable ? .executable(real) : .other(real)
  }

  package var isDirectory: Bool { fileType == S_IFDIR }

  private var fileType: mode_t? { withPlatformString(typeOfFile) }

  package var exists: Bool {
    withPlatformString { access($0, F_OK) } == 0
  }

  /// This path with all links followed (realpath(3)); `nil` where nothing is there.
  package func realPath() -> FilePath? {
    withPlatformString { text in
      guard let real = realpath(text, nil) else { return nil }
      defer { free(real) }
      return FilePath(platformString: real)
    }
  }

  private static let mostLinks = 40

  /// The last name of a chain of links that ends nowhere.
  private func missing() -> LinkTarget {
    var path = self
    for _ in 0..<Self.mostLinks {
      guard let next = path.link() else { return path == self ? .absent : .dangling(path) }
      path = path.removingLastComponent().pushing(next)
    }
    return .cycle
  }

  /// What a symbolic link holds (readlink(2)); `nil` for anything else.
  package func link() -> FilePath? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = withPlatformString { readlink($0, &buffer, Int(PATH_MAX)) }
    return count > 0 ? FilePath(platformString: buffer) : nil
  }

  /// This path as seen from the root, without `.` in it; links stay.
  package func absolute() -> FilePath {
    var path = FilePath(root: "/")
    let whole = isAbsolute ? self : FilePath.currentDirectory().pushing(self)
    for component in whole.components where component.kind != .currentDirectory { path.append(component) }
    return path
  }

  package static func currentDirectory() -> FilePath {
    guard let text = getcwd(nil, 0) else { return "/" }
    defer { free(text) }
    return FilePath(platformString: text)
  }
}

/// Names in a folder, in no order; empty where it cannot be read.
package func namesInFolder(_ folder: FilePath) -> [FilePath.Component] {
  guard let stream = folder.withPlatformString({ opendir($0) }) else { return [] }
  defer { closedir(stream) }
  var names: [FilePath.Component] = []
  while let entry = readdir(stream) {
    let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if let name = FilePath(bytes: bytes).lastComponent, name.kind == .regular { names.append(name) }
  }
  return names
}
