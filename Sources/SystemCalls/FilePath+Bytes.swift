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
}
