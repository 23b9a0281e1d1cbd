internal import Probing

/// Reads one traceback, whoever printed it, from its head to the line of its exception and the message's last line.
///
///     section = [header] *(frame [code] [marks] [values]) exception *message
///
/// Any part may be missing, since people paste what they find important.
struct SectionReader {
  private let all: [TextLine]
  private(set) var index: Int
  private var section: TracebackSection
  private var frames = FrameCollector()
  /// Of the header, or of the exception that would stand below the frames.
  private var indent: Int
  /// What is shown below the frame read last, and has been taken already.
  private var hasSource = false
  private var sourceColumn = 0
  /// Where the first mark below the source stands, which may be behind its end.
  private var markColumn: Int?
  /// Lines that say nothing, since the last one that did.
  private var strange = 0
  /// More of those end a traceback that was cut off.
  private static let strangeLimit = 3

  /// - Parameter index: Of a header, a frame or an exception.
  init(_ all: [TextLine], from index: Int) {
    self.all = all
    self.index = index
    let first = all[index]
    section = TracebackSection(lines: first.number...first.number)
    indent = first.kind.isFrame ? max(0, first.indent - 2) : first.indent
  }

  /// The exception below frames that were read from another form; for a line that is none, a section without one.
  init(_ all: [TextLine], from index: Int, below section: TracebackSection, frames: FrameCollector) {
    self.all = all
    self.index = index
    self.section = section
    self.frames = frames
    indent = index < all.count ? all[index].indent : 0
    hasSource = true
  }

  mutating func readException() -> TracebackSection {
    if index < all.count { _ = endsWith(all[index]) }
    return finished()
  }

  mutating func read() -> TracebackSection {
    readHeader()
    while index < all.count, readLine(all[index]) {}
    return finished()
  }

  private mutating func finished() -> TracebackSection {
    section.facts.frames = frames.frames
    if BuiltinExceptions.ofSyntax.contains(section.facts.type) { takeSyntax() }
    MessageFields.fill(&section.facts)
    return section
  }

  private mutating func readHeader() {
    guard all[index].kind == .header else { return }
    section.hasHeader = true
    // IPython: `ImportError                               Traceback (most recent call last)`
    let line = all[index].trimmed
    if let gap = line.offset(of: "  "), gap > 0, let named = ExceptionLine(line.prefix(gap)) {
      section.name(named)
      section.form = .ipython
    }
    // numpy prints the first frame behind it (numpy/_core/src/multiarray/npy_import.c and others before).
    if let frame = FrameLine.python(line)?.frame { take(frame, .python) } else { index += 1 }
  }

  /// Whether reading goes on behind this line.
  private mutating func readLine(_ line: TextLine) -> Bool {
    if isSource(line) {
      takeSource(line)
      return true
    }
    if let form = frameForm(line), let frame = form.frame(line.trimmed) {
      take(frame, form)
      return true
    }
    if endsWith(line) { return false }
    switch line.kind {
    case .header, .cause, .context, .fence, .fatal, .stack, .groupRule, .assertion: return false
    case .blank: index += 1
    case .repeated: takeRepeated(line)
    case .marks: takeMarks(line)
    case .numbered: takeNumbered(line)
    case .snip: takeGap()
    case .frame, .exception, .rule, .pointed, .text: return takeOther(line)
    }
    return true
  }

  /// The line below a frame that stands deeper is its code, whatever it looks like.
  private func isSource(_ line: TextLine) -> Bool {
    !hasSource && !frames.isEmpty && section.form != .ipython && line.indent > indent + 2 && !line.isBlank
  }

  private func frameForm(_ line: TextLine) -> FrameForm? {
    if case .frame(let form) = line.kind { return form == .ending ? nil : form }
    // Only here, since ` in ` stands in too many lines.
    guard section.form == .ipython, line.kind == .text, line.indent == indent else { return nil }
    return FrameLine.classic(line.trimmed) == nil ? nil : .input
  }

  private mutating func take(_ frame: FrameFacts, _ form: FrameForm) {
    if form == .ipython || form == .cell || form == .input { section.form = .ipython }
    if frames.isEmpty, !section.hasHeader { indent = min(indent, max(0, all[index].indent - 2)) }
    frames.append(frame)
    hasSource = false
    markColumn = nil
    advance()
  }

  private mutating func advance() {
    section.extend(to: all[index].number)
    strange = 0
    index += 1
  }

  private mutating func takeRepeated(_ line: TextLine) {
    let digits = line.trimmed.split(at: "repeated ")?.after.prefix(while: \.isDigit)
    frames.repeatLast(digits?.number ?? 0)
    advance()
  }

  private mutating func takeGap() {
    section.hasGap = true
    hasSource = true
    index += 1
  }
}

// MARK: - What stands below a frame

extension SectionReader {
  private mutating func takeOther(_ line: TextLine) -> Bool {
    if !hasSource, !frames.isEmpty, frames.current?.source == nil, line.kind != .rule {
      takeSource(line)
      return true
    }
    if takeValue(line) { return true }
    if line.level != nil || section.form == .exceptionLine { return false }
    strange += 1
    index += 1
    if strange > Self.strangeLimit { return false }
    // The rest of a statement of several lines stands as deep as its beginning.
    if line.indent > indent + 2 { strange = 0 }
    return true
  }

