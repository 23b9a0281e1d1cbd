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
    case .value(let value): return answer(expression, python.string(of: value))
    case .raised(let exception): return answer(expression, .raised(exception))
    }
  }

  private func answer(_ expression: String, _ string: borrowing Evaluation) -> ValueFacts {
    let exception = ExceptionReader.facts(of: string, python)
    return ValueFacts(expression: expression, text: text(of: string), exception: exception)
  }

  private func text(of string: borrowing Evaluation) -> String? {
    switch string {
    case .value(let value): python.text(of: value, limit: Self.textLimit)
    case .raised: nil
    }
  }

  /// Characters; `torch.__config__.show()` has some 2,000.
  private static let textLimit = 20_000
}
