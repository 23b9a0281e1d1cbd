/// Asks every rule and ranks what they found.
package enum Diagnosis {
  /// The cause to act on first; never empty, since where nothing applies, that is the finding.
  package static func findings(in evidence: Evidence) -> [Finding] {
    let findings = Rules.all.compactMap { rule in
      rule.finding(in: evidence).map { finding in
        var finding = finding
        finding.rule = type(of: rule).page.id
        return finding
      }
    }
    let ranked = ranking.ranked(findings)
    return ranked.isEmpty ? [Unknown.finding(in: evidence)] : Array(ranked.prefix(mostFindings))
  }

  /// A list of guesses is no diagnosis.
  private static let mostFindings = 3

  private static let ranking = Ranking(
    explains: Dictionary(Rules.pages.map { ($0.id, $0.explains) }) { first, _ in first })
}
