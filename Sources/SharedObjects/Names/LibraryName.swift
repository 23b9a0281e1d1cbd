/// The name of a shared library in its parts: `libcudart.so.12` is release 12 of `libcudart`.
///
/// Objects with the same stem and another version do not stand in for one another: the version is that of the interface
/// (ld(1), `-soname`).
package struct LibraryName: Sendable, Hashable {
  /// Before `.so`, without the eight hexadecimal digits that auditwheel and delocate put into the names of copies.
  package let stem: String
  /// The numbers behind `.so`; empty where there are none.
  package let version: [Int]

  /// - Parameter name: With or without folders. Of a name without `.so` the whole is the stem, and there is no version.
  package init(_ name: String) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let (stem, ending) = Self.parts(of: file)
    self.stem = Self.withoutDigest(stem)
    let numbers = ending.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    version = numbers.contains(nil) ? [] : numbers.compactMap(\.self)
  }

  /// By the first number that differs.
  package func isOlder(than other: LibraryName) -> Bool {
    version.lexicographicallyPrecedes(other.version)
  }

  /// The parts around the last `.so` that a dot follows or nothing.
  private static func parts(of file: String) -> (stem: String, ending: String) {
    if file.hasSuffix(".so") { return (String(file.dropLast(3)), "") }
    var pieces = file.split(separator: ".", omittingEmptySubsequences: false)
    var ending: [Substring] = []
    while let last = pieces.popLast() {
      if last == "so", !pieces.isEmpty { return (pieces.joined(separator: "."), ending.joined(separator: ".")) }
      ending.insert(last, at: 0)
    }
    return (file, "")
  }

  private static func withoutDigest(_ stem: String) -> String {
    let digest = stem.utf8.suffix(9)
    guard stem.utf8.count > 9, digest.first == UInt8(ascii: "-"), digest.dropFirst().allSatisfy(\.isHexadecimal) else {
      return stem
    }
    return String(stem.dropLast(9))
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self) }
}
