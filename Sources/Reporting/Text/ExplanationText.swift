package import Diagnosis

/// Explanations and pages, for people.
package struct ExplanationText {
  let theme: Theme
  let isVerbose: Bool

  package init(theme: Theme, isVerbose: Bool) {
    self.theme = theme
    self.isVerbose = isVerbose
  }

  package func render(_ report: ExplanationReport) -> String {
    let line = report.exception?.line ?? ""
    let head = line.isEmpty ? [] : [theme.paint(theme.fit(Plain.line(line), beside: 0), .bold)]
    return (head + DiagnosisText(theme: theme, isVerbose: isVerbose).lines(report.diagnosis)).joined(separator: "\n")
      + "\n"
  }

  /// Every cause and what it means.
  package var list: String {
    Cause.allCases.map { cause in
      theme.paint(cause.rawValue, .bold) + "\n" + theme.wrap(cause.meaning, indent: "    ")
    }.joined(separator: "\n") + "\n"
  }

  /// A cause, and the rules that find it.
  package func page(_ cause: Cause) -> String {
    let rules = Rules.pages.filter { $0.causes.contains(cause) }
    return
      ([theme.paint(cause.rawValue, .bold), theme.wrap(cause.meaning, indent: "  ")] + rules.flatMap(lines))
      .joined(separator: "\n") + "\n"
  }

  /// One rule.
  package func page(_ rule: RulePage) -> String { lines(rule).dropFirst().joined(separator: "\n") + "\n" }

  private func lines(_ rule: RulePage) -> [String] {
    let parts = [("Sees", rule.sees), ("Means", rule.means), ("Advises", rule.advises), ("Seen", rule.seenAt)]
    return ["", theme.paint("rule \(rule.id)", .bold)] + parts.map { theme.wrap("\($0): \($1)", indent: "  ") }
  }
}
