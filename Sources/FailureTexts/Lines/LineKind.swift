/// What a line is by itself, before its neighbours are asked.
enum LineKind {
  case blank
  /// ```` ``` ```` of Markdown.
  case fence
  /// `Traceback (most recent call last):`, in any form.
  case header
  /// A place in a file: of Python, IPython or pytest.
  case frame(FrameForm)
  case repeated
  /// `~~~^^^`
  case marks
  case cause, context
  /// `+-+---- 1 ----` and its like, in an exception group (PEP 654).
  case groupRule
  /// A type that ends like those of exceptions, and a message.
  case exception
  /// `E   …` of pytest.
  case assertion
  /// `>   code` of pytest: the line of a function that failed.
  case pointed
  /// `----> 12 code`, or a numbered line of code beside it.
  case numbered
  /// `...` and what else stands for something left out.
  case snip
  /// `-----` or `=====`, perhaps with words in it, from edge to edge.
  case rule
  case fatal, stack
  /// Nothing that is known.
  case text

  init(_ content: Bytes, _ phrases: PhraseSet) {
    let trimmed = content.drop(while: \.isBlank)
    guard let first = trimmed.first else {
      self = .blank
      return
    }
    self = Self.marked(phrases) ?? Self.shaped(trimmed, first, phrases) ?? .text
  }

  private static func marked(_ phrases: PhraseSet) -> LineKind? {
    guard !phrases.isDisjoint(with: [.header, .cause, .context, .repeated, .fatal, .stack]) else { return nil }
    if phrases.contains(.header) { return .header }
    if phrases.contains(.cause) { return .cause }
    if phrases.contains(.context) { return .context }
    if phrases.contains(.repeated) { return .repeated }
    return phrases.contains(.fatal) ? .fatal : .stack
  }

  private static func shaped(_ line: Bytes, _ first: UInt8, _ phrases: PhraseSet) -> LineKind? {
    if let form = FrameForm(line, phrases) { return .frame(form) }
    switch first {
    case UInt8(ascii: "`"): if line.begins(with: "```") { return .fence }
    case UInt8(ascii: "^"), UInt8(ascii: "~"): if isMarks(line) { return .marks }
    case UInt8(ascii: "+"): if line.dropFirst().first == UInt8(ascii: "-") { return .groupRule }
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): if let kind = ruled(line) { return kind }
    case UInt8(ascii: ">"): if line.begins(with: ">   ") { return .pointed }
    case UInt8(ascii: "E"): if line.begins(with: "E  ") { return .assertion }
    default: break
    }
    if isSnip(line) { return .snip }
    if first.isDigit { return isNumbered(line) ? .numbered : nil }
    return ExceptionLine(line)?.isPlausible == true ? .exception : nil
  }

  private static func isMarks(_ line: Bytes) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") || $0 == .space }
  }

  /// `----> 12 code` or a rule.
  private static func ruled(_ line: Bytes) -> LineKind? {
    let sign = line.first
    let rest = line.drop { $0 == sign }
    if rest.first == UInt8(ascii: ">") { return isNumbered(rest.dropFirst().trimmed) ? .numbered : nil }
    return line.count > 3 && line.prefix(3).allSatisfy { $0 == sign || $0 == .space } && line.last == sign
      ? .rule : nil
  }

  private static func isNumbered(_ line: Bytes) -> Bool {
    let digits = line.prefix(while: \.isDigit)
    return (1...7).contains(digits.count) && (digits.count == line.count || line[digits.endIndex].isBlank)
  }

  private static let snips: Set<String> = [
    "...", "....", "…", "[...]", "[…]", "(...)", "[snip]", "<snip>", "*snip*", "[truncated]", "[..]", "..",
    "<truncated>", "(truncated)", "[omitted]", "... (truncated)", "[cut]", "--snip--", "# ...",
  ]

  private static func isSnip(_ line: Bytes) -> Bool {
    guard line.count <= 60 else { return false }
    if line.begins(with: "[... skipping") || line.begins(with: "... ") && line.last == UInt8(ascii: ".") { return true }
    return line.count <= 16 && snips.contains(line.text)
  }
}

extension LineKind {
  var isFrame: Bool { if case .frame = self { true } else { false } }
}

extension LineKind: Equatable {}
