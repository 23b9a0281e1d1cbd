internal import Probing

/// A failure in one line of pytest: of its summary, or of `--tb=line`.
///
///     ERROR tests/test_x.py - ImportError: …
///     /x/tests/test_x.py:3: ModuleNotFoundError: …
enum PytestSummary: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    let line = lines[index]
    guard let named = exception(line) else { return nil }
    var section = TracebackSection(lines: line.number...line.number)
    section.name(named)
    section.facts.message = named.message.text
    if let (place, _) = line.trimmed.split(at: ": "), let frame = FrameLine.pytest(place + [.colon])?.frame {
      section.facts.frames = [frame]
    }
    MessageFields.fill(&section.facts)
    let failure = TextFailure(.exception(section.facts), form: .pytest, lines: section.lines)
    return Recognised(failure: failure, end: index + 1)
  }

  private static func exception(_ line: TextLine) -> ExceptionLine? {
    let content = line.trimmed
    let rest: Bytes?
    if content.begins(with: "ERROR ") || content.begins(with: "FAILED ") {
      rest = content.split(at: " - ")?.after
    } else if line.phrases.contains(.place), content.first == UInt8(ascii: "/") {
      rest = content.split(at: ": ")?.after
    } else {
      rest = nil
    }
    guard let rest, let named = ExceptionLine(rest), named.isPlausible else { return nil }
    return named
  }

  /// What an earlier failure of the same run tells already.
  static func isRepetition(_ failure: TextFailure, of earlier: [TextFailure]) -> Bool {
    guard failure.form == .pytest, let facts = failure.exception, failure.lines.count == 1 else { return false }
    let message = facts.message.hasSuffix("...") ? String(facts.message.dropLast(3)) : facts.message
    return earlier.contains { other in
      guard let known = other.exception, known.type == facts.type else { return false }
      return known.message.hasPrefix(message)
    }
  }
}
