/// How text looks where it is shown: asked once, in the command.
package struct Theme: Sendable {
  package var isColoured: Bool
  /// Columns of the terminal; `nil` where lines may be of any length.
  package var width: Int?

  package init(isColoured: Bool, width: Int?) {
    self.isColoured = isColoured
    self.width = width
  }

  enum Style: Int {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
  }

  func paint(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Cuts a line that would not fit beside what already stands on it.
  func fit(_ text: String, beside used: Int) -> String {
    let room = width.map { $0 - used } ?? Self.longestLine
    guard room > 1, text.utf8.count > room, text.count > room else { return text }
    return text.prefix(room - 1) + "…"
  }

  /// Where nobody says how wide a line may be, it may still not bury the next one; tracebacks and JSON have it all.
  private static let longestLine = 400

  /// Breaks prose between words; each line starts with `indent`.
  func wrap(_ text: String, indent: String) -> String {
    let width = width ?? Self.proseWidth
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(indent + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// For files and pipes, where nobody says how wide a line may be.
  private static let proseWidth = 100
}

extension String {
  /// For a column of this many characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
