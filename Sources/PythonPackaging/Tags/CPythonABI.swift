/// What extension modules must fit of a CPython: its minor version and whether it has a global lock.
package struct CPythonABI: Hashable, Sendable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  /// Built without a global lock (PEP 703), which is another ABI.
  package let isFreeThreaded: Bool

  package init(_ major: Int, _ minor: Int, isFreeThreaded: Bool = false) {
    self.major = major
    self.minor = minor
    self.isFreeThreaded = isFreeThreaded
  }

  package var description: String { "CPython \(major).\(minor)\(isFreeThreaded ? "t" : "")" }

  /// The version without a dot, as tags and file names of extension modules have it: `311`.
  var digits: String { "\(major)\(minor)" }

  /// With the flags of the ABI: `313t`.
  var flaggedDigits: String { digits + (isFreeThreaded ? "t" : "") }

  /// The part of the C API that later versions keep: `abi3` (PEP 384), and `abi3t` without a global lock (PEP 803).
  var stableABI: String { isFreeThreaded ? "abi3t" : "abi3" }
}
