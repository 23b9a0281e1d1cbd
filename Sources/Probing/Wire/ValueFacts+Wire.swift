extension ValueFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    expression.encode(to: &wire)
    text.encode(to: &wire)
    exception.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      expression: try String(from: &wire), text: try String?(from: &wire),
      exception: try ExceptionFacts?(from: &wire))
  }
}
