internal import SystemPackage

/// By what the loader tells files apart: two paths with one identity lead to the same file.
package struct FileIdentity: Sendable, Hashable {
  private let device: DeviceID
  private let inode: Inode

  init(_ status: Stat) { (device, inode) = (status.deviceID, status.inode) }
}
