internal import SystemPackage

/// The files of one `.dist-info` folder that a description of the whole environment needs, each of which another thread
/// may read meanwhile.
struct FolderAhead: Sendable {
  let metadata: FileAhead<CutHeaders>
  let wheel: FileAhead<CutHeaders>
  let installer: FileAhead<CutBytes>
  let origin: FileAhead<CutBytes>
  let record: FileAhead<CutRecord>

  init(_ folder: FilePath) {
    metadata = Self.headers(folder, "METADATA", upTo: CoreMetadata.sizeLimit)
    wheel = Self.headers(folder, "WHEEL", upTo: WheelFile.sizeLimit)
    installer = Self.bytes(folder, "INSTALLER")
    origin = Self.bytes(folder, "direct_url.json")
    let list = folder.appending("RECORD")
    record = FileAhead { () throws(ReadFailure) in try list.readRecord() }
  }

  /// Those that conflicts and the list of distributions are told by.
  func readStatements() {
    metadata.read()
    wheel.read()
    installer.read()
  }

  /// Those that defects are told by.
  func readFiles() {
    record.read()
    origin.read()
  }

  func headers(_ name: String) -> FileAhead<CutHeaders>? {
    switch name {
    case "METADATA": metadata
    case "WHEEL": wheel
    default: nil
    }
  }

  func bytes(_ name: String) -> FileAhead<CutBytes>? {
    switch name {
    case "INSTALLER": installer
    case "direct_url.json": origin
    default: nil
    }
  }

  private static func headers(_ folder: FilePath, _ name: String, upTo limit: Int) -> FileAhead<CutHeaders> {
    let file = folder.appending(name)
    return FileAhead { () throws(ReadFailure) in try file.readHeaders(upTo: limit) }
  }

  private static func bytes(_ folder: FilePath, _ name: String) -> FileAhead<CutBytes> {
    let file = folder.appending(name)
    return FileAhead { () throws(ReadFailure) in try file.read(upTo: MetadataFolder.smallFileLimit) }
  }
}