  private mutating func takeSource(_ line: TextLine) {
    frames.current?.source = line.trimmed.text
    sourceColumn = line.indent
    hasSource = true
    advance()
  }

  private mutating func takeMarks(_ line: TextLine) {
    if let source = frames.current?.source, frames.current?.mark == nil {
      let start = line.indent - sourceColumn
      let end = min(line.content.count - sourceColumn, source.utf8.count)
      if start >= 0, start < end { frames.current?.mark = start..<end }
      markColumn = markColumn ?? start
    }
    advance()
  }

  /// `----> 3 code` is the line that failed; the others surround it.
  private mutating func takeNumbered(_ line: TextLine) {
    if line.trimmed.first == UInt8(ascii: "-"), let code = line.trimmed.split(at: "> ")?.after {
      let digits = code.drop(while: \.isBlank).prefix(while: \.isDigit)
      frames.current?.source = code[digits.endIndex...].trimmed.text
      frames.current?.mark = nil
      if frames.current?.line == 0 { frames.current?.line = digits.number ?? 0 }
    }
    hasSource = true
    advance()
  }

  /// loguru points from a name in the code to its value: `│   └ 3`.
  private mutating func takeValue(_ line: TextLine) -> Bool {
    let arrow = "└ "
    guard let offset = line.content.offset(of: arrow), let source = frames.current?.source else { return false }
    let lead = line.content.prefix(offset)
    guard lead.allSatisfy({ $0.isBlank || $0 >= 0x80 }) else { return false }
    // Each `│` has three bytes and one column.
    let column = lead.count { $0 < 0x80 || $0 >= 0xC0 } - sourceColumn
    let code = Array(source.utf8)
    guard column >= 0, column < code.count else { return false }
    let name = code[column...].prefix(while: \.isNamePart)
    let value = line.content.dropFirst(offset + arrow.utf8.count)
    if !name.isEmpty { frames.current?.variables.append(VariableFacts(name: name.text, value: value.text)) }
    section.form = .loguru
    advance()
    return true
  }
}

// MARK: - The line of the exception

extension SectionReader {
  /// Takes the line of the exception and its message, if this is it.
  private mutating func endsWith(_ line: TextLine) -> Bool {
    guard let named = exceptionLine(line) else { return takeMessageAlone(line) }
    if frames.isEmpty, !section.hasHeader { section.form = .exceptionLine }
    section.name(named)
    section.hasException = true
    var message = MessageLines(named.message, in: line)
    section.extend(to: line.number)
    index = message.take(all, from: index + 1)
    section.extend(to: all[index - 1].number)
    section.facts.message = text(message.lines)
    section.hasGap = section.hasGap || message.hasGap
    takeNotes(line)
    return true
  }

  private func exceptionLine(_ line: TextLine) -> ExceptionLine? {
    guard line.kind == .exception || line.kind == .text, let named = ExceptionLine(line.trimmed) else { return nil }
    if line.kind == .exception {
      // Code may begin so, too: `ImportError: x` in a doc string, one step deeper than its frame.
      return frames.isEmpty || hasSource || line.indent <= indent + 2 ? named : nil
    }
    guard section.hasHeader, !frames.isEmpty, line.indent <= indent else { return nil }
    return named.type.first?.isUpper == true || named.type.count < named.qualifiedType.count ? named : nil
  }

  /// A message whose type was cut off, at the place where the exception must stand.
  private mutating func takeMessageAlone(_ line: TextLine) -> Bool {
    guard section.hasGap || strange > 0, line.kind == .text, !frames.isEmpty, line.indent <= indent,
      !line.phrases.isDisjoint(with: [.failure, .loader]), line.level == nil
    else { return false }
    section.facts.message = line.trimmed.text
    section.extend(to: line.number)
    index += 1
    return true
  }

  /// What `add_note` added (PEP 678), below a message that has one line by itself.
  private mutating func takeNotes(_ line: TextLine) {
    guard !frames.isEmpty, !section.facts.message.utf8.contains(.lineFeed), index < all.count, !all[index].isBlank
    else { return }
    var notes = MessageLines([], in: line)
    let end = notes.take(all, from: index)
    guard end > index else { return }
    section.facts.notes = notes.lines.dropFirst().map(\.text)
    section.extend(to: all[end - 1].number)
    index = end
  }

  private func text(_ lines: [Bytes]) -> String {
    var lines = lines[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(\.text).joined(separator: "\n")
  }

  /// What looks like the innermost frame is the place in code that Python could not read.
  private mutating func takeSyntax() {
    guard let frame = section.facts.frames.last else { return }
    guard frame.function == "?" || section.form == .ipython && markColumn != nil else { return }
    section.facts.frames.removeLast()
    section.facts.syntax = SyntaxFacts(
      file: frame.file, line: frame.line == 0 ? nil : frame.line,
      column: markColumn.map { max(0, $0) + 1 }, text: frame.source)
  }
}
