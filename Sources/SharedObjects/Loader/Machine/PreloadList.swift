internal import SystemCalls
internal import SystemPackage

/// The libraries that are loaded before all others (ld.so(8), LD_PRELOAD and `/etc/ld.so.preload`).
struct PreloadList {
  let names: [[UInt8]]

  /// glibc splits the variable at spaces and colons and reads the file, too; musl splits at any white space and reads
  /// no file (`handle_preload_list` and `dl_main` of glibc's `elf/rtld.c`, `load_preload` of musl's `ldso/dynlink.c`).
  init(_ family: LoaderProgram.Family, _ variable: [UInt8], _ files: LoaderFiles) {
    guard family != .musl else {
      names = Self.names(in: variable[...], separators: Self.whiteSpace + [Self.colon])
      return
    }
    let file = readRegularFile(files.place("/etc/ld.so.preload"), limit: Self.sizeLimit) ?? []
    let lines = file.split(separator: UInt8(ascii: "\n")).map { $0.prefix { $0 != UInt8(ascii: "#") } }
    names =
      Self.names(in: variable[...], separators: [Self.space, Self.colon])
      + lines.flatMap { Self.names(in: $0, separators: [Self.space, Self.tab, Self.colon]) }
  }

  private static let sizeLimit = 1 << 20
  private static let colon = UInt8(ascii: ":")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
  private static let whiteSpace: [UInt8] = [space, tab] + [0x0A, 0x0B, 0x0C, 0x0D]

  private static func names(in text: ArraySlice<UInt8>, separators: [UInt8]) -> [[UInt8]] {
    text.split(whereSeparator: separators.contains).map(Array.init)
  }
}
