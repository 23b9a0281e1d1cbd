internal import Probing

/// What code that does not parse tells of the release of Python that it is for.
extension LanguageFeature {
  /// Of a SyntaxError.
  static func syntax(_ exception: RaisedException, _ minor: Int?, _ isInstalled: Bool) -> LanguageFeature? {
    guard ["SyntaxError", "IndentationError", "TabError"].contains(exception.type) else { return nil }
    let text = exception.syntax?.text?.trimmed ?? exception.deepest?.source ?? ""
    if let known = byMessage(exception.message, minor) { return known }
    // `await` and `return` may stand in some places only, in each release.
    if !exception.message.contains(" outside "), let known = byText(text, minor) { return known }
    return isInstalled ? LanguageFeature("it does not understand the syntax", .likely) : nil
  }

  /// Whether code is Python 2 that no Python 3 reads.
  static func isOfPython2(_ exception: RaisedException) -> Bool {
    let text = exception.syntax?.text?.trimmed ?? exception.deepest?.source ?? ""
    return exception.message.contains(anyOf: writtenIn2) || text.isPython2
  }

  /// What Python 3 says of it.
  private static let writtenIn2 = [
    "Missing parentheses in call to", "multiple exception types must be parenthesized",
    "leading zeros in decimal integer",
  ]

  private static func byMessage(_ message: String, _ minor: Int?) -> LanguageFeature? {
    if message.hasPrefix("Missing parentheses in call to") {
      return LanguageFeature("`print` and `exec` are statements in Python 2 only", .certain)
    }
    if message.contains(anyOf: writtenIn2) { return LanguageFeature("it is written in Python 2", .certain) }
    // `0755` in Python 3 before 3.8, `1_000` before 3.6.
    if message.hasPrefix("invalid token") { return LanguageFeature("another one writes numbers so", .likely) }
    // PEP 701: since 3.12 they are read by the grammar of the language, and not by a reader of their own.
    if message.contains(anyOf: ["f-string: unmatched", "f-string: expecting '}'", "f-string expression part cannot"]) {
      return LanguageFeature("f-strings of this form exist", from: 12, minor)
    }
    if let row = InterpreterWords.addedSyntax.first(where: { message.contains($0.words) }) {
      return LanguageFeature(row.what, from: row.minor, minor)
    }
    return InterpreterWords.removedSyntax.first { message.contains($0.words) }.flatMap { row in
      LanguageFeature(row.what, until: row.minor, minor)
    }
  }

  /// What's New In Python 3.5 to 3.14, "New Features".
  private static func byText(_ text: String, _ minor: Int?) -> LanguageFeature? {
    if text.hasPrefix("print ") && !text.hasPrefix("print (") {
      return LanguageFeature("`print` is a statement", until: 0, minor)
    }
    if text.hasPrefix("except "), text.contains(", "), !text.contains("(") {
      return minor.map { $0 < 14 } ?? true ? LanguageFeature("it is written in Python 2 or for 3.14", .likely) : nil
    }
    if text.isPython2 { return LanguageFeature("this form exists", until: 0, minor) }
    // PEP 414: not in Python 3.0 to 3.2.
    if let minor, minor < 3, text.hasLiteral(prefixed: "u") {
      return LanguageFeature("`u\"…\"` exists in Python 2 and", from: 3, minor)
    }
    if text.hasPrefix("nonlocal ") || text.hasPrefix("raise ") && text.contains(" from ") {
      return LanguageFeature("`\(text.prefix { $0 != " " })` of this form exists", from: 0, minor)
    }
    if text.hasPrefix("print("), text.contains(anyOf: ["end=", "file=", "sep=", "flush="]) {
      return LanguageFeature("`print` is a function", from: 0, minor)
    }
    if text.contains(anyOf: ["yield from "]) { return LanguageFeature("`yield from` exists", from: 3, minor) }
    if text.hasPrefix("async ") || text.contains(anyOf: ["await "]) {
      return LanguageFeature("`async` and `await` exist", from: 5, minor)
    }
    if text.isAnnotatedDefinition { return LanguageFeature("annotations exist", from: 0, minor) }
    if text.isAnnotation { return LanguageFeature("annotations of variables exist", from: 6, minor) }
    if text.hasPrefix("match ") || text.hasPrefix("case ") {
      return LanguageFeature("`match` exists", from: 10, minor)
    }
    if text.hasPrefix("except*") || text.hasPrefix("except *") {
      return LanguageFeature("`except*` exists", from: 11, minor)
    }
    if text.hasPrefix("type "), text.contains("=") {
      return LanguageFeature("`type` statements exist", from: 12, minor)
    }
    if text.contains(":=") { return LanguageFeature("`:=` exists", from: 8, minor) }
    if text.hasPrefix("def "), text.contains("/,") || text.contains("/)") {
      return LanguageFeature("positional-only parameters exist", from: 8, minor)
    }
    if text.hasPrefix("def ") || text.hasPrefix("class "), text.contains("["), text.contains("](") {
      return LanguageFeature("type parameters exist", from: 12, minor)
    }
    if text.contains(anyOf: ["f\"", "f'"]) {
      return LanguageFeature("f-strings exist", from: 6, minor)
        ?? LanguageFeature("f-strings of this form exist", from: 12, minor)
    }
    if text.contains(anyOf: ["async=", "async =", "async)", ".async", "import async"]) {
      return LanguageFeature("`async` is a name", until: 7, minor)
    }
    return nil
  }
}

