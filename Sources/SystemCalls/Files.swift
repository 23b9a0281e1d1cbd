internal import Glibc
package import SystemPackage

/// The first `limit` bytes of a regular file; `nil` for anything else.
package func readRegularFile(_ path: FilePath, limit: Int) -> [UInt8]? {
  RegularFile(path)?.bytes(at: 0, count: limit)
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
