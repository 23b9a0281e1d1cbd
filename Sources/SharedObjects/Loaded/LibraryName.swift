/// What the file name of a shared library says: which library it is, whatever its version and whoever packed it.
package struct LibraryName: Sendable, Hashable {
  /// `libgomp` of `libgomp.so.1` and of `libgomp-a34b3233.so.1.0.0`.
  package let stem: String
  /// The first number after `.so`, which a SONAME has; `nil` without one.
  package let major: String?

  /// `nil` for what is not named as a library: a program, an extension module (`_C.abi3.so`, `lib.cpython-312-….so`).
  package init?(path: String) {
    let file = path.split(separator: "/").last ?? ""
    guard file.hasPrefix("lib"), let suffix = Self.suffix(of: file) else { return nil }
    var parts = file[..<suffix].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !parts.dropFirst().contains(where: Self.isExtensionTag) else { return nil }
    parts[0] = Self.withoutHashes(parts[0])
    stem = parts.joined(separator: ".")
    guard stem.utf8.count > "lib".utf8.count else { return nil }
    major = file[suffix...].split(separator: ".").dropFirst().first.map(String.init)
  }

  /// Where `.so` stands with nothing or a version behind it.
  private static func suffix(of file: Substring) -> Substring.Index? {
    var start = file.startIndex
    while let dot = file[start...].firstIndex(of: ".") {
      let rest = file[dot...]
      if rest == ".so" || rest.hasPrefix(".so.") { return dot }
      start = file.index(after: dot)
    }
    return nil
  }

  /// Tags of extension modules' file names (PEP 3149, PEP 384).
  private static func isExtensionTag(_ part: String) -> Bool {
    part.hasPrefix("cpython-") || part.hasPrefix("pypy") || part == "abi3"
  }

  /// auditwheel puts a hyphen and the first eight digits of the file's SHA-256 before the first dot of what it copies
  /// into a wheel (`copylib` in auditwheel/repair.py); of what was copied twice there are two.
  private static func withoutHashes(_ name: String) -> String {
    var name = name[...]
    while let hyphen = name.lastIndex(of: "-") {
      let digits = name[hyphen...].dropFirst().utf8
      guard digits.count == 8, digits.allSatisfy(isHexadecimal) else { break }
      name = name[..<hyphen]
    }
    return String(name)
  }

  private static func isHexadecimal(_ digit: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit)
  }
}
