internal import Glibc
package import SystemPackage

extension FilePath {
  /// A path of exactly these bytes; it ends at the first NUL, which no path can hold.
  package init(bytes: [UInt8]) {
    self.init(platformString: bytes.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0])
  }

  /// The bytes of the path as the system sees them, which need not be UTF-8.
  package var bytes: [UInt8] {
    withPlatformString { text in
      var length = 0
      while text[length] != 0 { length += 1 }
      return (0..<length).map { UInt8(bitPattern: text[$0]) }
    }
  }

  /// The path without its last name, as `removingLastComponent()` gives it, but by bytes: the generic collections of
  /// components take a sixth of the time until Python is started, once.
  package var parent: FilePath {
    withPlatformString { text in
      guard let slash = strrchr(text, Int32(UInt8(ascii: "/"))) else { return FilePath() }
      // The root is its own parent.
      let length = max(1, slash - UnsafeMutablePointer(mutating: text))
      return FilePath(platformString: (0..<length).map { text[$0] } + [0])
    }
  }
}
