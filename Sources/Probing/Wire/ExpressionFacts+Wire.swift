extension ExpressionFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    expression.encode(to: &wire)
    holds.encode(to: &wire)
    values.encode(to: &wire)
    exception.encode(to: &wire)
    trueForm.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      expression: try String(from: &wire), holds: try Bool(from: &wire),
      values: try [ExpressionValue](from: &wire), exception: try ExceptionFacts?(from: &wire),
      trueForm: try String?(from: &wire))
  }
}

extension ExpressionValue: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    expression.encode(to: &wire)
    value.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(expression: try String(from: &wire), value: try String(from: &wire))
  }
}
