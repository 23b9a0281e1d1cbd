/// Why text is no TOML document, or none that is read; lines and columns count from 1.
enum TOMLProblem: Error, Sendable, Equatable {
  case notUTF8(line: Int)
  case nullByte(line: Int)
  /// Tables, arrays or dotted keys within one another, more than ``TOMLScan`` admits.
  case tooDeep(line: Int)
  /// A string or key holds U+0000.
  case nullCharacter
  /// The parser's reason; the column counts characters.
  case syntax(line: Int, column: Int, reason: String)
}
