/// A line of a text, cleaned, without what a logger put before it, and what it looks like.
struct TextLine {
  /// In the lines of the whole text, from 1.
  let number: Int
  /// Without blanks at its end.
  private(set) var content: Bytes
  private(set) var indent: Int
  let level: LogLevel?
  /// What a logger put before it; empty where none did.
  let prefix: Bytes
  /// A person typed it at a prompt.
  let isInput: Bool
  private(set) var phrases: PhraseSet
  private(set) var kind: LineKind

  /// - Parameter line: With its prefix, without blanks at its end.
  init(number: Int, _ line: Bytes, prefix: LogPrefix, scanner: PhraseScanner) {
    let content = line.dropFirst(prefix.length)
    self.number = number
    self.content = content
    self.prefix = prefix.isDated ? line.prefix(prefix.length) : []
    level = prefix.level
    isInput = prefix.isInput
    phrases = scanner.phrases(in: content)
    indent = Self.indent(of: content)
    kind = LineKind(content, phrases)
  }

  /// Without blanks at either end.
  var trimmed: Bytes { content.dropFirst(indent) }

  var isBlank: Bool { kind == .blank }

  /// The line without the box that was drawn around it.
  func with(content: Bytes) -> TextLine {
    joined(content.withoutTrailingBlanks, phrases: phrases)
  }

  /// The line with what stood in the next one.
  func joined(_ content: Bytes, phrases: PhraseSet) -> TextLine {
    var line = self
    line.content = content
    line.indent = Self.indent(of: content)
    line.phrases = phrases
    line.kind = LineKind(content, phrases)
    return line
  }

  private static func indent(of content: Bytes) -> Int { content.prefix(while: \.isBlank).count }
}
