import FoundationEssentials
import PythonPackaging
import SystemPackage

/// A folder of a test's own, which goes away with this value.
final class TemporaryFolder {
  let path: FilePath

  init() throws {
    let place = FileManager.default.temporaryDirectory.path()
    path = FilePath(place).appending("packaging-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// Writes files, making the folders above them; a name that ends with `/` is a folder.
  func write(_ files: [String: String]) throws {
    for (name, text) in files {
      let file = path.appending(name)
      let folder = name.hasSuffix("/") ? file : file.removingLastComponent()
      try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
      if !name.hasSuffix("/") { try Data(text.utf8).write(to: URL(filePath: file.string)) }
    }
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path.appending(name).string, withDestinationPath: target)
  }

  /// Writes a distribution as an installer would: METADATA and RECORD, and the files given.
  func install(
    _ name: String, _ version: String, in site: String = "site", files: [String],
    extra: [String: String] = [:]
  ) throws {
    let folder = "\(name.replacing("-", with: "_"))-\(version).dist-info"
    var contents = [
      "METADATA": "Metadata-Version: 2.1\nName: \(name)\nVersion: \(version)\n", "INSTALLER": "pip\n",
    ]
    contents.merge(extra) { _, new in new }
    let record = files + (contents.keys + ["RECORD"]).map { "\(folder)/\($0)" }
    contents["RECORD"] = record.map { "\($0),,\n" }.joined()
    try write(Dictionary(uniqueKeysWithValues: contents.map { ("\(site)/\(folder)/\($0)", $1) }))
    try write(Dictionary(uniqueKeysWithValues: files.map { ("\(site)/\($0)", "") }))
  }

  func installed(_ searchPath: String...) -> InstalledDistributions {
    InstalledDistributions(searchPath: searchPath.map { path.appending($0) })
  }
}
