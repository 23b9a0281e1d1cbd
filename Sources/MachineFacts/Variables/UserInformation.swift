/// Who logs in where: the part of a URL before `@` (RFC 3986, 3.2.1).
enum UserInformation {
  /// Where it stands in text that may hold several URLs.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    text.split(whereSeparator: isBreak).flatMap { word in
      let starts = authorities(of: word)
      guard !starts.isEmpty else { return [bare(word)].compactMap(\.self) }
      let ends = starts.dropFirst().map { $0 - sign.count } + [word.endIndex]
      return zip(starts, ends).compactMap { range(in: word[$0..<$1]) }
    }
  }

  private static let sign: [UInt8] = Array("://".utf8)

  /// What no URL holds. Commas and semicolons part lists as well, but passwords have them.
  private static func isBreak(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'<>".utf8.contains(byte) }

  /// The places behind each `://`.
  private static func authorities(of word: ArraySlice<UInt8>) -> [Int] {
    word.indices.filter { word[$0...].starts(with: sign) }.map { $0 + sign.count }
  }

  /// `userinfo '@' host` without a scheme, as a proxy is written: it counts where it holds a `:`.
  private static func bare(_ word: ArraySlice<UInt8>) -> Range<Int>? {
    guard let at = word.lastIndex(of: UInt8(ascii: "@")), word[..<at].contains(UInt8(ascii: ":")) else { return nil }
    return word.startIndex..<at
  }

  /// `(userinfo '@')? host (':' port)? …`, up to the next URL.
  private static func range(in rest: ArraySlice<UInt8>) -> Range<Int>? {
    let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    if let at = rest[..<end].lastIndex(of: UInt8(ascii: "@")) { return rest.startIndex..<at }
    // A password with an unescaped `/` in it: what follows the colon is no port.
    guard let colon = rest[..<end].firstIndex(of: UInt8(ascii: ":")), let at = rest.lastIndex(of: UInt8(ascii: "@")),
      !rest[colon..<end].dropFirst().allSatisfy(\.isDigit)
    else { return nil }
    return rest.startIndex..<at
  }
}
