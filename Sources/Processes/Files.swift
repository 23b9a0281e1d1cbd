internal import Glibc
package import SystemPackage

/// The first `limit` bytes of a regular file; `nil` for anything else, above all for what a read could hang on.
package func readRegularFile(_ path: FilePath, limit: Int) -> [UInt8]? {
  guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking]) else { return nil }
  defer { try? file.close() }
  var status = stat()
  guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  let size = min(limit, Int(status.st_size))
  return try? [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
      guard read > 0 else { break }
      count += read
    }
  }
}

/// Puts a whole new file in the place of an old one: readers see the one or the other, never a part.
/// - Throws: `Errno` of the call that failed; the old file is untouched then.
package func writeAtomically(_ bytes: [UInt8], to path: FilePath) throws(Errno) {
  let name = path.lastComponent?.string ?? ""
  let temporary = path.removingLastComponent().appending(".\(name).\(getpid())")
  do {
    let file = try FileDescriptor.open(
      temporary, .writeOnly, options: [.create, .truncate, .closeOnExec],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter { _ = try file.writeAll(bytes) }
    try rename(temporary, to: path)
  } catch {
    temporary.withPlatformString { _ = unlink($0) }
    throw (error as? Errno) ?? .ioError
  }
}

/// Whether ``writeAtomically(_:to:)`` could do its work there; the error that it would meet, or `nil`.
package func obstacleToWriting(_ path: FilePath) -> Errno? {
  var status = stat()
  if path.withPlatformString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR { return .isDirectory }
  guard path.lastComponent != nil else { return .invalidArgument }
  let folder = path.removingLastComponent()
  let place = folder.isEmpty ? "." : folder
  return place.withPlatformString { access($0, W_OK | X_OK) } == 0 ? nil : Errno(rawValue: errno)
}

private func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
  let status = old.withPlatformString { old in new.withPlatformString { Glibc.rename(old, $0) } }
  guard status == 0 else { throw Errno(rawValue: errno) }
}
