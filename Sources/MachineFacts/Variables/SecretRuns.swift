/// Runs of characters in a value that are secrets by their shape.
enum SecretRuns {
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    let encoded = runs(in: text, also: "+/=").filter { looksEncoded(text[$0]) }
    let words = runs(in: text, also: "_-").filter { SecretShape.fits(text[$0]) }.map { wholeToken(text, $0) }
    return merged(encoded + words)
  }

  /// Base64 with its own signs, such as the forty characters of a key of AWS, which may hold a single digit. A path
  /// begins with `/` or consists of short names.
  private static func looksEncoded(_ run: ArraySlice<UInt8>) -> Bool {
    guard run.first != UInt8(ascii: "/") else { return false }
    return SecretShape.looksRandom(run) || run.count == 40 && SecretShape.looksRandom(run, leastDigits: 1)
  }

  private static func runs(in text: [UInt8], also signs: StaticString) -> [Range<Int>] {
    let signs = Array("\(signs)".utf8)
    return text.split { !$0.isLetterOrDigit && !signs.contains($0) }.map(\.indices)
  }

  /// The parts of a JSON Web Token are joined by dots (RFC 7519), and so are some other tokens.
  private static func wholeToken(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let rest = text[range.upperBound...].prefix { $0.isLetterOrDigit || "._-=".utf8.contains($0) }
    return range.lowerBound..<rest.endIndex
  }

  /// In order, and one where several meet.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
