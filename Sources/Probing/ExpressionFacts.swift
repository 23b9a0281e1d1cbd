/// What a Python expression came to that must be true.
package struct ExpressionFacts: Sendable {
  package var expression: String
  package var holds: Bool
  /// What its parts came to where it is not true, in the order of the text.
  package var values: [ExpressionValue]
  package var exception: ExceptionFacts?
  /// Of one that is true by its form, whatever was imported: the kind of its outermost part, as Python's `ast` names it,
  /// such as `Tuple` for `(x == 1, "message")`.
  package var trueForm: String?

  package init(
    expression: String, holds: Bool, values: [ExpressionValue] = [], exception: ExceptionFacts? = nil,
    trueForm: String? = nil
  ) {
    self.expression = expression
    self.holds = holds
    self.values = values
    self.exception = exception
    self.trueForm = trueForm
  }
}

/// A part of an expression and what `repr` says of its value.
package struct ExpressionValue: Sendable, Equatable, Codable {
  package var expression: String
  package var value: String

  package init(expression: String, value: String) {
    self.expression = expression
    self.value = value
  }
}
