/// What markers come to in one environment, each found out once.
struct MarkerOutcomes {
  private struct Question: Hashable {
    let marker: String
    let extra: String
  }

  private let environment: MarkerEnvironment
  private var known: [Question: Result<Bool, MarkerEvaluationProblem>] = [:]

  init(_ environment: MarkerEnvironment) {
    self.environment = environment
  }

  /// As ``Marker/evaluate(in:extras:)``.
  mutating func holds(_ marker: Marker, extras: Set<DistributionName>) throws(MarkerEvaluationProblem) -> Bool {
    guard !extras.isEmpty else { return try holds(marker, extra: "") }
    var holds = false
    for extra in extras {
      // Not the first alone: whether something is thrown must not depend on the order of a set.
      let holdsNow = try self.holds(marker, extra: extra.text)
      holds = holds || holdsNow
    }
    return holds
  }

  private mutating func holds(_ marker: Marker, extra: String) throws(MarkerEvaluationProblem) -> Bool {
    let question = Question(marker: marker.written, extra: extra)
    if let known = known[question] { return try known.get() }
    let outcome = Result { () throws(MarkerEvaluationProblem) in
      try marker.evaluate(in: environment, context: .metadata(extra: extra))
    }
    known[question] = outcome
    return try outcome.get()
  }
}
