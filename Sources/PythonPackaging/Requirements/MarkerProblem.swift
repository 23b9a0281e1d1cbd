/// Why a text is no marker, and where it stops being one.
package struct MarkerProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    /// A variable or a quoted string has to stand here.
    case operandExpected
    /// What stands here is a word, but no variable.
    case unknownVariable(String)
    case operatorExpected
    /// `not` is there without `in` after it.
    case inExpected
    /// The string that begins here has no end.
    case stringUnclosed
    /// The string that begins here is none that Python would read.
    case stringInvalid
    case closingParenthesisExpected
    /// Parentheses are nested deeper than `Marker.depthLimit`.
    case tooDeep
    case unexpectedText
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int

  package var message: String { reason.message }
}

extension MarkerProblem.Reason {
  var message: String {
    switch self {
    case .operandExpected: "a variable or a quoted string is expected"
    case .unknownVariable(let word): "`\(word)` is no variable of markers"
    case .operatorExpected: "one of <= < != == >= > ~= === in, not in is expected"
    case .inExpected: "`in` is expected after `not`"
    case .stringUnclosed: "this string does not end"
    case .stringInvalid: "this is no string of Python"
    case .closingParenthesisExpected: "`)` is expected"
    case .tooDeep: "more than \(Marker.depthLimit) parentheses stand inside of one another"
    case .unexpectedText: "`and`, `or` or the end is expected"
    }
  }
}

extension MarkerProblem: CustomStringConvertible {
  package var description: String { "`\(text)` is no marker: \(message) at offset \(position)" }
}
