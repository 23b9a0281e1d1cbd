/// Recognises one mechanism by which imports fail. A pure function of the evidence.
package protocol Rule: Sendable {
  static var page: RulePage { get }

  /// `nil` where the evidence does not speak for it.
  func finding(in evidence: Evidence) -> Finding?
}

/// What `realimport explain` tells of a rule.
package struct RulePage: Sendable, Equatable {
  /// Unique among the rules.
  package let id: String
  package let cause: Cause
  /// What the rule looks at.
  package let sees: String
  /// What that means.
  package let means: String
  package let advises: String
  /// A real case.
  package let seenAt: String
  /// Causes that it finds beside the one that it is named for.
  package let alsoFinds: Set<Cause>
  /// Causes that are mere symptoms where this rule applies.
  package let explains: Set<Cause>

  package init(
    _ id: String, _ cause: Cause, sees: String, means: String, advises: String, seenAt: String,
    alsoFinds: Set<Cause> = [], explains: Set<Cause> = []
  ) {
    self.id = id
    self.cause = cause
    self.sees = sees
    self.means = means
    self.advises = advises
    self.seenAt = seenAt
    self.alsoFinds = alsoFinds
    self.explains = explains
  }

  package var causes: Set<Cause> { alsoFinds.union([cause]) }
}
