/// Why a text is no version, and where it stops being one.
package struct VersionProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    /// There is nothing but white space.
    case empty
    /// A version begins with numbers (after `v` and an epoch), and none is here.
    case releaseExpected
    /// After `+` or a separator of the local part, a letter or digit has to follow.
    case localPartExpected
    /// What stands here belongs to no part of a version.
    case unexpectedText
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int
}

extension VersionProblem {
  package var message: String { reason.message }
}

extension VersionProblem.Reason {
  var message: String {
    switch self {
    case .empty: "a version is missing"
    case .releaseExpected: "a number is expected"
    case .localPartExpected: "a letter or digit is expected"
    case .unexpectedText: "this belongs to no part of a version"
    }
  }
}

extension VersionProblem: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .empty: "a version is missing"
    case .releaseExpected: "`\(text)` is no version: a number is expected at offset \(position)"
    case .localPartExpected: "`\(text)` is no version: a letter or digit is expected at offset \(position)"
    case .unexpectedText: "`\(text)` is no version: the text at offset \(position) belongs to no part"
    }
  }
}
