/// The name of a shared library in its parts: `libcudart.so.12` is release 12 of `libcudart`, whoever packed it.
///
/// Objects with the same stem and another version do not stand in for one another: the version is that of the interface
/// (ld(1), `-soname`).
package struct LibraryName: Sendable, Hashable {
  /// `libgomp` of `libgomp.so.1` and of `libgomp-a34b3233.so.1.0.0`.
  package let stem: String
  /// The numbers behind `.so`; empty where there are none.
  package let version: [Int]

  /// The first number, which a SONAME has.
  package var major: Int? { version.first }

  /// - Parameter name: With or without folders. Of a name without `.so` the whole is the stem, and there is no version.
  package init(_ name: String) {
    let file = name.split(separator: "/").last ?? name[...]
    let suffix = Self.suffix(of: file) ?? file.endIndex
    stem = Self.stem(of: file[..<suffix])
    let numbers = file[suffix...].split(separator: ".").dropFirst().map { Int($0) }
    version = numbers.contains(nil) ? [] : numbers.compactMap(\.self)
  }

  /// `nil` for what is not named as a library: a program, an extension module (`_C.abi3.so`, `lib.cpython-312-….so`).
  package init?(path: String) {
    let file = path.split(separator: "/").last ?? ""
    guard file.hasPrefix("lib"), let suffix = Self.suffix(of: file) else { return nil }
    let parts = file[..<suffix].split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.dropFirst().contains(where: Self.isExtensionTag) else { return nil }
    self.init(path)
    guard stem.utf8.count > "lib".utf8.count else { return nil }
  }

  /// By the first number that differs.
  package func isOlder(than other: LibraryName) -> Bool {
    version.lexicographicallyPrecedes(other.version)
  }

  /// Where `.so` stands with nothing or a version behind it.
  private static func suffix(of file: Substring) -> Substring.Index? {
    var start = file.startIndex
    while let dot = file[start...].firstIndex(of: ".") {
      let rest = file[dot...]
      if dot > file.startIndex, rest == ".so" || rest.hasPrefix(".so.") { return dot }
      start = file.index(after: dot)
    }
    return nil
  }

  /// Tags of extension modules' file names (PEP 3149, PEP 384).
  private static func isExtensionTag(_ part: Substring) -> Bool {
    part.hasPrefix("cpython-") || part.hasPrefix("pypy") || part == "abi3"
  }

  /// auditwheel puts a hyphen and the first eight digits of the file's SHA-256 before the first dot of what it copies
  /// into a wheel (`copylib` in auditwheel/repair.py); of what was copied twice there are two.
  private static func stem(of name: Substring) -> String {
    let dot = name.firstIndex(of: ".") ?? name.endIndex
    var first = name[..<dot]
    while let hyphen = first.lastIndex(of: "-") {
      let digits = first[hyphen...].dropFirst().utf8
      guard digits.count == 8, digits.allSatisfy(\.isHexadecimal) else { break }
      first = first[..<hyphen]
    }
    return String(first) + name[dot...]
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self) }
}
