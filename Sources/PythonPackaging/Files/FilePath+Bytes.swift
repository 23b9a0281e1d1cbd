internal import SystemPackage

extension FilePath {
  /// A path of exactly these bytes; it ends at the first NUL, which no path can hold.
  init(bytes: some Collection<UInt8>) {
    self.init(platformString: bytes.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0])
  }
}
