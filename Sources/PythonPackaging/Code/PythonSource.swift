/// The source text of a module as statements: as much of Python's syntax as tells what it imports.
package struct PythonSource: Sendable {
  let bytes: [UInt8]
  let tokens: [PythonToken]
  let statements: [PythonStatement]

  /// Anything may be handed in: what is no Python makes statements that say nothing.
  package init(_ bytes: [UInt8]) {
    var reading = StatementReading(bytes)
    reading.read()
    (self.bytes, tokens, statements) = (bytes, reading.tokens, reading.statements)
  }

  /// Whether a word stands in the code, or in a string of it; not in comments and not in what documents the code.
  package func mentions(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return statements.contains { statement in
      let tokens = tokens[statement.tokens]
      return tokens.contains { $0.kind != .string } && tokens.contains { bytes[$0.range].containsWord(word) }
    }
  }

  /// The words and signs of a statement, without its strings.
  func pieces(_ statement: PythonStatement) -> [String] {
    tokens[statement.tokens].filter { $0.kind != .string }.map(text)
  }

  /// The names, keywords and numbers of a statement.
  func words(_ statement: PythonStatement) -> [String] {
    tokens[statement.tokens].filter { $0.kind == .word }.map(text)
  }

  /// The strings of a statement that names one of these functions; most name none.
  func strings(_ statement: PythonStatement, naming functions: [StaticString]) -> [String] {
    let tokens = tokens[statement.tokens]
    let isNamed = tokens.contains { token in
      token.kind == .word && functions.contains { $0.utf8CodeUnitCount == token.range.count && "\($0)" == text(token) }
    }
    return isNamed ? tokens.filter { $0.kind == .string }.map(text) : []
  }

  private func text(_ token: PythonToken) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  /// Whether a name stands here that is no part of a longer one.
  func containsWord(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    var place = startIndex
    while let start = self[place...].firstIndex(of: first) {
      let end = start + word.count
      let isWhole =
        (start == startIndex || !self[start - 1].isPartOfPythonName)
        && (end >= endIndex || !self[end].isPartOfPythonName)
      if isWhole, self[start...].starts(with: word) { return true }
      place = start + 1
    }
    return false
  }
}

extension [UInt8] {
  /// Whether a name stands here that is no part of a longer one.
  package func containsWord(_ word: [UInt8]) -> Bool { self[...].containsWord(word) }
}
