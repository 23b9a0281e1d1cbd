/// One form in which a text tells of a failure.
protocol Recogniser: Sendable {
  /// The failure that begins at a line, and the first line behind it; `nil` where none of this form does.
  ///
  /// What is looked at and not taken must be few lines, since every line is asked about.
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised?
}

struct Recognised {
  var failure: TextFailure
  var end: Int
}

/// Finds the failures among the lines of one process.
enum FailureScan {
  /// The first that takes a line has it.
  static let recognisers: [any Recogniser.Type] = [
    RichTraceback.self, PytestReport.self, PytestSummary.self, DebuggerReport.self, ChainTraceback.self,
    FatalErrorReport.self, ProgramNotice.self, LoaderLine.self, DeathLine.self,
  ]

  /// More failures are not looked for.
  static let limit = 1000

  static func failures(_ lines: [TextLine]) -> [TextFailure] {
    var found: [TextFailure] = []
    var index = 0
    while index < lines.count, found.count < limit {
      guard let next = recognised(lines, at: index) else {
        index += 1
        continue
      }
      if !PytestSummary.isRepetition(next.failure, of: found) { found.append(next.failure) }
      index = max(next.end, index + 1)
    }
    return found
  }

  private static func recognised(_ lines: [TextLine], at index: Int) -> Recognised? {
    let line = lines[index]
    guard !line.isBlank, line.kind != .text || !line.phrases.isDisjoint(with: .ofFailures) else { return nil }
    for recogniser in recognisers {
      if let found = recogniser.recognise(lines, at: index) { return found }
    }
    return nil
  }
}
