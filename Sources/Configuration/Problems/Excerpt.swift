/// The part of a faulty line that a message shows.
package struct Excerpt: Sendable, Hashable {
  /// One character of the source is one here, so that a caret can stand below it.
  package let text: String
  /// Where the fault is in `text`, from 1.
  private let column: Int

  /// Stands under the fault when it is written below the text.
  package var caret: String { String(repeating: " ", count: max(0, column - 1)) + "^" }

  /// Wider terminals are no rule.
  private static let widest = 100

  /// `nil` where there is no such line, or nothing in it.
  init?(_ source: [UInt8], line: Int, column: Int) {
    let lines = source.split(separator: .lineFeed, maxSplits: max(0, line), omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return nil }
    let scalars = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars
    // The parser counts scalars, and the place of a long line matters more than its start.
    let skipped = max(0, column - Self.widest)
    let shown = scalars.dropFirst(skipped).prefix(Self.widest + 20).map { $0.properties.isControl ? " " : $0 }
    guard shown.contains(where: { $0 != " " }) else { return nil }
    text = String(String.UnicodeScalarView(shown))
    self.column = min(column - skipped, shown.count + 1)
  }
}

extension Unicode.Scalar.Properties {
  /// Neither moves the cursor of a terminal nor turns the direction of a line (Unicode TR 9) in what is shown.
  fileprivate var isControl: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
