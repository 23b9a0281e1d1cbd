internal import SystemCalls
internal import SystemPackage

/// Why a file or folder could not be read.
enum ReadFailure: Error, Hashable {
  /// Nothing is there.
  case absent
  /// Something above it is no folder, or it is none where a folder is wanted.
  case noFolder
  /// It is a folder, a pipe or a device.
  case noRegularFile
  case refused(Errno)

  init(_ error: Errno) {
    switch error {
    case .noSuchFileOrDirectory: self = .absent
    case .notDirectory: self = .noFolder
    default: self = .refused(error)
    }
  }

  init(_ problem: RegularFileProblem) {
    switch problem {
    case .cannotOpen(let error): self.init(error)
    case .notRegular: self = .noRegularFile
    }
  }
}

/// What was read of a file, and whether the file is longer.
typealias CutBytes = (bytes: [UInt8], isCut: Bool)
typealias CutHeaders = (headers: HeaderBlock, isCut: Bool)
typealias CutRecord = (record: Record, isCut: Bool)

extension FilePath {
  /// The first `limit` bytes of a regular file, and whether there are more.
  ///
  /// Pipes and devices are not read, so nothing blocks.
  func read(upTo limit: Int) throws(ReadFailure) -> CutBytes {
    do throws(RegularFileProblem) {
      let file = try RegularFile(opening: self)
      guard let bytes = file.bytes(at: 0, count: limit) else { throw .cannotOpen(.ioError) }
      return (bytes, file.size > limit)
    } catch {
      throw ReadFailure(error)
    }
  }

  /// The header fields at the start of a regular file, as far as they end within its first `limit` bytes, and whether
  /// there may be more of them. What follows them is not read, save for the rest of a block.
  func readHeaders(upTo limit: Int) throws(ReadFailure) -> CutHeaders {
    do throws(RegularFileProblem) {
      let file = try RegularFile(opening: self)
      let start = try file.headers(upTo: min(HeaderBlock.usualSize, limit))
      return try start.isCut ? file.headers(upTo: limit) : start
    } catch {
      throw ReadFailure(error)
    }
  }

  /// The list of files that a regular file is, as much of it as is read.
  func readRecord() throws(ReadFailure) -> CutRecord {
    let (bytes, isCut) = try read(upTo: Record.sizeLimit)
    return (Record(bytes), isCut)
  }

  /// The names in a folder, in the order in which the system lists them.
  func folderEntries() throws(ReadFailure) -> [String] {
    do throws(Errno) {
      return try namesListed(in: self)
    } catch {
      throw ReadFailure(error)
    }
  }
}

extension RegularFile {
  fileprivate borrowing func headers(upTo limit: Int) throws(RegularFileProblem) -> CutHeaders {
    guard let bytes = bytes(at: 0, count: limit) else { throw .cannotOpen(.ioError) }
    let headers = HeaderBlock(bytes)
    return (headers, !headers.isEnded && size > limit)
  }
}
