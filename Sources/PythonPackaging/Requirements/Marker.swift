/// A condition on the environment, such as `python_version < '3.9' and extra == 'test'` (packaging.python.org,
/// "Dependency specifiers"; PEP 508).
package struct Marker: Sendable {
  /// How deep parentheses may be nested. Nobody writes five; the limit keeps a hostile file off the end of the stack.
  package static let depthLimit = 200

  let group: MarkerGroup
  /// The text that it was read from; others may mean the same.
  let written: String

  /// Reads what stands after `;` in a requirement.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(MarkerProblem) {
    var parser = MarkerParser(at: ByteCursor(text))
    group = try parser.wholeText()
    written = text
  }

  init(_ group: MarkerGroup, written: String) {
    self.group = group
    self.written = written
  }

  /// Whether the marker asks about this.
  package func mentions(_ variable: MarkerVariable) -> Bool {
    group.comparisons.contains { $0.left == .variable(variable) || $0.right == .variable(variable) }
  }

  /// The extras that it compares with, in their normal form.
  var extras: [DistributionName] {
    group.comparisons.compactMap { comparison in
      switch (comparison.left, comparison.right) {
      case (.variable(.extra), .value(let name)), (.value(let name), .variable(.extra)): DistributionName(name)
      default: nil
      }
    }
  }
}

extension Marker: Hashable {
  /// Whether they ask the same in the same order, however they are spelt.
  package static func == (left: Marker, right: Marker) -> Bool { left.group == right.group }

  package func hash(into hasher: inout Hasher) { hasher.combine(group) }
}

extension Marker: CustomStringConvertible {
  /// As pypa's `packaging` writes it: normal names, double quotes, no parentheses around the whole.
  package var description: String { group.description }
}
