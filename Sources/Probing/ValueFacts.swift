/// What a Python expression came to that was asked for its value.
package struct ValueFacts: Sendable {
  package var expression: String
  /// What `str` makes of the value; `nil` where that or the expression itself raised.
  package var text: String?
  package var exception: ExceptionFacts?

  package init(expression: String, text: String?, exception: ExceptionFacts? = nil) {
    self.expression = expression
    self.text = text
    self.exception = exception
  }
}
