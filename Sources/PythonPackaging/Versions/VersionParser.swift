/// Reads a version: the grammar of PEP 440, appendix B, one function for each production.
struct VersionParser {
  private let text: String
  private var cursor: ByteCursor

  init(_ text: String) {
    self.text = text
    cursor = ByteCursor(text)
  }

  /// `version ::= space 'v'? epoch? release pre? post? dev? local? space`
  mutating func version() throws(VersionProblem) -> Version {
    skipSpace()
    if cursor.isAtEnd { throw problem(.empty) }
    _ = cursor.take(ignoringCase: "v")
    let epoch = epoch()
    let release = try release()
    let prerelease = prerelease()
    let post = post()
    let dev = dev()
    let local = try local()
    skipSpace()
    if !cursor.isAtEnd { throw problem(.unexpectedText) }
    return Version(epoch: epoch, release: release, prerelease: prerelease, post: post, dev: dev, local: local)
  }

  /// `epoch ::= digits '!'`
  private mutating func epoch() -> Numeral {
    var ahead = cursor
    let digits = ahead.take(while: \.isASCIIDigit)
    guard !digits.isEmpty, ahead.take(ignoringCase: "!") else { return .zero }
    cursor = ahead
    return Numeral(digits: digits)
  }

  /// `release ::= digits ('.' digits)*`
  private mutating func release() throws(VersionProblem) -> [Numeral] {
    guard let first = digits() else { throw problem(.releaseExpected) }
    var numbers = [first]
    while cursor.peek() == .dot, let next = cursor.peek(1), next.isASCIIDigit {
      cursor.skip()
      if let number = digits() { numbers.append(number) }
    }
    return numbers
  }

  /// `pre ::= separator? ('alpha' | 'a' | 'beta' | 'b' | 'preview' | 'pre' | 'c' | 'rc') separator? digits?`
  private mutating func prerelease() -> Version.Prerelease? {
    for (word, phase) in Self.phases {
      if let number = suffix(word) { return Version.Prerelease(phase: phase, number: number) }
    }
    return nil
  }

  /// A word that another one begins with stands after it.
  private static let phases: [(String, Version.Phase)] = [
    ("alpha", .alpha), ("a", .alpha), ("beta", .beta), ("b", .beta),
    ("preview", .candidate), ("pre", .candidate), ("c", .candidate), ("rc", .candidate),
  ]

  /// `post ::= '-' digits | separator? ('post' | 'rev' | 'r') separator? digits?`
  private mutating func post() -> Numeral? {
    if cursor.peek() == UInt8(ascii: "-"), cursor.peek(1)?.isASCIIDigit == true {
      cursor.skip()
      return digits()
    }
    return suffix("post") ?? suffix("rev") ?? suffix("r")
  }

  /// `dev ::= separator? 'dev' separator? digits?`
  private mutating func dev() -> Numeral? {
    suffix("dev")
  }

  /// `local ::= '+' part (separator part)*`
  private mutating func local() throws(VersionProblem) -> [Version.LocalPart] {
    guard cursor.peek() == UInt8(ascii: "+") else { return [] }
    var parts: [Version.LocalPart] = []
    repeat {
      cursor.skip()
      parts.append(try localPart())
    } while isAtSeparator
    return parts
  }

  /// `part ::= (letter | digit)+`
  private mutating func localPart() throws(VersionProblem) -> Version.LocalPart {
    let part = cursor.take(while: \.isASCIILetterOrDigit)
    guard !part.isEmpty else { throw problem(.localPartExpected) }
    guard !part.allSatisfy(\.isASCIIDigit) else { return .number(Numeral(digits: part)) }
    return .text(String(decoding: part.map(\.asciiLowercased), as: UTF8.self))
  }

  /// `separator? word separator? digits?`; the number is zero where none is written.
  private mutating func suffix(_ word: String) -> Numeral? {
    var ahead = self
    ahead.skipSeparator()
    guard ahead.cursor.take(ignoringCase: word) else { return nil }
    ahead.skipSeparator()
    let number = ahead.digits() ?? .zero
    self = ahead
    return number
  }

  /// `digits ::= [0-9]+`
  private mutating func digits() -> Numeral? {
    let digits = cursor.take(while: \.isASCIIDigit)
    return digits.isEmpty ? nil : Numeral(digits: digits)
  }

  /// `separator ::= '-' | '_' | '.'`
  private var isAtSeparator: Bool {
    guard let byte = cursor.peek() else { return false }
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == .dot
  }

  private mutating func skipSeparator() {
    if isAtSeparator { cursor.skip() }
  }

  private mutating func skipSpace() {
    _ = cursor.take(while: \.isPythonWhitespace)
  }

  private func problem(_ reason: VersionProblem.Reason) -> VersionProblem {
    VersionProblem(reason: reason, text: text, position: cursor.position)
  }
}
