internal import Probing

/// One failure, told for people: the sentence, the chain in short, then Python's own traceback.
struct FailureText {
  let check: CheckReport
  let theme: Theme
  let isVerbose: Bool

  var lines: [String] {
    var lines = [theme.paint("\(check.target): \(check.outcome.rawValue)", .bold)]
    lines += sentences.map { theme.wrap(Plain.line($0), indent: "  ") }
    lines += values.map { theme.wrap(Plain.line($0), indent: "    ") }
    lines += DiagnosisText(theme: theme, isVerbose: isVerbose).lines(check.diagnosis)
    if let failure = check.failure { lines += chain(failure) }
    lines += LoaderText(theme: theme, isVerbose: isVerbose).lines(loaderReports)
    lines += evidence.map { theme.wrap($0, indent: "  ") }
    if let confirmation = check.confirmation { lines.append("  \(confirmation)") }
    lines += traceback + stacks + output
    return lines
  }

  /// Without what the diagnosis says in the same words.
  private var loaderReports: [LoaderReport] {
    check.loaderReportsOfFailure.filter { report in !check.diagnosis.contains { $0.summary == report.summary } }
  }

  private var sentences: [String] {
    let attributes = check.attributes.filter { !$0.found && $0.missingAt != nil }
    if !attributes.isEmpty { return attributes.map { $0.sentence(module: check.module) } }
    let unmet = check.unmetConditions
    if !unmet.isEmpty { return unmet.map { "\($0)." } }
    return check.failure == nil ? [check.reason.prefix(1).uppercased() + check.reason.dropFirst() + "."] : []
  }

  /// What the parts of expressions that are not true came to.
  private var values: [String] {
    guard check.attributes.allSatisfy(\.found) else { return [] }
    return check.expressions.filter { !$0.holds }.flatMap(\.values).map { "\($0.expression) = \($0.value)" }
  }

  /// Oldest exception first, as Python prints them.
  private func chain(_ exception: ExceptionReport) -> [String] {
    var lines: [String] = []
    for earlier in exception.inner where earlier.relation != nil {
      lines += chain(earlier)
      lines.append(earlier.relation == .cause ? "  which was the cause of" : "  and while that was handled")
    }
    lines += frames(exception)
    lines.append("  " + theme.paint(theme.fit(Plain.line(exception.line), beside: 2), .red))
    for note in exception.notes { lines.append("  " + theme.fit(Plain.line(note), beside: 2)) }
    for member in exception.inner where member.relation == nil {
      lines.append("  one of the group:")
      lines += chain(member)
    }
    return lines
  }

  /// Where the user's import led into, and where it ended.
  private func frames(_ exception: ExceptionReport) -> [String] {
    let own = exception.frames.filter { !$0.file.hasPrefix("<frozen ") }
    var lines: [String] = []
    if let first = own.first, own.count > 1, exception.relation == nil { lines += frame(first) }
    let left = own.count - 2
    if left > 0 { lines.append("  " + theme.paint("… \(left) frame\(left == 1 ? "" : "s") between …", .dim)) }
    if let last = own.last { lines += frame(last) }
    if let syntax = exception.syntax { lines += place(of: syntax) }
    return lines
  }

  private func frame(_ frame: FrameReport) -> [String] {
    let owner = frame.distribution.map { ", of \($0)" } ?? ""
    let place = Plain.line("\(Self.short(frame.file)):\(frame.line)\(owner)")
    return ["  \(place)"] + (frame.source.map { ["    " + theme.fit(Plain.line($0), beside: 4)] } ?? [])
  }

  /// Installed files by their name below site-packages; the traceback has the whole path.
  static func short(_ file: String) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard let site = parts.lastIndex(where: { $0 == "site-packages" || $0 == "dist-packages" }) else { return file }
    return parts[(site + 1)...].joined(separator: "/")
  }

  private func place(of syntax: SyntaxReport) -> [String] {
    guard let file = syntax.file else { return [] }
    let line = syntax.line.map { ":\($0)" } ?? ""
    let text = syntax.text.map { ["    " + theme.fit(Plain.line($0), beside: 4)] } ?? []
    return ["  " + Plain.line(file + line)] + text
  }

  private var traceback: [String] {
    guard let text = check.failure?.traceback else { return [] }
    let shown = isVerbose ? text : TracebackFolding.fold(text)
    return [""] + Self.indented(shown, isVerbose: isVerbose)
  }

  /// What a process that crashed or hung left behind.
  private var evidence: [String] {
    var sentences: [String] = []
    if let object = check.crashedIn.first {
      let callers = check.crashedIn.dropFirst().map { Self.short($0) }.joined(separator: ", ")
      let from = callers.isEmpty ? "" : ", called from \(callers)"
      sentences.append("It crashed in \(Self.short(object))\(from).")
    }
    if check.importChain.count > 1 {
      sentences.append("Imports that led there: \(check.importChain.joined(separator: " → ")).")
    }
    return sentences.map(Plain.line)
  }

  private var stacks: [String] {
    guard let text = check.stacks, check.failure == nil else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard !isVerbose, lines.count > TracebackFolding.frameLimit else {
      return [""] + Self.indented(text, isVerbose: true)
    }
    let start = lines.prefix(TracebackFolding.frameLimit).joined(separator: "\n")
    return [""] + Self.indented(start, isVerbose: true) + ["  … \(lines.count) lines; --verbose shows them …"]
  }

  private var output: [String] {
    guard check.output.bytes > 0, isVerbose || check.failure == nil else { return [] }
    return ["", "  It wrote:"] + Self.indented(check.output.text, isVerbose: isVerbose)
  }

  /// Lines set in; without --verbose a line that nobody could read is cut.
  private static func indented(_ text: String, isVerbose: Bool) -> [String] {
    var lines = Plain.text(text).split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      guard !line.isEmpty else { return "" }
      guard !isVerbose, line.count > readableLength else { return "  \(line)" }
      return "  \(line.prefix(readableLength))… (\(line.count) characters; --verbose shows them)"
    }
  }

  private static let readableLength = 1000
}
