internal import Probing

/// An exception as the debugger of Visual Studio Code shows it, the innermost frame first.
///
///     Exception has occurred: ImportError       (note: full exception trace is shown but execution is paused at: <module>)
///     No module named 'b'
///       File "a.py", line 1, in <module> (Current frame)
enum DebuggerReport: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard let rest = lines[index].trimmed.behind("Exception has occurred: "),
      let named = ExceptionLine(rest.prefix { !$0.isBlank })
    else { return nil }
    var section = TracebackSection(lines: lines[index].number...lines[index].number)
    section.name(named)
    section.hasException = true
    let message = lines[(index + 1)...].prefix(messageLimit).prefix { !$0.isBlank && !$0.kind.isFrame }
    section.facts.message = message.map(\.trimmed.text).joined(separator: "\n")
    section.extend(to: message.last?.number ?? lines[index].number)
    let end = takeFrames(lines, from: index + 1 + message.count, to: &section)
    MessageFields.fill(&section.facts)
    return Recognised(
      failure: TextFailure(.exception(section.facts), form: .python, lines: section.lines), end: end)
  }

  private static let messageLimit = 40

  private static func takeFrames(_ lines: [TextLine], from index: Int, to section: inout TracebackSection) -> Int {
    guard index < lines.count, lines[index].kind.isFrame else { return index }
    var reader = SectionReader(lines, from: index)
    let stack = reader.read()
    section.facts.frames = stack.facts.frames.reversed()
    section.extend(to: stack.lines.upperBound)
    return reader.index
  }
}
