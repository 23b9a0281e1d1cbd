internal import Probing

/// Evaluates an expression for its value, in the namespace that the imports were made in.
struct ValueProbe {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func facts(of expression: String) -> ValueFacts {
    ProgramText(python).show(expression)
    switch python.value(of: expression) {
    case .value(let value): return text(of: value, expression)
    case .raised(let exception):
      return ValueFacts(
        expression: expression, text: nil, exception: ExceptionReader.facts(of: .raised(exception), python))
    }
  }

  private func text(of value: borrowing PythonReference, _ expression: String) -> ValueFacts {
    switch python.string(of: value) {
    case .value(let string):
      return ValueFacts(expression: expression, text: python.text(of: string, limit: Self.textLimit))
    case .raised(let exception):
      return ValueFacts(
        expression: expression, text: nil, exception: ExceptionReader.facts(of: .raised(exception), python))
    }
  }

  /// Characters; `torch.__config__.show()` has some 2,000.
  private static let textLimit = 20_000
}
