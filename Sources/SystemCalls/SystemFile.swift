internal import Glibc
package import SystemPackage

/// Up to `limit` bytes of a file whose size the system does not state, as those of `/proc` and `/sys`; `nil` for what
/// cannot be read or is no regular file.
package func readSystemFile(_ path: FilePath, limit: Int) -> [UInt8]? {
  guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking]) else { return nil }
  defer { try? file.close() }
  var status = stat()
  guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  var bytes: [UInt8] = []
  while bytes.count < limit {
    guard let more = file.availableBytes() else { return nil }
    if more.isEmpty { break }
    bytes += more.prefix(limit - bytes.count)
  }
  return bytes
}

/// How many bytes the file system at this path can hold (statvfs(3)); `nil` where nothing is mounted there.
package func fileSystemSize(_ path: FilePath) -> Int? {
  var status = statvfs()
  guard path.withPlatformString({ statvfs($0, &status) }) == 0 else { return nil }
  let (size, isTooLarge) = status.f_blocks.multipliedReportingOverflow(by: status.f_frsize)
  return isTooLarge ? nil : Int(exactly: size)
}
