import Probing
import Reporting

extension ExpressionFacts {
  /// Says of an expression that is true by its form that it checks nothing.
  var warning: WarningReport? {
    guard let trueForm else { return nil }
    let reason = Self.reasons[trueForm] ?? "it is of the kind `\(trueForm)`"
    return WarningReport(
      code: "always-true", message: "the expression `\(expression)` is true whatever was imported: \(reason)")
  }

  /// By the names of Python's `ast`.
  private static let reasons: [String: String] = [
    "Tuple": "it is a tuple, and one that holds anything is true; a comma does not add a message",
    "List": "it is a list, and one that holds anything is true",
    "Set": "it is a set, and one that holds anything is true",
    "Dict": "it is a dict, and one that holds anything is true",
    "Constant": "it is a constant",
    "Lambda": "it is a function, which nobody calls",
    "GeneratorExp": "it is a generator, which nobody asks",
  ]
}
