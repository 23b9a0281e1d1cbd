package import SystemCalls
internal import SystemPackage

/// Where the loader would find `libcuda.so.1`, the part of CUDA that comes with the driver and not with any package.
package enum CUDALibrary {
  private static let name = "libcuda.so.1"

  /// In the order of ld.so(8): `LD_LIBRARY_PATH`, `/etc/ld.so.cache`, the default folders; existing files, each once.
  /// Relative folders, which mean another place for every program, are passed over.
  package static func paths(_ root: SystemRoot, _ environment: ProcessEnvironment) -> [String] {
    let folders = (environment["LD_LIBRARY_PATH"] ?? []).split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasPrefix("/") }
    let candidates =
      folders.map { "\($0)/\(name)" } + cached(root.bytes("/etc/ld.so.cache") ?? []) + standard.map { "\($0)/\(name)" }
    var known: Set<String> = []
    return candidates.filter { known.insert($0).inserted && root.exists($0) }
  }

  /// Debian's, those of the loader itself on 64 bits, and the one of the Windows Subsystem ("GPU support in WSL").
  private static let standard: [String] = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/lib/wsl/lib",
  ]

  /// The paths in the cache that end in the name. Its strings end with NUL, whatever its format (glibc,
  /// `sysdeps/generic/dl-cache.h`); what a table of numbers looks like by chance does not begin with `/`.
  static func cached(_ cache: [UInt8]) -> [String] {
    let wanted = Array("/\(name)".utf8)
    return cache.split(separator: 0).compactMap { string in
      guard string.first == UInt8(ascii: "/"), string.count <= longestPath, string.suffix(wanted.count) == wanted[...]
      else { return nil }
      return String(validating: string, as: UTF8.self)
    }
  }

  /// PATH_MAX of limits.h.
  private static let longestPath = 4096
}
