/// A text in which messages are looked for: somebody's terminal, so lines may be broken anywhere.
struct MessageText {
  let bytes: [UInt8]

  /// In bytes; PATH_MAX of Linux. What is longer is no file's name.
  static let longestName = 4096

  /// The byte there; `nil` beyond either end.
  subscript(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  /// Where the words end that begin at this place; `nil` if others stand there.
  ///
  /// A space in the words stands for any white space, and a line may end within a word: terminals break lines so.
  func end(of words: [UInt8], at start: Int) -> Int? {
    var position = start
    for (index, letter) in words.enumerated() {
      if letter == .space {
        guard let byte = self[position], byte.isWhiteSpace else { return nil }
        position = skipWhiteSpace(from: position)
        continue
      }
      if index > 0, self[position] != letter { position = skipLineEnd(at: position) }
      guard self[position] == letter else { return nil }
      position += 1
    }
    return position
  }

  func skipWhiteSpace(from start: Int) -> Int {
    var position = start
    while let byte = self[position], byte.isWhiteSpace { position += 1 }
    return position
  }

  private func skipLineEnd(at start: Int) -> Int {
    switch self[start] {
    case .newline: start + 1
    case .carriageReturn where self[start + 1] == .newline: start + 2
    default: start
    }
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}

extension MessageText {
  /// A name that stands before `end`, and where it begins.
  struct Name {
    var text: String
    var start: Int
  }

  /// The name before the colon that stands before `end`, as in `libx.so.1: cannot open …`; `nil` if none does.
  ///
  /// - Parameter limit: What stands before it belongs to another message.
  func name(before end: Int, from limit: Int) -> Name? {
    var colon = end - 1
    while colon >= limit, bytes[colon].isWhiteSpace { colon -= 1 }
    guard colon >= limit, bytes[colon] == .colon else { return nil }
    var last = colon
    while last > limit, bytes[last - 1] == .space { last -= 1 }
    let start = startOfName(endingAt: last, from: max(limit, last - Self.longestName))
    let name = trimmed(start..<last)
    return name.isEmpty ? nil : Name(text: string(name), start: name.lowerBound)
  }

  /// The word before this place in its line.
  func word(before end: Int) -> String? {
    var last = end
    while last > 0, bytes[last - 1] == .space || bytes[last - 1] == 0x09 { last -= 1 }
    var start = last
    while start > 0, last - start < Self.longestName, !bytes[start - 1].isWhiteSpace { start -= 1 }
    return start < last ? string(start..<last) : nil
  }

  /// A name ends at a quotation mark, at a colon with a space, and where its line does.
  private func startOfName(endingAt end: Int, from limit: Int) -> Int {
    var start = end
    while start > limit {
      let byte = bytes[start - 1]
      if byte == .newline || byte.isQuotationMark { break }
      if byte == .colon, start < end, bytes[start].isWhiteSpace { break }
      start -= 1
    }
    return start
  }

  /// Without what stands before the name in the same line. A path may have spaces, a bare name has none.
  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    let start = skipWhiteSpace(from: line.lowerBound)
    guard start < line.upperBound else { return line.upperBound..<line.upperBound }
    if isPath(at: start) { return start..<line.upperBound }
    var lastWord = start
    for position in start..<line.upperBound where bytes[position].isSeparator {
      if position + 1 < line.upperBound, isPath(at: position + 1) { return (position + 1)..<line.upperBound }
      lastWord = position + 1
    }
    return lastWord..<line.upperBound
  }

  private func isPath(at start: Int) -> Bool {
    switch self[start] {
    case .slash: true
    case .tilde, .dot: self[start + 1] == .slash || (self[start + 1] == .dot && self[start + 2] == .slash)
    case .some(let letter) where letter.isLetter: self[start + 1] == .colon && self[start + 2] == .backslash
    default: false
    }
  }
}

extension UInt8 {
  /// What a bare file name cannot have beside it in one word.
  fileprivate var isSeparator: Bool { isWhiteSpace || self == .openingParenthesis || self == .colon }
}
