/// An object that a distribution offers under a name: packaging.python.org, "Entry points specification".
package struct EntryPoint: Hashable, Sendable {
  /// What kind of thing it is, such as `console_scripts`.
  package let group: String
  /// Its name within the group: of a console script, the command's.
  package let name: String
  /// The object as it was written: `module:attribute.path [extras]`.
  package let value: String
  /// The module to import, its dotted name.
  package let module: String
  /// The names to look up in the module, one in the other; empty where the module itself is meant.
  package let attributes: [String]
  /// The extras that it needs; the specification advises against them.
  package let extras: [DistributionName]
}

/// Why a line of `entry_points.txt` is none.
package struct EntryPointProblem: SyntaxProblem {
  package enum Reason: Hashable, Sendable {
    /// There is no `=` after the name.
    case equalSignExpected
    /// A module's name has to stand here.
    case moduleExpected
    /// What stands here belongs to no reference to an object.
    case unexpectedText
  }

  package let reason: Reason
  /// The section that the line stands in.
  package let group: String
  /// The line.
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int
}

extension EntryPointProblem {
  package var message: String {
    switch reason {
    case .equalSignExpected: "`=` is expected after a name"
    case .moduleExpected: "the name of a module is expected"
    case .unexpectedText: "`:` with an attribute, `[` with extras, or the end is expected"
    }
  }
}

extension EntryPointProblem: CustomStringConvertible {
  package var description: String { "`\(text)` in [\(group)] is no entry point: \(message) at offset \(position)" }
}
