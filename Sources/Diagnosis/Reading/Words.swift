extension StringProtocol {
  /// What follows the first occurrence of some words.
  func after(_ words: String) -> SubSequence? {
    range(ofWords: words).map { self[$0.upperBound...] }
  }

  /// Where these words stand first; byte for byte.
  func range(ofWords words: String) -> Range<Index>? {
    let (text, wanted) = (utf8, words.utf8)
    guard let first = wanted.first else { return nil }
    var start = text.startIndex
    while let found = text[start...].firstIndex(of: first) {
      if text[found...].starts(with: wanted),
        let end = text.index(found, offsetBy: wanted.count, limitedBy: text.endIndex)
      {
        return found..<end
      }
      start = text.index(after: found)
    }
    return nil
  }

  func contains(anyOf words: [String]) -> Bool { words.contains { range(ofWords: $0) != nil } }

  /// A name in quotation marks at the start.
  var quotedName: String? {
    guard let quote = first, "'\"`‘“".contains(quote) else { return nil }
    // Some editors take the opening mark for both.
    let close: [Character] = quote == "‘" ? ["’", "‘"] : quote == "“" ? ["”", "“"] : [quote]
    let rest = dropFirst()
    guard let end = rest.firstIndex(where: close.contains), end > rest.startIndex else { return nil }
    return String(rest[..<end])
  }

  /// The same, or a dotted name without them.
  var quotedOrBareName: String? {
    if let name = quotedName { return name }
    // The closing mark is lost where a text was cut off.
    let name = (hasPrefix("'") ? dropFirst() : self[...]).prefix {
      $0 == "_" || $0 == "." || $0.isLetter || $0.isNumber
    }
    let trimmed = name.last == "." ? name.dropLast() : name
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// The file that stands in the last pair of parentheses, unless that is a remark of CPython.
  var lastParenthesis: String? {
    var text = self[...]
    for _ in 0..<Self.mostParentheses {
      guard let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else { return nil }
      let inside = text[text.index(after: open)..<close]
      if inside.contains(anyOf: ["/", "\\"]), !inside.hasPrefix("consider renaming") { return String(inside) }
      text = text[..<open]
    }
    return nil
  }

  private static var mostParentheses: Int { 3 }
}

extension String {
  /// Names and numbers, without what stands between them.
  var names: [String] { split { !($0 == "_" || $0.isLetter || $0.isNumber) }.map(String.init) }
  /// Without the ends of lines that a narrow window, or who cited it, put into a sentence of CPython's, which has none.
  var unwrapped: String {
    guard contains("cannot import name "), contains("\n") else { return self }
    return split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
  }
  /// Before the first dot.
  var topLevel: String { String(prefix { $0 != "." }) }
  var lastName: String { split(separator: ".").last.map(String.init) ?? self }
  /// The package that holds it; `nil` at the top.
  var parentModule: String? { lastIndex(of: ".").map { String(self[..<$0]) } }
  var isPrivate: Bool { hasPrefix("_") && !hasPrefix("__") }
  /// Written as constants are (PEP 8); `_C` and its kin are too short for one.
  var isConstant: Bool { utf8.count > 3 && self == uppercased() }
}
