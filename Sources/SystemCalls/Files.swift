internal import Glibc
package import SystemPackage

/// The first `limit` bytes of a regular file; `nil` for anything else.
package func readRegularFile(_ path: FilePath, limit: Int) -> [UInt8]? {
  RegularFile(path)?.bytes(at: 0, count: limit)
}

/// Puts a whole new file in the place of an old one: readers see the one or the other, never a part.
///
/// A link stays and its target is replaced. What is no regular file, such as a pipe or `/dev/null`, is written to.
/// - Throws: `Errno` of the call that failed; the old file is untouched then.
package func writeAtomically(_ bytes: [UInt8], to path: FilePath) throws(Errno) {
  switch path.linkTarget() {
  case .absent: try replace(path, with: bytes, permissions: .newFile)
  case .dangling(let target): try replace(target, with: bytes, permissions: .newFile)
  case .cycle: throw .tooManySymbolicLinkLevels
  case .executable(let real), .other(let real):
    let old = try real.stat()
    if old.type == .regular { return try replace(real, with: bytes, permissions: old.permissions) }
    try writeInPlace(bytes, to: real)
  }
}

private func replace(_ path: FilePath, with bytes: [UInt8], permissions: FilePermissions) throws(Errno) {
  let name = path.lastComponent?.string ?? ""
  let temporary = path.removingLastComponent().appending(".\(name.prefix(longestStem)).\(getpid())")
  do {
    let file = try FileDescriptor.open(
      temporary, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: permissions)
    try file.closeAfter { _ = try file.writeAll(bytes) }
    try rename(temporary, to: path)
  } catch {
    temporary.withPlatformString { _ = unlink($0) }
    throw (error as? Errno) ?? .ioError
  }
}

/// Leaves room for the rest of the temporary file's name: names have 255 bytes at most, characters up to four of them.
private let longestStem = 50

private func writeInPlace(_ bytes: [UInt8], to path: FilePath) throws(Errno) {
  do {
    let file = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  } catch {
    throw (error as? Errno) ?? .ioError
  }
}

extension FilePermissions {
  /// Before the process's mask, as every program creates files.
  fileprivate static let newFile: FilePermissions = [
    .ownerReadWrite, .groupReadWrite, .otherReadWrite,
  ]
}

/// Whether ``writeAtomically(_:to:)`` could do its work there; the error that it would meet, or `nil`.
package func obstacleToWriting(_ path: FilePath) -> Errno? {
  if let status = try? path.stat(), status.type != .regular {
    return status.type == .directory ? .isDirectory : path.obstacle(W_OK)
  }
  guard path.lastComponent != nil else { return .invalidArgument }
  let folder = path.removingLastComponent()
  let place = folder.isEmpty ? "." : folder
  return place.obstacle(W_OK | X_OK)
}

extension FilePath {
  fileprivate func obstacle(_ mode: Int32) -> Errno? {
    withPlatformString { access($0, mode) } == 0 ? nil : Errno(rawValue: errno)
  }
}

private func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
  let status = old.withPlatformString { old in new.withPlatformString { Glibc.rename(old, $0) } }
  guard status == 0 else { throw Errno(rawValue: errno) }
}
