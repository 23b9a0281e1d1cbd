/// Why a text is no wheel tag, and where.
package struct WheelTagProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    case threePartsExpected
    /// Two separators stand side by side, or one at an end.
    case nameExpected
    /// A Python part that Python would not take for a name.
    case noIdentifier
    case tooLong(bytes: Int)
    /// It stands for so many tags.
    case tooManyTags(Int)
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int

  package init(reason: Reason, text: String, position: Int) {
    (self.reason, self.text, self.position) = (reason, text, position)
  }
}

extension WheelTagProblem {
  package var message: String {
    switch reason {
    case .threePartsExpected: "three parts with `-` between them are expected"
    case .nameExpected: "a name is expected"
    case .noIdentifier: "the name of a Python, such as cp311, is expected"
    case .tooLong(let bytes): "a wheel tag of \(bytes) bytes is not read"
    case .tooManyTags(let count): "a wheel tag that stands for \(count) tags is not read"
    }
  }
}

extension WheelTagProblem: CustomStringConvertible {
  package var description: String { "`\(text)` is no wheel tag: \(message), at offset \(position)" }
}
