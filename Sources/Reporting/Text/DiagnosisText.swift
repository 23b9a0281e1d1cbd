internal import Diagnosis

/// Why it failed, for people: the cause in a sentence, what it rests on, what to do.
struct DiagnosisText {
  let theme: Theme
  let isVerbose: Bool

  /// The cause to act on; others only where everything is wanted.
  func lines(_ diagnoses: [DiagnosisReport]) -> [String] {
    (isVerbose ? diagnoses[...] : diagnoses.prefix(1)).flatMap(lines)
  }

  private func lines(_ diagnosis: DiagnosisReport) -> [String] {
    let head = "\(diagnosis.cause.rawValue) (\(diagnosis.confidence.rawValue)):"
    let sentence = theme.wrap("\(head) \(diagnosis.summary)", indent: "  ")
    // Painted when the lines are made: escapes take no room on them.
    let painted = "  " + theme.paint(head, .bold) + sentence.dropFirst(2 + head.count)
    return [painted] + diagnosis.evidence.map { item("- ", $0) } + diagnosis.fixes.prefix(Self.mostFixes).flatMap(lines)
  }

  private func lines(_ fix: FixReport) -> [String] {
    [item("→ ", fix.title)] + fix.commands.map { "        \($0)" }
  }

  /// The lines after the first stand below its first word.
  private func item(_ mark: String, _ text: String) -> String {
    let lines = theme.wrap(text, indent: "      ")
    return "    \(mark)" + lines.dropFirst(6)
  }

  private static let mostFixes = 3
}
