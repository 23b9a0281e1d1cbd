/// A condition on the environment, such as `python_version < '3.9' and extra == 'test'` (packaging.python.org,
/// "Dependency specifiers"; PEP 508).
package struct Marker: Hashable, Sendable {
  /// How deep parentheses may be nested. Nobody writes five; the limit keeps a hostile file off the end of the stack.
  package static let depthLimit = 200

  let group: MarkerGroup

  /// Reads what stands after `;` in a requirement.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(MarkerProblem) {
    var parser = MarkerParser(at: ByteCursor(text))
    group = try parser.wholeText()
  }

  init(_ group: MarkerGroup) {
    self.group = group
  }

  /// Whether the marker asks about this.
  package func mentions(_ variable: MarkerVariable) -> Bool {
    group.comparisons.contains { $0.left == .variable(variable) || $0.right == .variable(variable) }
  }
}

extension Marker: CustomStringConvertible {
  /// As pypa's `packaging` writes it: normal names, double quotes, no parentheses around the whole.
  package var description: String { group.description }
}
