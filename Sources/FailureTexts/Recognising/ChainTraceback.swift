internal import Probing

/// Tracebacks as Python and IPython print them, with those that they follow from; also a lone line of an exception.
enum ChainTraceback: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard begins(lines[index]) else { return nil }
    var chain = ChainReader(lines, from: index)
    guard var section = chain.read(link) else { return nil }
    guard Self.tells(section) else { return nil }
    addStatement(of: &section.facts, from: lines, above: index)
    var failure = TextFailure(.exception(section.facts), form: section.form, lines: section.lines)
    failure.isTruncated = section.isTruncated
    return Recognised(failure: failure, end: chain.index)
  }

  /// Who pastes no frames often pastes the statement that failed.
  private static func addStatement(of facts: inout ExceptionFacts, from lines: [TextLine], above index: Int) {
    guard facts.frames.isEmpty, facts.inner.isEmpty,
      let statement = TypedImports.statement(lines, before: index, thatFailedWith: facts.message)
    else { return }
    var frame = FrameFacts(file: PythonPath(text: "<stdin>"), line: 1, function: "<module>")
    frame.source = statement
    facts.frames = [frame]
  }

  /// A head alone says nothing, unless it names the type, as IPython's does.
  private static func tells(_ section: TracebackSection) -> Bool {
    section.hasException || section.facts.type != "?" || !section.facts.frames.isEmpty || !section.facts.inner.isEmpty
  }

  private static func begins(_ line: TextLine) -> Bool {
    switch line.kind {
    case .header: return true
    case .frame(let form): return form != .ending && form != .located
    case .exception: return isLoneException(line)
    default: return false
    }
  }

  private static func isLoneException(_ line: TextLine) -> Bool {
    guard let named = ExceptionLine(line.trimmed) else { return false }
    return named.hasColon
  }

  private static func link(_ lines: [TextLine], _ index: Int) -> (section: TracebackSection, end: Int)? {
    guard index < lines.count, begins(lines[index]) else { return nil }
    if GroupReader.isBoxed(lines[index]) { return GroupReader.boxed(lines, from: index) }
    var reader = SectionReader(lines, from: index)
    let section = reader.read()
    return (section, reader.index)
  }
}
