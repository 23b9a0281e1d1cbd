/// Which of several findings a user should act on first.
struct Ranking {
  /// What each rule explains away, by its id.
  let explains: [String: Set<Cause>]

  /// The surest first, and of equals the one whose rule comes first; a symptom only after what explains it.
  func ranked(_ findings: [Finding]) -> [Finding] {
    var open = surest(findings)
    var ranked: [Finding] = []
    while let next = open.firstIndex(where: { isDeepest($0, among: open) }) ?? open.indices.first {
      ranked.append(open.remove(at: next))
    }
    return withoutSymptoms(ranked)
  }

  /// Beside a cause that is proved, its symptoms and mere possibilities would only be read as other causes.
  private func withoutSymptoms(_ ranked: [Finding]) -> [Finding] {
    guard let first = ranked.first, first.confidence >= .likely else { return ranked }
    let symptoms = explains[first.rule] ?? []
    let isProved = first.confidence == .certain
    return [first]
      + ranked.dropFirst().filter { finding in
        let isSymptom = symptoms.contains(finding.cause)
        return finding.confidence > .possible ? !(isProved && isSymptom) : !(isProved || isSymptom)
      }
  }

  /// One for each cause.
  private func surest(_ findings: [Finding]) -> [Finding] {
    let places = findings.enumerated().sorted {
      ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset)
    }
    var known: Set<Cause> = []
    return places.map(\.element).filter { known.insert($0.cause).inserted }
  }

  private func isDeepest(_ finding: Finding, among others: [Finding]) -> Bool {
    !others.contains { other in
      other.cause != finding.cause && explains[other.rule]?.contains(finding.cause) == true && outweighs(other, finding)
    }
  }

  /// What is merely possible explains nothing that is surer.
  private func outweighs(_ other: Finding, _ finding: Finding) -> Bool {
    other.confidence >= .likely || other.confidence >= finding.confidence
  }
}
