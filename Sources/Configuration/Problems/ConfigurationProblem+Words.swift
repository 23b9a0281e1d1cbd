extension ConfigurationProblem {
  /// One sentence, which begins with the place; for a syntax error two more lines show it. Control characters of the
  /// file are not made harmless here, as in all of this program's values.
  package var message: String {
    switch self {
    case .unreadable(let file, let error): "\(file) cannot be read: \(error)"
    case .tooLong(let file): "\(file) is longer than 1 MiB; no project's file is"
    case .notUTF8(let place): "\(place): not UTF-8, which TOML has to be"
    case .nullByte(let place): "\(place): a NUL byte, which TOML does not admit"
    case .tooDeep(let place): "\(place): nested more than \(TOMLScan.deepest) deep; that is not read"
    case .nullCharacter(let place): "\(place): [tool.realimport] holds the character U+0000"
    case .syntax(let place, let reason, let excerpt):
      "\(place): \(reason)" + (excerpt.map { "\n  \($0.text)\n  \($0.caret)" } ?? "")
    case .unknownKey(let place, let name, let suggestion, let known):
      "\(place): unknown key \(name); \(Self.advice(suggestion, known))"
    case .wrongType(let place, let name, let expected, let found):
      "\(place): \(name) must be \(expected), not \(found)"
    case .wrongValue(let place, let name, let reason): "\(place): \(name) \(reason)"
    case .unknownSuite(let name, let place):
      (place.map { "\($0): " } ?? "") + "there is no suite `\(name)`; \(Self.suites)"
    case .tableExists(let place): "\(place): there is a table [tool.realimport] already; it is left as it is"
    case .cannotAppend(let file): "\(file) holds `tool` in a form that [tool.realimport] cannot be added to"
    case .unwritable(let file, let error): "\(file) cannot be written: \(error)"
    }
  }

  private static func advice(_ suggestion: String?, _ known: [String]) -> String {
    if let suggestion { return "did you mean `\(suggestion)`?" }
    return "there are \(known.map { "`\($0)`" }.joined(separator: ", "))"
  }

  private static var suites: String {
    let names = Suite.all.map { "`\($0.name)`" }.joined(separator: ", ")
    return Suite.all.count == 1 ? "the only one is \(names)" : "there are \(names)"
  }
}
