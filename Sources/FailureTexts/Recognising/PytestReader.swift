internal import Probing

/// Reads one link of a chain in pytest's forms.
///
///     short = *("F:N: in NAME" code) *("E   " message)
///     long  = *(code ">   " code "F:N: ") code ">   " code *("E   " message) "F:N: TYPE"
struct PytestReader {
  private let all: [TextLine]
  private(set) var index: Int
  private var section: TracebackSection
  private var frames = FrameCollector()
  private var pointed: String?
  /// The function whose code is shown.
  private var function: String?
  private var sourceColumn = 0
  /// Whether what is read next may be the code of the frame above.
  private var wantsSource = false
  private var skipped = 0
  /// The code of one function is not longer than this; more lines without a sign of pytest end a report.
  private static let skippedLimit = 300

  init(_ all: [TextLine], from index: Int) {
    self.all = all
    self.index = index
    section = TracebackSection(lines: all[index].number...all[index].number)
    for line in all[max(0, index - Self.headLimit)..<index] { noteFunction(line) }
  }

  /// The head of a function stands above the line that failed, though not so far above as to look for it long.
  private static let headLimit = 40

  private mutating func noteFunction(_ line: TextLine) {
    if line.kind == .rule { function = nil }
    guard let name = line.trimmed.behind("def ") ?? line.trimmed.behind("async def ") else { return }
    let called = name.prefix(while: \.isNamePart)
    if !called.isEmpty { function = called.text }
  }

  /// `nil` where no exception and no place was found.
  mutating func read() -> TracebackSection? {
    while index < all.count, readLine(all[index]) {}
    section.form = .pytest
    section.facts.frames = frames.frames
    guard section.hasException || !frames.isEmpty else { return nil }
    MessageFields.fill(&section.facts)
    return section
  }

  private mutating func readLine(_ line: TextLine) -> Bool {
    switch line.kind {
    case .frame(.located), .frame(.ending):
      guard case .frame(let form) = line.kind, let frame = form.frame(line.trimmed) else { return false }
      take(frame, isEnding: form == .ending)
    case .pointed: pointed = line.trimmed.dropFirst().trimmed.text
    case .marks: takeMarks(line)
    case .assertion:
      takeMessage()
      return false
    case .header, .fatal, .stack, .fence, .cause, .context, .exception: return false
    case .rule where !isBetweenFrames(line): return false
    default: return skip(line)
    }
    skipped = 0
    section.extend(to: line.number)
    index += 1
    return true
  }

  private mutating func take(_ frame: FrameFacts, isEnding: Bool) {
    frames.append(frame)
    if isEnding {
      frames.current?.source = pointed
      frames.current?.function = function ?? frame.function
      function = nil
    }
    wantsSource = !isEnding
    pointed = nil
  }

  /// `_ _ _ _`; a rule with words in it begins something else.
  private func isBetweenFrames(_ line: TextLine) -> Bool { line.trimmed.begins(with: "_ _") }

  private mutating func skip(_ line: TextLine) -> Bool {
    skipped += 1
    noteFunction(line)
    guard skipped <= Self.skippedLimit else { return false }
    if wantsSource, line.kind == .text {
      frames.current?.source = line.trimmed.text
      wantsSource = false
      sourceColumn = line.indent
      section.extend(to: line.number)
    }
    index += 1
    return true
  }

  private mutating func takeMarks(_ line: TextLine) {
    guard pointed == nil, frames.current?.mark == nil, let source = frames.current?.source else { return }
    let start = line.indent - sourceColumn
    let end = min(line.content.count - sourceColumn, source.utf8.count)
    if start >= 0, start < end { frames.current?.mark = start..<end }
  }

  private mutating func takeMessage() {
    var lines: [Bytes] = []
    let indent = all[index].trimmed.dropFirst().prefix(while: \.isBlank).count
    while index < all.count, all[index].kind == .assertion || all[index].content == [UInt8(ascii: "E")] {
      let behind = all[index].trimmed.dropFirst()
      if lines.count < MessageLines.limit {
        lines.append(behind.dropFirst(min(indent, behind.prefix(while: \.isBlank).count)))
      }
      section.extend(to: all[index].number)
      index += 1
    }
    section.hasException = true
    if let first = lines.first, let named = ExceptionLine(first), named.isPlausible || named.hasColon {
      section.name(named)
      lines[0] = named.message
    }
    section.facts.message = lines.map(\.text).joined(separator: "\n")
    takePlaceBelow()
  }

  /// The long form tells the place of the last frame behind the message, and the type once more.
  private mutating func takePlaceBelow() {
    guard let place = all[index...].prefix(3).firstIndex(where: { !$0.isBlank }), all[place].kind == .frame(.ending),
      let frame = FrameForm.ending.frame(all[place].trimmed)
    else { return }
    take(frame, isEnding: true)
    section.extend(to: all[place].number)
    index = place + 1
    let type = all[place].trimmed.split(at: ": ")?.after ?? []
    if section.facts.type == "?", let named = ExceptionLine(type) { section.name(named) }
  }
}
