/// Why a text is no requirement, and where it stops being one.
package struct RequirementProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    /// The name of a distribution has to stand here.
    case nameExpected
    /// The name ends in `-` or `.`.
    case nameEnd
    case extraExpected
    /// Another extra stands here, without a comma before it.
    case commaExpected
    case closingBracketExpected
    case urlExpected
    case specifier(SpecifierProblem.Reason)
    case closingParenthesisExpected
    case marker(MarkerProblem.Reason)
    case unexpectedText
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int
}

extension RequirementProblem {
  package var message: String {
    switch reason {
    case .nameExpected: "the name of a distribution is expected"
    case .nameEnd: "a name ends in a letter or digit"
    case .extraExpected: "the name of an extra is expected"
    case .commaExpected: "a comma is expected between extras"
    case .closingBracketExpected: "`]` is expected"
    case .urlExpected: "an address is expected after `@`"
    case .specifier(let reason): reason.message
    case .closingParenthesisExpected: "`)` is expected"
    case .marker(let reason): reason.message
    case .unexpectedText: "a version specifier, `;` with a marker, or the end is expected"
    }
  }
}

extension RequirementProblem: CustomStringConvertible {
  package var description: String { "`\(text)` is no requirement: \(message) at offset \(position)" }
}
