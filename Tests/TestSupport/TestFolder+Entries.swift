internal import FoundationEssentials
internal import SystemCalls
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
  ///
  /// Another process copies it: while this one has it open for writing, a child that another test starts has it too,
  /// and the system executes no such file (ETXTBSY of execve(2)).
  @discardableResult
  package func program(_ text: String, to name: String) throws -> FilePath {
    let source = try write(text, to: "\(name).source")
    let file = path.appending(FilePath(name).components)
    let copy = Command(executable: "/usr/bin/install", arguments: ["-m", "755", source.string, file.string])
    guard try runCommand(copy, timeout: .seconds(30)).ending == .exited(0) else { throw Errno.ioError }
    try FileManager.default.removeItem(atPath: source.string)
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
