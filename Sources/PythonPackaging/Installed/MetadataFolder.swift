internal import SystemPackage

/// A `.dist-info` or `.egg-info` folder, or the single file that old distutils wrote in its place.
struct MetadataFolder {
  let path: FilePath
  /// Whether the single file is all right.
  var mayBeFile = false
  let log: ProblemLog
  /// Where another thread may have read some of the files.
  var ahead: FolderAhead?

  /// What little files (`top_level.txt`, `direct_url.json`) are read up to.
  static let smallFileLimit = 1 << 20

  /// The bytes of a file in the folder; `nil` where there is none, and where it cannot be read, which is noted.
  func read(_ name: String, upTo limit: Int = smallFileLimit) -> [UInt8]? {
    let file = path.appending(name)
    do throws(ReadFailure) {
      let (bytes, isCut) = if let ahead = ahead?.bytes(name) { try ahead.take() } else { try file.read(upTo: limit) }
      if isCut { log.note(.cut(limit), file) }
      return bytes
    } catch {
      note(error, file)
      return nil
    }
  }

  /// The header fields at the start of a file in the folder, and no more; `nil` as above.
  func readHeaders(_ name: String, upTo limit: Int) -> HeaderBlock? {
    let file = path.appending(name)
    do throws(ReadFailure) {
      let (headers, isCut) =
        if let ahead = ahead?.headers(name) { try ahead.take() } else { try file.readHeaders(upTo: limit) }
      if isCut { log.note(.cut(limit), file) }
      return headers
    } catch {
      note(error, file)
      return nil
    }
  }

  /// The list of files RECORD; `nil` as above.
  func readRecord() -> Record? {
    let file = path.appending("RECORD")
    do throws(ReadFailure) {
      let (record, isCut) = if let ahead = ahead?.record { try ahead.take() } else { try file.readRecord() }
      if isCut { log.note(.cut(Record.sizeLimit), file) }
      return record
    } catch {
      note(error, file)
      return nil
    }
  }

  /// Where the folder itself is a file, that is one problem and not one for each file in it.
  private func note(_ failure: ReadFailure, _ file: FilePath) {
    if failure != .noFolder { return log.note(failure: failure, file) }
    if !mayBeFile { log.note(failure: failure, path) }
  }

  /// The path itself, where distutils wrote a file instead of a folder.
  func readHeadersAsFile() -> HeaderBlock? {
    try? path.readHeaders(upTo: CoreMetadata.sizeLimit).headers
  }

  /// The lines of a text file that hold anything, without white space around them.
  func lines(_ name: String) -> [String]? {
    read(name).map { bytes in Lines(bytes).map { $0.textOrLatin1.trimmed }.filter { !$0.isEmpty } }
  }
}
