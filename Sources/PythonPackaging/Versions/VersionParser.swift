/// Reads a version: the grammar of PEP 440, appendix B, one function for each production.
struct VersionParser {
  private(set) var cursor: ByteCursor

  init(_ text: String) {
    cursor = ByteCursor(text)
  }

  /// Reads on where another grammar is.
  init(at cursor: ByteCursor) {
    self.cursor = cursor
  }

  /// The whole text: `space version space`
  mutating func wholeText() throws(VersionProblem) -> Version {
    cursor.skipPythonWhitespace()
    if cursor.isAtEnd { throw problem(.empty) }
    let version = try version()
    cursor.skipPythonWhitespace()
    if !cursor.isAtEnd { throw problem(.unexpectedText) }
    return version
  }

  /// `version ::= 'v'? epoch? release pre? post? dev? local?`
  mutating func version() throws(VersionProblem) -> Version {
    _ = cursor.take(ignoringCase: "v")
    let epoch = epoch()
    let release = try release()
    guard maySuffixFollow else {
      return Version(epoch: epoch, release: release, prerelease: nil, post: nil, dev: nil, local: [])
    }
    let prerelease = prerelease()
    let post = post()
    let dev = dev()
    let local = try local()
    return Version(epoch: epoch, release: release, prerelease: prerelease, post: post, dev: dev, local: local)
  }

  /// Most versions are numbers alone, and need not be tried against every suffix.
  private var maySuffixFollow: Bool {
    guard let byte = cursor.peek() else { return false }
    return byte.isASCIILetter || isAtSeparator || byte == UInt8(ascii: "+")
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
    } while isAtSeparator && !isAtWildcard
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

  /// `.*`, which ends a specifier and belongs to no version.
  private var isAtWildcard: Bool { cursor.peek() == .dot && cursor.peek(1) == UInt8(ascii: "*") }

  private mutating func skipSeparator() {
    if isAtSeparator && !isAtWildcard { cursor.skip() }
  }

  private func problem(_ reason: VersionProblem.Reason) -> VersionProblem {
    VersionProblem(reason: reason, text: cursor.text, position: cursor.position)
  }
}
