internal import Glibc
package import SystemPackage

/// A folder of this process alone, removed with everything in it when this value goes.
package final class TemporaryFolder {
  package let path: FilePath

  /// In the folder that TMPDIR names, else `/tmp`; nobody else may look into it (mkdtemp(3)).
  /// - Throws: `Errno` where no folder can be made there.
  package init(environment: ProcessEnvironment) throws(Errno) {
    let parent = environment["TMPDIR"].map(FilePath.init(bytes:)) ?? "/tmp"
    var template = parent.appending("realimport-XXXXXX").bytes.map(CChar.init(bitPattern:)) + [0]
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = FilePath(platformString: template)
  }

  deinit { Self.remove(path) }

  /// Links are removed, not followed.
  private static func remove(_ path: FilePath) {
    if path.withPlatformString({ unlink($0) }) == 0 { return }
    for name in namesInFolder(path) { remove(path.appending(name)) }
    _ = path.withPlatformString { rmdir($0) }
  }
}
