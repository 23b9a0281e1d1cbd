package import Probing

/// A Python expression that had to be true.
package struct ExpressionReport: Codable, Sendable {
  package var expression: String
  package var holds: Bool
  /// What its parts came to where it is not true.
  package var values: [ExpressionValue]
  @ExplicitNull package var exception: ExceptionReport?

  package init(expression: String, holds: Bool, values: [ExpressionValue], exception: ExceptionReport?) {
    self.expression = expression
    self.holds = holds
    self.values = values
    self.exception = exception
  }
}
