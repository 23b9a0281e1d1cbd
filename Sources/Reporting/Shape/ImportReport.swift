package import Probing

/// A module that was really imported to be described.
package struct ImportReport: Codable, Sendable {
  package var module: String
  package var outcome: Outcome
  @ExplicitNull package var version: String?
  @ExplicitNull package var file: String?
  /// What it says of itself, in the order of the questions; those that were not reached are left out.
  package var facts: [ImportFactReport] = []
  /// What went wrong, on one line: the exception of a failed import.
  @ExplicitNull package var problem: String?

  package init(module: String, outcome: Outcome, version: String?, file: String?, problem: String?) {
    self.module = module
    self.outcome = outcome
    self.version = version
    self.file = file
    self.problem = problem
  }
}

/// An answer of an imported module: a text, or the line of the exception that asking raised.
package struct ImportFactReport: Codable, Sendable, Equatable {
  package var name: String
  /// The Python expression that was evaluated.
  package var expression: String
  @ExplicitNull package var value: String?
  @ExplicitNull package var problem: String?

  package init(name: String, expression: String, value: String?, problem: String?) {
    self.name = name
    self.expression = expression
    self.value = value
    self.problem = problem
  }
}
