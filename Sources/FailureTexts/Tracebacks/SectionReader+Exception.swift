internal import Probing

/// The line of the exception, with its message and its notes.
extension SectionReader {
  /// Takes the line of the exception and its message, if this is it.
  mutating func endsWith(_ line: TextLine) -> Bool {
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

  /// Whether the text was cut off below the code that Python could not read: of such alone it gives a place without a
  /// function (Lib/traceback.py, `TracebackException._format_syntax_error`).
  var endsInsideSyntaxError: Bool {
    !section.hasException && section.facts.type == "?" && section.facts.message.isEmpty && section.form == .python
      && hasSource && section.facts.frames.last.map { $0.function == "?" && $0.source != nil } ?? false
  }

  /// What looks like the innermost frame is the place in code that Python could not read.
  mutating func takeSyntax() {
    guard let frame = section.facts.frames.last else { return }
    guard frame.function == "?" || section.form == .ipython && markColumn != nil else { return }
    section.facts.frames.removeLast()
    section.facts.syntax = SyntaxFacts(
      file: frame.file, line: frame.line == 0 ? nil : frame.line,
      column: markColumn.map { max(0, $0) + 1 }, text: frame.source)
  }
}
