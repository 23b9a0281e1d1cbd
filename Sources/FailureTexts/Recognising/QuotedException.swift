internal import Probing

/// An exception in the midst of a line: `failed with ImportError('x')`, `… due to: ImportError: x`.
enum QuotedException {
  static func facts(in line: Bytes) -> ExceptionFacts? {
    guard let (before, after) = line.split(at: "Error") ?? line.split(at: "Exception") else { return nil }
    let ending = line.dropFirst(before.count).prefix(line.count - before.count - after.count)
    let name = before.suffix(while: { $0.isNamePart || $0 == UInt8(ascii: ".") }) + ending
    guard name.count > ending.count, let message = message(after) else { return nil }
    var section = TracebackSection(lines: 1...1)
    guard let named = ExceptionLine(name), named.isPlausible else { return nil }
    section.name(named)
    section.facts.message = message
    MessageFields.fill(&section.facts)
    return section.facts
  }

  private static func message(_ rest: Bytes) -> String? {
    if let text = rest.behind(": ") { return text.text }
    guard let inside = rest.behind("("), let quote = inside.first,
      quote == .quote || quote == UInt8(ascii: "'")
    else { return nil }
    return literal(inside.dropFirst(), quote)
  }

  /// The text of a string as Python's `repr` shows it; where it was cut off, what is there.
  private static func literal(_ bytes: Bytes, _ quote: UInt8) -> String {
    var text: [UInt8] = []
    var cursor = Cursor(bytes)
    while let byte = cursor.next, byte != quote {
      _ = cursor.take(byte)
      guard byte == UInt8(ascii: "\\"), let escaped = cursor.next else {
        text.append(byte)
        continue
      }
      _ = cursor.take(escaped)
      text.append(escaped == UInt8(ascii: "n") ? .lineFeed : escaped)
    }
    return text.text
  }
}

extension Bytes {
  /// The longest end whose bytes all fit.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> Bytes {
    let start = lastIndex { !fits($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
