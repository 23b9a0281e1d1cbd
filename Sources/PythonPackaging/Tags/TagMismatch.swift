/// Why an interpreter on a machine cannot use what was built for something else.
package enum TagMismatch: Error, Hashable, Sendable {
  /// For another system, such as `Windows`.
  case otherSystem(String)
  /// A platform that no standard describes.
  case unknownPlatform(String)
  /// For another kind of processor, such as `aarch64`.
  case otherMachine(String)
  /// Against another C library, `musl` or `glibc`.
  case otherLibc(String)
  /// For another Python: its tag, such as `cp312`.
  case otherPython(String)
  /// For another ABI of the same Python: its tag, such as `cp313t`.
  case otherABI(String)
  /// It names an ABI, which only a platform can have, and no platform: no installer takes it.
  case abiWithoutPlatform(String)
  /// A C library that is older than wheels for this machine may name (PEP 600).
  case outdatedLibc(Libc)
  case newerLibc(needed: Libc, has: Libc)
}

extension TagMismatch: Comparable {
  /// By how much is wrong: the last one is the nearest to what would fit.
  package static func < (one: TagMismatch, other: TagMismatch) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .otherSystem: 0
    case .unknownPlatform: 1
    case .otherMachine: 2
    case .otherLibc: 3
    case .otherPython: 4
    case .otherABI: 5
    case .abiWithoutPlatform: 6
    case .outdatedLibc: 7
    case .newerLibc: 8
    }
  }
}

extension TagMismatch: CustomStringConvertible {
  /// What goes on after "it is": one clause without a full stop.
  package var description: String {
    switch self {
    case .otherSystem(let system): "built for \(system)"
    case .unknownPlatform(let tag): "built for the unknown platform `\(tag)`"
    case .otherMachine(let architecture): "built for \(architecture)"
    case .otherLibc(let name): "built for systems with \(name)"
    case .otherPython(let tag): "built for \(PythonTag(tag)?.description ?? "another Python, `\(tag)`")"
    case .otherABI(let tag): "built for the ABI `\(tag)`"
    case .abiWithoutPlatform(let tag): "built for the ABI `\(tag)` without saying on which platform"
    case .outdatedLibc(let libc): "built for \(libc), which is older than wheels for this machine may ask for"
    case .newerLibc(let needed, let has): "built for \(needed) and newer, where \(has) is installed"
    }
  }
}
