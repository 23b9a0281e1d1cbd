/// A text that does not follow its grammar, and the place where it stops doing so.
package protocol SyntaxProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The whole text that was read.
  var text: String { get }
  /// The offset in `text`, in bytes of UTF-8; at most its length.
  var position: Int { get }
  /// What is wrong there, in a few words that begin in lower case and have no full stop.
  var message: String { get }
}

extension SyntaxProblem {
  /// The place for people: which character of the text it is, from 1 on.
  package var column: Int { String(decoding: text.utf8.prefix(max(0, position)), as: UTF8.self).count + 1 }

  /// The text in one line, and a caret below the place where it is wrong.
  ///
  /// Of a long text only what surrounds the place is shown. Control characters, which would move the caret, stand as
  /// spaces. Each character counts as one column.
  package var caret: String {
    let bytes = Array(text.utf8)
    let place = min(max(0, position), bytes.count)
    // No more than may be seen: a character has four bytes at most, and marks on it count with it.
    let before = Self.shown(bytes[..<place].suffix(8 * CaretLine.before))
    let after = Self.shown(bytes[place...].prefix(8 * CaretLine.after))
    let isCut = before.count > CaretLine.before
    let start = isCut ? "…" + before.suffix(CaretLine.before - 1) : before
    let end = after.count > CaretLine.after ? after.prefix(CaretLine.after - 1) + "…" : after
    return start + end + "\n" + String(repeating: " ", count: start.count) + "^"
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.properties.isControl } ? " " : $0 })
  }
}

/// How many columns are shown on either side of the place; together they fit a terminal of 80.
private enum CaretLine {
  static let before = 50
  static let after = 28
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}
