/// Failures as pytest reports them in its own forms; `--tb=native` is Python's.
enum PytestReport: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard begins(lines[index]) else { return nil }
    var chain = ChainReader(lines, from: index)
    let read = chain.read { lines, index in
      var reader = PytestReader(lines, from: index)
      return reader.read().map { ($0, reader.index) }
    }
    guard let section = read else { return nil }
    var failure = TextFailure(.exception(section.facts), form: .pytest, lines: section.lines)
    failure.isTruncated = !section.hasException
    return Recognised(failure: failure, end: chain.index)
  }

  private static func begins(_ line: TextLine) -> Bool {
    switch line.kind {
    case .frame(.located), .assertion, .pointed: true
    default: false
    }
  }
}
