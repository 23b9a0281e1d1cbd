/// Reads a line of `entry_points.txt`, one function for each production (packaging.python.org, "Entry points
/// specification"; CPython, Lib/importlib/metadata/__init__.py, `Pair.parse` and `EntryPoint.pattern`).
struct EntryPointParser {
  private let group: String
  private var cursor: ByteCursor

  init(_ line: String, group: String) {
    self.group = group
    cursor = ByteCursor(line)
  }

  /// `line ::= name space '=' space reference`
  mutating func entryPoint() throws(EntryPointProblem) -> EntryPoint {
    let name = cursor.take { $0 != UInt8(ascii: "=") }
    guard cursor.take(UInt8(ascii: "=")) else { throw problem(.equalSignExpected) }
    cursor.skipPythonWhitespace()
    let start = cursor.position
    let module = try dottedName()
    cursor.skipPythonWhitespace()
    let attributes = try attributePath()
    let extras = try extras()
    return EntryPoint(
      group: group, name: String(decoding: name.withoutPythonWhitespace, as: UTF8.self),
      value: String(decoding: cursor.taken(since: start), as: UTF8.self), module: module,
      attributes: attributes, extras: extras)
  }

  /// `dotted ::= [\w.]+`
  private mutating func dottedName() throws(EntryPointProblem) -> String {
    let name = takeWord(withDots: true)
    guard !name.isEmpty else { throw problem(.moduleExpected) }
    return String(decoding: name, as: UTF8.self)
  }

  /// `attributes ::= (':' space dotted space)?`
  private mutating func attributePath() throws(EntryPointProblem) -> [String] {
    guard cursor.take(.colon) else { return [] }
    cursor.skipPythonWhitespace()
    let path = takeWord(withDots: true)
    guard !path.isEmpty else { throw problem(.unexpectedText) }
    cursor.skipPythonWhitespace()
    return path.split(separator: .dot).map { String(decoding: $0, as: UTF8.self) }
  }

  /// `extras ::= ('[' .* ']')? end`; the names are the words in it.
  private mutating func extras() throws(EntryPointProblem) -> [DistributionName] {
    guard !cursor.isAtEnd else { return [] }
    guard cursor.peek() == UInt8(ascii: "["), cursor.lastByte == UInt8(ascii: "]") else {
      throw problem(.unexpectedText)
    }
    var names: [DistributionName] = []
    while !cursor.isAtEnd {
      let word = takeWord(withDots: false)
      if word.isEmpty {
        cursor.skip()
      } else {
        names.append(DistributionName(String(decoding: word, as: UTF8.self)))
      }
    }
    return names
  }

  /// Letters and digits of any script and `_`: `\w` of Python's `re`.
  private mutating func takeWord(withDots: Bool) -> ArraySlice<UInt8> {
    let start = cursor.position
    while let byte = cursor.peek() {
      if byte.isWordCharacter || (withDots && byte == .dot) {
        cursor.skip()
      } else if byte >= 0x80, let scalar = cursor.scalar, scalar.isWordCharacter {
        cursor.skip(String(scalar).utf8.count)
      } else {
        break
      }
    }
    return cursor.taken(since: start)
  }

  private func problem(_ reason: EntryPointProblem.Reason) -> EntryPointProblem {
    EntryPointProblem(reason: reason, group: group, text: cursor.text, position: cursor.position)
  }
}

extension Unicode.Scalar {
  /// `str.isalnum` of Python: letters and numbers.
  fileprivate var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
