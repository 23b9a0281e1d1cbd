internal import FoundationEssentials
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
}

extension FilePath {
  /// The first `limit` bytes of a regular file, and whether there are more.
  ///
  /// Pipes and devices are not read, so nothing blocks.
  func read(upTo limit: Int) throws(ReadFailure) -> (bytes: [UInt8], isCut: Bool) {
    do throws(RegularFileProblem) {
      let file = try RegularFile(opening: self)
      guard let bytes = file.bytes(at: 0, count: limit) else { throw .cannotOpen(.ioError) }
      return (bytes, file.size > limit)
    } catch {
      switch error {
      case .cannotOpen(let error): throw ReadFailure(error)
      case .notRegular: throw .noRegularFile
      }
    }
  }

  /// The names in a folder, in the order in which the system lists them.
  func folderEntries() throws(ReadFailure) -> [String] {
    try withReadableName(.directory) { (name) throws(ReadFailure) in
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: name) else {
        throw .refused(.ioError)
      }
      return names
    }
  }

  /// Opens the path, so that the system says what is wrong with it, and hands out a name that text can hold.
  ///
  /// Foundation takes paths as text; one that is not UTF-8 is read through its open descriptor's name.
  private func withReadableName<Result>(
    _ options: FileDescriptor.OpenOptions, _ read: (String) throws(ReadFailure) -> Result
  ) throws(ReadFailure) -> Result {
    let path: FilePath = isEmpty ? "." : self
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        path, .readOnly, options: options.union([.closeOnExec, .nonBlocking]))
    } catch {
      throw ReadFailure(error as? Errno ?? .ioError)
    }
    defer { try? descriptor.close() }
    return try read(String(validating: path) ?? "/proc/self/fd/\(descriptor.rawValue)")
  }
}
