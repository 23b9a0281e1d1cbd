/// The values of TOML that are written without quotes (toml-v1.0.0.abnf).
enum TOMLWord {
  /// Whether it has the form of a value; how large its numbers are is the parser's to judge.
  static func isValue(_ word: ArraySlice<UInt8>) -> Bool {
    if words.contains(where: { $0.utf8.elementsEqual(word) }) { return true }
    return isInteger(word) || isFloat(word) || isDateTime(word)
  }

  private static let words: [String] = ["true", "false", "inf", "nan", "+inf", "-inf", "+nan", "-nan"]

  /// `integer = dec-int / hex-int / oct-int / bin-int`
  private static func isInteger(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.first == UInt8(ascii: "0"), let kind = word.dropFirst().first, !kind.isDigit else {
      return isNumber(word)
    }
    let digits: String
    switch kind {
    case UInt8(ascii: "x"): digits = "0123456789abcdefABCDEF"
    case UInt8(ascii: "o"): digits = "01234567"
    case UInt8(ascii: "b"): digits = "01"
    default: return false
    }
    return isRun(word.dropFirst(2), of: digits)
  }

  /// `float = float-int-part ( exp / frac [ exp ] )`
  private static func isFloat(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    if parts.count == 2, !isRun(withoutSign(parts[1]), of: decimal) { return false }
    let numbers = parts[0].split(separator: .dot, maxSplits: 1, omittingEmptySubsequences: false)
    guard isNumber(numbers[0]) else { return false }
    return numbers.count == 1 || isRun(numbers[1], of: decimal)
  }

  /// `offset-date-time / local-date-time / local-date / local-time`
  private static func isDateTime(_ word: ArraySlice<UInt8>) -> Bool {
    if isDate(word) { return true }
    guard isDate(word.prefix(dateLength)) else { return isLocalTime(word) }
    let rest = word.dropFirst(dateLength)
    return rest.first.map { $0 | 0x20 == UInt8(ascii: "t") } == true && isTime(rest.dropFirst())
  }

  /// `full-date = date-fullyear "-" date-month "-" date-mday`
  static func isDate(_ word: ArraySlice<UInt8>) -> Bool { matches(word, "0000-00-00") }

  private static let dateLength = 10

  /// `full-time = partial-time time-offset`, where the offset may be missing.
  static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
    if let last = word.last, last | 0x20 == UInt8(ascii: "z") { return isLocalTime(word.dropLast()) }
    let offset = word.suffix(offsetLength)
    return (matches(offset, "+00:00") || matches(offset, "-00:00")) && isLocalTime(word.dropLast(offsetLength))
      || isLocalTime(word)
  }

  private static let offsetLength = 6

  /// `partial-time = time-hour ":" time-minute ":" time-second [ time-secfrac ]`
  private static func isLocalTime(_ word: ArraySlice<UInt8>) -> Bool {
    let rest = word.dropFirst("00:00:00".utf8.count)
    guard matches(word.prefix("00:00:00".utf8.count), "00:00:00") else { return false }
    return rest.isEmpty || rest.first == .dot && rest.count > 1 && rest.dropFirst().allSatisfy(\.isDigit)
  }

  /// `dec-int = [ minus / plus ] unsigned-dec-int`: no zero stands before other digits.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    let digits = withoutSign(word)
    return isRun(digits, of: decimal) && (digits.first != UInt8(ascii: "0") || digits.count == 1)
  }

  private static let decimal = "0123456789"

  /// `DIGIT *( DIGIT / "_" DIGIT )`
  private static func isRun(_ word: ArraySlice<UInt8>, of digits: String) -> Bool {
    word.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy { digits.utf8.contains($0) }
    }
  }

  private static func withoutSign(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") ? word.dropFirst() : word
  }

  /// Whether it is like the pattern, in which a zero stands for every digit.
  private static func matches(_ word: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    word.count == pattern.utf8.count
      && zip(word, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "0") ? $0.isDigit : $0 == $1 }
  }
}
