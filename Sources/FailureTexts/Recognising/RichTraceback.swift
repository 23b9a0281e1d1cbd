internal import Probing

/// Tracebacks as rich draws them: a box with places, code and perhaps local variables, and the exception below it.
enum RichTraceback: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard begins(lines[index]) else { return nil }
    var chain = ChainReader(lines, from: index)
    guard let section = chain.read(link) else { return nil }
    var failure = TextFailure(.exception(section.facts), form: .rich, lines: section.lines)
    failure.isTruncated = section.isTruncated
    return Recognised(failure: failure, end: chain.index)
  }

  /// The upper edge of the box, of signs or in ASCII.
  private static func begins(_ line: TextLine) -> Bool {
    line.kind == .header && (line.trimmed.begins(with: "╭") || line.trimmed.begins(with: "+--"))
  }

  private static func link(_ lines: [TextLine], _ index: Int) -> (section: TracebackSection, end: Int)? {
    guard index < lines.count, begins(lines[index]) else { return nil }
    var box = RichBox(number: lines[index].number)
    var end = index + 1
    while end < lines.count, box.take(lines[end]) { end += 1 }
    if end < lines.count, RichBox.isEdge(lines[end].trimmed) { end += 1 }
    var reader = SectionReader(lines, from: end, below: box.section, frames: box.frames)
    var section = reader.readException()
    section.form = .rich
    section.facts.message = unwrapped(section.facts, width: lines[index].content.text.count)
    return (section, reader.index)
  }

  /// rich breaks lines between words at the width of the box: a line that the next word did not fit into was broken.
  private static func unwrapped(_ facts: ExceptionFacts, width: Int) -> String {
    let lines = facts.message.split(separator: "\n", omittingEmptySubsequences: false)
    guard var text = lines.first.map(String.init) else { return facts.message }
    var column = facts.type.count + 2 + text.count
    for line in lines.dropFirst() {
      let word = line.prefix { $0 != " " }.count
      let isBroken = word > 0 && column + 1 + word > width
      text += (isBroken ? " " : "\n") + line
      column = line.count
    }
    return text
  }
}
