/// Why a text is no specifier, and where it stops being one.
package struct SpecifierProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    case operatorExpected
    case version(VersionProblem.Reason)
    /// `.*` stands after something else than `==` or `!=`, or not right after the release.
    case wildcardNotAllowed
    /// The operator takes no local version.
    case localNotAllowed
    /// `~=` needs two numbers at least.
    case twoNumbersExpected
    case unexpectedText
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int
}

extension SpecifierProblem {
  package var message: String { reason.message }
}

extension SpecifierProblem.Reason {
  var message: String {
    switch self {
    case .operatorExpected: "one of ~= == != <= >= < > === is expected"
    case .version(let reason): reason.message
    case .wildcardNotAllowed: "`.*` may stand only after a release and == or !="
    case .localNotAllowed: "a local version may stand only after == or !="
    case .twoNumbersExpected: "~= needs two numbers at least"
    case .unexpectedText: "this belongs to no part of it"
    }
  }
}

extension SpecifierProblem: CustomStringConvertible {
  package var description: String { "`\(text)` is no version specifier: \(message) at offset \(position)" }
}
