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
  switch try Destination(of: path) {
  case .newFile(let file): try replace(file, with: bytes, permissions: nil)
  case .oldFile(let file, let permissions): try replace(file, with: bytes, permissions: permissions)
  case .stream(let path): try writeInPlace(bytes, to: path)
  }
}

/// Where bytes for a path go, links followed.
private enum Destination {
  case newFile(FilePath)
  case oldFile(FilePath, FilePermissions)
  /// A pipe or a device; also a folder, which cannot be written to.
  case stream(FilePath)

  init(of path: FilePath) throws(Errno) {
    guard path.lastComponent != nil else { throw .invalidArgument }
    let status: Stat
    do throws(Errno) {
      status = try path.stat()
    } catch .noSuchFileOrDirectory {
      if case .dangling(let target) = path.linkTarget() { self = .newFile(target) } else { self = .newFile(path) }
      return
    }
    switch path.linkTarget() {
    case .executable(let real) where status.type == .regular, .other(let real) where status.type == .regular:
      self = .oldFile(real, status.permissions)
    // The links of `/dev/fd` to pipes lead to no name, so the path itself is opened.
    default: self = .stream(path)
    }
  }
}

private func replace(_ path: FilePath, with bytes: [UInt8], permissions: FilePermissions?) throws(Errno) {
  let name = path.lastComponent?.string ?? ""
  let temporary = path.removingLastComponent().appending(".\(name.prefix(longestStem)).\(getpid())")
  do {
    // What a killed process of this number left; and nobody's link may lead the new file elsewhere.
    remove(temporary)
    let file = try FileDescriptor.open(
      temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: permissions ?? .newFile)
    try file.closeAfter {
      _ = try file.writeAll(bytes)
      // Permissions given to open(2) are cut by the process's mask.
      if let permissions, fchmod(file.rawValue, permissions.rawValue) != 0 { throw Errno(rawValue: errno) }
    }
    try rename(temporary, to: path)
  } catch {
    remove(temporary)
    throw (error as? Errno) ?? .ioError
  }
}

private func remove(_ path: FilePath) {
  path.withPlatformString { _ = unlink($0) }
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
  do throws(Errno) {
    switch try Destination(of: path) {
    case .stream(let path): return path.isDirectory ? .isDirectory : path.obstacle(W_OK)
    case .newFile(let file), .oldFile(let file, _):
      let folder = file.removingLastComponent()
      let place = folder.isEmpty ? "." : folder
      return place.obstacle(W_OK | X_OK)
    }
  } catch {
    return error
  }
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
