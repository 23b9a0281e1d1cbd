internal import FoundationEssentials
package import SystemPackage

/// A folder of its own for one test, removed with this value.
package final class TestFolder {
  package let path: FilePath

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "realimport-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = FilePath(folder.path())
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  /// Writes a file at this relative path, with the folders above it.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> FilePath {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> FilePath {
    let file = path.appending(FilePath(name).components)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file.string))
    return file
  }
}
