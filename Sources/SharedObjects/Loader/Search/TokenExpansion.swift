internal import SystemPackage
internal import SystemCalls

/// What `$ORIGIN`, `$LIB` and `$PLATFORM` stand for in the names and paths of one object (ld.so(8), "Dynamic string
/// tokens").
struct TokenExpansion {
  /// The folder of the object.
  let origin: FilePath
  let library: [UInt8]
  /// `nil` where it is not known.
  let platform: [UInt8]?

  /// The text with all tokens replaced; `nil` where one has no value: the loader passes over the path then
  /// (`_dl_dst_substitute` of glibc's `elf/dl-load.c`).
  func expand(_ text: [UInt8]) -> [UInt8]? {
    var expanded: [UInt8] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      expanded += rest[..<dollar]
      rest = rest[dollar...].dropFirst()
      if let (token, length) = Token.first(in: rest) {
        guard let value = value(token) else { return nil }
        expanded += value
        rest = rest.dropFirst(length)
      } else {
        expanded.append(UInt8(ascii: "$"))
      }
    }
    return expanded + rest
  }

  /// musl's way for a whole list of folders: no token but `$ORIGIN`, and the list does not count if there is another
  /// (`fixup_rpath` of musl's `ldso/dynlink.c`).
  func expandOrigin(_ list: [UInt8]) -> [UInt8]? {
    var expanded: [UInt8] = []
    var rest = list[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      let words = ["$ORIGIN", "${ORIGIN}"]
      guard let word = words.first(where: { rest[dollar...].starts(with: $0.utf8) }) else { return nil }
      expanded += rest[..<dollar] + origin.bytes
      rest = rest[dollar...].dropFirst(word.utf8.count)
    }
    return expanded + rest
  }

  private func value(_ token: Token) -> [UInt8]? {
    switch token {
    case .origin: origin.bytes
    case .platform: platform
    case .library: library
    }
  }

  private enum Token: String, CaseIterable {
    case origin = "ORIGIN"
    case platform = "PLATFORM"
    case library = "LIB"

    /// The token right after a `$`, in braces or not, and how many bytes it takes: `is_dst`, by the rules of the gABI.
    static func first(in text: ArraySlice<UInt8>) -> (Token, length: Int)? {
      let hasBrace = text.first == UInt8(ascii: "{")
      let name = hasBrace ? text.dropFirst() : text
      for token in allCases where name.starts(with: token.rawValue.utf8) {
        let length = token.rawValue.utf8.count
        let next = name.dropFirst(length).first
        if hasBrace { return next == UInt8(ascii: "}") ? (token, length + 2) : nil }
        return next.map(isPartOfName) == true ? nil : (token, length)
      }
      return nil
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
      default: false
      }
    }
  }
}
