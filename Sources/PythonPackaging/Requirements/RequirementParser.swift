/// Reads a requirement: the grammar of packaging.python.org, "Dependency specifiers", as pypa's `packaging` reads it;
/// one function for each production.
struct RequirementParser {
  private var cursor: ByteCursor
  private let markers: MarkerMemory

  init(at cursor: ByteCursor, markers: MarkerMemory) {
    self.cursor = cursor
    self.markers = markers
  }

  /// The whole text: `requirement ::= blank name blank extras? blank (address | specifiers blank) marker?`
  mutating func wholeText() throws(RequirementProblem) -> Requirement {
    cursor.skipBlank()
    let name = DistributionName(try identifier(orElse: .nameExpected))
    cursor.skipBlank()
    let extras = try extras()
    cursor.skipBlank()
    let url = try address()
    let specifiers = url == nil ? try specifiers() : []
    cursor.skipBlank()
    let marker = try marker()
    return Requirement(name: name, extras: extras, specifiers: SpecifierSet(specifiers), url: url, marker: marker)
  }

  /// `identifier ::= [A-Za-z0-9] ([A-Za-z0-9._-]* [A-Za-z0-9_])?`; `packaging` lets `_` end it.
  private mutating func identifier(orElse reason: RequirementProblem.Reason) throws(RequirementProblem) -> String {
    let start = cursor
    let name = cursor.takeName()
    guard let last = name.last else { throw start.problem(reason) }
    guard last.isWordCharacter else { throw start.problem(.nameEnd, at: cursor.position - 1) }
    return String(decoding: name, as: UTF8.self)
  }

  /// `extras ::= '[' blank (identifier blank (',' blank identifier blank)*)? ']'`
  private mutating func extras() throws(RequirementProblem) -> [String] {
    guard cursor.take(UInt8(ascii: "[")) else { return [] }
    cursor.skipBlank()
    if cursor.take(UInt8(ascii: "]")) { return [] }
    var names: [String] = []
    repeat {
      cursor.skipBlank()
      names.append(try identifier(orElse: .extraExpected))
      cursor.skipBlank()
    } while cursor.take(.comma)
    guard cursor.take(UInt8(ascii: "]")) else {
      throw cursor.problem(cursor.peek()?.isASCIILetterOrDigit == true ? .commaExpected : .closingBracketExpected)
    }
    return names
  }

  /// `address ::= '@' blank \S+`, white space being that of Python's `re`
  private mutating func address() throws(RequirementProblem) -> String? {
    guard cursor.take(UInt8(ascii: "@")) else { return nil }
    cursor.skipBlank()
    let start = cursor.position
    while !cursor.isAtEnd, !cursor.isAtPythonWhitespace { cursor.skip() }
    let url = cursor.taken(since: start)
    guard !url.isEmpty else { throw cursor.problem(.urlExpected) }
    return String(decoding: url, as: UTF8.self)
  }

  /// `specifiers ::= '(' blank list blank ')' | list`
  private mutating func specifiers() throws(RequirementProblem) -> [Specifier] {
    guard cursor.take(UInt8(ascii: "(")) else { return try list() }
    cursor.skipBlank()
    let specifiers = try list()
    cursor.skipBlank()
    guard cursor.take(UInt8(ascii: ")")) else {
      throw cursor.problem(cursor.isAtEnd ? .closingParenthesisExpected : .unexpectedText)
    }
    return specifiers
  }

  /// `list ::= set | (clause (blank ',' blank clause)* (blank ',')?)?`
  private mutating func list() throws(RequirementProblem) -> [Specifier] {
    if let set = set() { return set }
    var found: [Specifier] = []
    repeat {
      cursor.skipBlank()
      guard isAtOperator else { break }
      try found.append(contentsOf: clause())
      cursor.skipBlank()
    } while cursor.take(.comma)
    return found
  }

  /// All up to `;`, `)` or the end, if that is a set of specifiers, which every comma separates. There may be one comma
  /// more, at its end (`packaging` 26.4, `_try_parse_specifier_set`).
  private mutating func set() -> [Specifier]? {
    let text = cursor.rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ")") }
    guard text.allSatisfy({ $0 == .tab || (0x20...0x7E).contains($0) }) else { return nil }
    var parser = SpecifierParser(at: ByteCursor(text))
    guard let found = try? parser.wholeSet(), !found.isEmpty else { return nil }
    let commas = text.count { $0 == .comma }
    let isEndedByComma = text.last { !$0.isBlank } == .comma
    guard found.count == commas + 1 || found.count == commas && isEndedByComma else { return nil }
    cursor.skip(text.count)
    return found
  }

  private var isAtOperator: Bool {
    guard let byte = cursor.peek() else { return false }
    return Self.operatorStarts.contains(byte)
  }

  private static let operatorStarts: [UInt8] = Array("=~!<>".utf8)

  /// `clause ::= specifier | '===' space [^\s;)]+`; what follows `===` may hold commas, which separate clauses then,
  /// without blanks around them.
  private mutating func clause() throws(RequirementProblem) -> [Specifier] {
    var parser = SpecifierParser(at: cursor)
    do throws(SpecifierProblem) {
      var found = [try parser.specifier()]
      if found.first?.operator == .arbitrary { found += try parser.directlyFollowing() }
      cursor = parser.cursor
      return found
    } catch {
      throw RequirementProblem(reason: .specifier(error.reason), text: error.text, position: error.position)
    }
  }

  /// `marker ::= (';' condition)? end`
  private mutating func marker() throws(RequirementProblem) -> Marker? {
    guard !cursor.isAtEnd else { return nil }
    guard cursor.take(UInt8(ascii: ";")) else { throw cursor.problem(.unexpectedText) }
    let text = String(decoding: cursor.rest, as: UTF8.self)
    do throws(MarkerProblem) {
      return try markers.marker(text) { () throws(MarkerProblem) in
        var parser = MarkerParser(at: cursor)
        return Marker(try parser.wholeText(), written: text)
      }
    } catch {
      throw RequirementProblem(reason: .marker(error.reason), text: error.text, position: error.position)
    }
  }
}

extension ByteCursor {
  fileprivate func problem(_ reason: RequirementProblem.Reason, at position: Int? = nil) -> RequirementProblem {
    RequirementProblem(reason: reason, text: text, position: position ?? self.position)
  }
}