extension String {
  /// `raise E, "x"`, `except E, e`, `print x`, `exec "x"`, `a <> b`.
  fileprivate var isPython2: Bool {
    if hasPrefix("raise ") { return prefix { $0 != "(" }.contains(", ") }
    if hasPrefix("except ") { return contains(", ") && !contains("(") }
    if hasPrefix("print ") { return !hasPrefix("print (") }
    return hasPrefix("exec \"") || hasPrefix("exec '") || contains(" <> ") || hasLiteral(prefixed: "ur")
      || hasLongInteger || contains(anyOf: ["lambda (", "lambda("])
      || hasPrefix("def ") && contains(anyOf: ["((", ", ("])
  }

  /// `ur"x"`.
  fileprivate func hasLiteral(prefixed prefix: String) -> Bool {
    let words =
      split(separator: "\"", omittingEmptySubsequences: false).dropLast()
      + split(separator: "'", omittingEmptySubsequences: false).dropLast()
    return words.contains { word in
      guard word.lowercased().hasSuffix(prefix) else { return false }
      return word.dropLast(prefix.count).last.map { !($0 == "_" || $0.isLetter || $0.isNumber) } ?? true
    }
  }

  /// `10L`, `0xFFL`.
  private var hasLongInteger: Bool {
    names.contains { name in
      name.last == "L" && name.first?.isNumber == true && name.dropLast().allSatisfy { $0.isHexDigit || $0 == "x" }
    }
  }

  /// `def f(x: int) -> str:`, a line that is whole (PEP 3107).
  fileprivate var isAnnotatedDefinition: Bool {
    guard hasPrefix("def ") || hasPrefix("async def "), hasSuffix(":"), let inside = after("(") else { return false }
    return inside.contains(anyOf: [") -> ", ")->"]) || inside.dropLast().contains(": ")
  }

  /// `x: int` and `x: List[str] = []` (PEP 526); no entry of a dictionary.
  fileprivate var isAnnotation: Bool {
    guard let colon = range(ofWords: ": "), let type = self[colon.upperBound...].first, !hasSuffix(",") else {
      return false
    }
    let name = self[..<colon.lowerBound]
    let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
    guard isName, name.allSatisfy({ $0.isLetter || $0.isNumber || "_.".contains($0) }), !Self.blocks.contains(name)
    else { return false }
    let word = self[colon.upperBound...].prefix { $0.isLetter || $0.isNumber || "_.".contains($0) }
    return type.isUppercase || Self.types.contains(word) || word.contains(".")
  }

  private static let blocks: Set<Substring> = ["else", "try", "finally", "lambda", "except"]
  private static let types: Set<Substring> = [
    "int", "str", "float", "bool", "bytes", "list", "dict", "tuple", "set", "object", "type",
  ]
}
