internal import SystemPackage

/// What a file is whatever path leads to it: two paths with one identity name the same file.
struct FileIdentity: Hashable {
  private let device: DeviceID
  private let inode: Inode

  /// Follows links; `nil` where nothing is there, or nothing that may be looked at.
  init?(_ path: FilePath) {
    guard let status = try? (path.isEmpty ? "." : path).stat() else { return nil }
    device = status.deviceID
    inode = status.inode
  }
}
