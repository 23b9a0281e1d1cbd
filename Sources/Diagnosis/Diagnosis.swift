/// Asks every rule and ranks what they found.
package enum Diagnosis {
  /// The cause to act on first; never empty, since where nothing applies, that is the finding.
  package static func findings(in evidence: Evidence) -> [Finding] { findings(in: [evidence]) }

  /// The same of several failures, as a text tells of them: of equals the cause of the first comes first.
  package static func findings(in failures: [Evidence]) -> [Finding] {
    let ranked = ranking.ranked(failures.flatMap(allFindings))
    guard ranked.isEmpty else { return Array(ranked.prefix(mostFindings)) }
    return failures.first.map { [Unknown.finding(in: $0)] } ?? []
  }

  private static func allFindings(in evidence: Evidence) -> [Finding] {
    Rules.all.compactMap { rule in
      rule.finding(in: evidence).map { finding in
        var finding = finding
        finding.rule = type(of: rule).page.id
        // What was written right before the end need not be why it ended.
        if evidence.failure.isExceptionTold { finding.confidence = min(finding.confidence, .likely) }
        return finding
      }
    }
  }

  /// A list of guesses is no diagnosis.
  private static let mostFindings = 3

  private static let ranking = Ranking(
    explains: Dictionary(Rules.pages.map { ($0.id, $0.explains) }) { first, _ in first })
}
