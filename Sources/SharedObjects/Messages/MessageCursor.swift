/// Reads on behind a phrase.
struct MessageCursor {
  let text: MessageText
  var position: Int

  /// In bytes; longer names are not read as C++ either.
  static let longestSymbol = DemangledName.longestName

  /// Takes the words if they come next, after white space or none.
  mutating func take(_ words: String) -> Bool {
    let start = text.skipWhiteSpace(from: position)
    guard let end = text.end(of: Array(words.utf8), at: start) else { return false }
    position = end
    return true
  }

  /// Takes all up to the words and these, too, if they stand in this line; gives what stands before them.
  mutating func take(upTo words: String) -> String? {
    let words = Array(words.utf8)
    let end = min(text.bytes.count, position + MessageText.longestName)
    for start in position..<max(position, end) {
      if text.bytes[start] == .newline { return nil }
      guard text.bytes[start] == words.first, let next = text.end(of: words, at: start) else { continue }
      let found = text.string(position..<start)
      position = next
      return found
    }
    return nil
  }

  /// A word up to white space, a comma, a quotation mark or a parenthesis; sentences end with a full stop, names do not.
  mutating func symbol() -> String? {
    let start = skipQuotationMark()
    var end = start
    while end - start < Self.longestSymbol, let byte = text[end], !byte.endsSymbol { end += 1 }
    let isQuoted = text[end]?.isQuotationMark == true
    if !isQuoted { while end > start, text[end - 1] == .dot || text[end - 1] == .colon { end -= 1 } }
    position = isQuoted ? end + 1 : end
    return start < end ? text.string(start..<end) : nil
  }

  /// A name in quotation marks of any kind, or else a word.
  mutating func name() -> String? {
    let start = skipQuotationMark()
    guard let opening = text[start - 1], opening.isQuotationMark else { return symbol() }
    return upTo { $0.isQuotationMark || $0 == .newline }
  }

  /// A file's name up to what ends it or the line; with spaces.
  mutating func file(endedBy isEnd: (UInt8) -> Bool = { _ in false }) -> String? {
    position = text.skipWhiteSpace(from: position)
    return upTo { $0 == .newline || isEnd($0) }
  }

  /// What the system said, behind a colon: up to the end of the sentence, the quotation or the line.
  mutating func reason() -> SystemReason? {
    let before = position
    guard take(":") else { return nil }
    guard let words = upTo({ $0 == .newline || $0.isQuotationMark || $0 == .openingParenthesis || $0 == .dot }) else {
      position = before
      return nil
    }
    return SystemReason(words)
  }

  private mutating func skipQuotationMark() -> Int {
    position = text.skipWhiteSpace(from: position)
    if text[position]?.isQuotationMark == true { position += 1 }
    return position
  }

  /// Without white space at either end; `nil` where nothing is left.
  private mutating func upTo(_ isEnd: (UInt8) -> Bool) -> String? {
    var start = position
    while let byte = text[start], byte == .space { start += 1 }
    var end = start
    while end - start < MessageText.longestName, let byte = text[end], !isEnd(byte) { end += 1 }
    position = end
    if text[end]?.isQuotationMark == true { position += 1 }
    while end > start, let byte = text[end - 1], byte.isWhiteSpace { end -= 1 }
    return start < end ? text.string(start..<end) : nil
  }
}

extension UInt8 {
  fileprivate var endsSymbol: Bool {
    isWhiteSpace || isQuotationMark || self == .comma || self == .openingParenthesis || self == .closingParenthesis
  }
}

extension MessageCursor {
  /// A symbol whose C++ name may go on in the next line: it does where only both parts together can be read.
  mutating func wholeSymbol() -> String? {
    guard let first = symbol()?.asLinked else { return nil }
    guard first.hasPrefix("_Z"), text[position] == .newline, DemangledName(first) == nil else { return first }
    var rest = self
    rest.position += 1
    guard let second = rest.symbol(), DemangledName(first + second) != nil else { return first }
    self = rest
    return first + second
  }
}

extension String {
  /// A name of C++ with the underscores that Markdown takes for emphasis: `ZN2at6Tensor…`, `N2at3mps…`, `*ZN2at…`.
  var asLinked: String {
    if hasPrefix("*Z") {
      return String(decoding: utf8.map { $0 == UInt8(ascii: "*") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }
    if hasPrefix("ZN") || hasPrefix("ZT") || hasPrefix("ZSt") {
      return QualifiedName("_" + self).names.isEmpty ? self : "_" + self
    }
    guard hasPrefix("N"), utf8.dropFirst().first?.isDigit == true, QualifiedName("_Z" + self).names.count > 1 else {
      return self
    }
    return "_Z" + self
  }
}
