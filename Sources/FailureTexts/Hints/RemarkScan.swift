/// Finds what stands beside failures and may explain them.
enum RemarkScan {
  /// More remarks are not kept.
  static let limit = 200
  /// In characters; what is longer is cut.
  private static let lengthLimit = 2000

  static func remarks(_ streams: [[TextLine]], beside failures: [TextFailure]) -> [Remark] {
    var ranges = failures.map(\.lines)[...]
    var remarks: [Remark] = []
    for line in ordered(streams) where remarks.count < limit {
      while let first = ranges.first, first.upperBound < line.number { ranges.removeFirst() }
      if ranges.first?.contains(line.number) == true { continue }
      if let remark = remark(line) { remarks.append(remark) }
    }
    return remarks
  }

  private static func ordered(_ streams: [[TextLine]]) -> [TextLine] {
    let lines = streams.count == 1 ? streams[0] : streams.flatMap { $0 }
    let candidates = lines.filter { $0.level != nil || !$0.phrases.isDisjoint(with: [.failure, .loader, .warning]) }
    return streams.count == 1 ? candidates : candidates.sorted { $0.number < $1.number }
  }

  private static func remark(_ line: TextLine) -> Remark? {
    let level = line.level ?? (isWarning(line) ? .warning : nil)
    let speaks = !line.phrases.isDisjoint(with: [.failure, .loader])
    guard speaks || level == .warning || level == .error || level == .critical, !line.isBlank else { return nil }
    return Remark(
      line: line.number, level: level, text: line.trimmed.prefix(lengthLimit).text,
      exception: QuotedException.facts(in: line.trimmed))
  }

  /// `F:N: UserWarning: …` of Python's warnings, `WARNING: …` of many programs.
  private static func isWarning(_ line: TextLine) -> Bool {
    guard line.phrases.contains(.warning) else { return false }
    return line.content.contains("Warning: ") || line.trimmed.lowercased.begins(with: "warning")
  }
}
