internal import Probing

/// A sentence that tells of a failed import, in a text that holds no failure in any form: the words of an exception
/// without its type, or with the type in the midst of a line.
enum Fragment {
  /// More of them are not looked for.
  private static let limit = 50

  static func failures(_ lines: [TextLine]) -> [TextFailure] {
    var found: [TextFailure] = []
    var index = 0
    while index < lines.count, found.count < limit {
      let line = lines[index]
      index += 1
      guard !line.phrases.isDisjoint(with: [.failure, .loader]), line.kind == .text else { continue }
      if let failure = quoted(line) {
        found.append(failure)
      } else {
        var message = MessageLines(sentence(line.trimmed), in: line)
        index = message.take(lines, from: index)
        let text = message.lines.map(\.text).joined(separator: "\n")
        found.append(TextFailure(.message(text), form: .fragment, lines: line.number...lines[index - 1].number))
      }
    }
    return found
  }

  /// Where Python's or the loader's own sentence stands behind somebody's words and a colon, that alone.
  private static func sentence(_ line: Bytes) -> Bytes {
    for start in ["cannot import name ", "No module named ", "DLL load failed"] {
      if let (before, _) = line.split(at: ": " + start) { return line.dropFirst(before.count + 2) }
    }
    if let (before, _) = line.split(at: ": cannot open shared object file"), let blank = before.lastIndex(of: .space) {
      return line[(blank + 1)...]
    }
    return line
  }

  private static func quoted(_ line: TextLine) -> TextFailure? {
    guard let facts = QuotedException.facts(in: line.trimmed) else { return nil }
    return TextFailure(.exception(facts), form: .fragment, lines: line.number...line.number)
  }
}
