internal import FoundationEssentials
package import SystemPackage

extension TestFolder {
  /// Makes a symbolic link at this relative path, with the folders above it.
  @discardableResult
  package func link(_ name: String, to target: String) throws -> FilePath {
    let link = path.appending(FilePath(name).components)
    try FileManager.default.createDirectory(
      atPath: link.removingLastComponent().string, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link.string, withDestinationPath: target)
    return link
  }

  /// Writes a file that may be executed.
  @discardableResult
  package func program(_ text: String, to name: String) throws -> FilePath {
    let file = try write(text, to: name)
    try Self.setPermissions([.ownerReadWriteExecute], of: file)
    return file
  }

  @discardableResult
  package func folder(_ name: String) throws -> FilePath {
    let folder = path.appending(FilePath(name).components)
    try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
    return folder
  }

  package static func setPermissions(_ permissions: FilePermissions, of file: FilePath) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: Int(permissions.rawValue)], ofItemAtPath: file.string)
  }

  package static func contents(of file: FilePath) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file.string)))
  }
}
