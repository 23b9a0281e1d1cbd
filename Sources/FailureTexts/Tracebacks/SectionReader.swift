internal import Probing

/// Reads one traceback, whoever printed it, from its head to the line of its exception and the message's last line.
///
///     section = [header] *(frame [code] [marks] [values]) exception *message
///
/// Any part may be missing, since people paste what they find important.
struct SectionReader {
  let all: [TextLine]
  var index: Int
  var section: TracebackSection
  var frames = FrameCollector()
  /// Of the header, or of the exception that would stand below the frames.
  var indent: Int
  /// What is shown below the frame read last, and has been taken already.
  var hasSource = false
  var sourceColumn = 0
  /// Where the first mark below the source stands, which may be behind its end.
  var markColumn: Int?
  /// Lines that say nothing, since the last one that did.
  var strange = 0

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
    if endsInsideSyntaxError { section.nameSyntaxError() }
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

  mutating func advance() {
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
