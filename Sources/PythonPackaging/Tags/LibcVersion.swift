/// The version of a C library, which never says more than two numbers to wheels (PEP 600, PEP 656).
package struct LibcVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let major: Int
  package let minor: Int

  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// The numbers at the start of what the library says of itself: `2.36`, `2.20-2014.11` (Linaro's), `1.2.3` (musl).
  package init?(prefixOf text: String) {
    var cursor = ByteCursor(text)
    guard let major = cursor.takeNumber(), cursor.peek() == .dot else { return nil }
    cursor.skip()
    guard let minor = cursor.takeNumber() else { return nil }
    self.init(major, minor)
  }

  package static func < (one: LibcVersion, other: LibcVersion) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }

  package var description: String { "\(major).\(minor)" }
}

/// The C library that a Python runs on.
package enum Libc: Hashable, Sendable, CustomStringConvertible {
  case glibc(LibcVersion)
  case musl(LibcVersion)

  /// Of a name and a version, as `confstr(_CS_GNU_LIBC_VERSION)` and this program's report have it: `glibc 2.36`.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let version = LibcVersion(prefixOf: String(words[1])) else { return nil }
    switch words[0] {
    case "glibc": self = .glibc(version)
    case "musl": self = .musl(version)
    default: return nil
    }
  }

  /// Without the version.
  package var name: String {
    switch self {
    case .glibc: "glibc"
    case .musl: "musl"
    }
  }

  package var description: String {
    switch self {
    case .glibc(let version), .musl(let version): "\(name) \(version)"
    }
  }
}

extension ByteCursor {
  /// `number ::= digit+`, of at most nine digits: no version has more.
  mutating func takeNumber() -> Int? {
    let digits = take(while: \.isASCIIDigit)
    return digits.count <= 9 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}
