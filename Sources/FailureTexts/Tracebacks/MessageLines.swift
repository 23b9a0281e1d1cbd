/// Which lines below the line of an exception still belong to its message.
///
/// Python does not mark where a message ends. It goes on to the next line of a known kind, to a new entry of a log, to a
/// prompt, or to an empty line; beyond an empty line only where the message says that something follows.
struct MessageLines {
  /// More lines are not taken for one message.
  static let limit = 200
  private static let paragraphLimit = 60
  private static let ruleLimit = 60

  private(set) var lines: [Bytes]
  /// A part was left out.
  private(set) var hasGap = false
  /// Of the line of the exception: what is indented with it.
  private let indent: Int
  /// Of the line of the exception: an entry of a log has the same time in all of its lines.
  private let prefix: Bytes

  /// - Parameter line: Where the message begins with `first`.
  init(_ first: Bytes, in line: TextLine) {
    lines = [first]
    indent = line.indent
    prefix = line.prefix
  }

  /// Takes lines from `index` on; the index of the first one that is not taken.
  mutating func take(_ all: [TextLine], from index: Int) -> Int {
    guard !isComplete else { return index }
    var index = index
    while index < all.count, lines.count < Self.limit {
      if all[index].isBlank {
        guard goesOn, lines.count < Self.paragraphLimit, let next = Self.next(all, from: index),
          continues(all[next])
        else { break }
        lines += repeatElement([], count: next - index)
        index = next
      }
      guard continues(all[index]) else { break }
      hasGap = hasGap || all[index].kind == .snip
      lines.append(all[index].content.dropFirst(min(indent, all[index].indent)))
      index += 1
    }
    return index
  }

  /// The next line that is not empty, if it is near.
  private static func next(_ all: [TextLine], from index: Int) -> Int? {
    all[index...].prefix(3).firstIndex { !$0.isBlank }
  }

  private func continues(_ line: TextLine) -> Bool {
    switch line.kind {
    case .text, .numbered, .snip, .marks: break
    case .rule:
      // One that goes from edge to edge is of whatever ran the program.
      guard line.content.count < Self.ruleLimit else { return false }
    case .exception:
      // `- ImportError: …` is no such line, but what is indented below a message may be.
      guard line.indent > indent else { return false }
    default: return false
    }
    if line.prefix != prefix || line.isInput || line.level != nil && prefix.isEmpty { return false }
    return !Self.isPrompt(line.trimmed) && line.phrases.isDisjoint(with: [.death, .build, .notice])
  }

  /// The message announces something, or is one of several paragraphs that has not come to its end.
  private var goesOn: Bool {
    guard let last = lines.last(where: { !$0.isEmpty }) else { return true }
    if lines.contains(where: { $0.begins(with: Self.lastParagraph) }) { return false }
    return last.last == .colon || lines.first?.isEmpty == true
  }

  /// numpy/_core/__init__.py ends its long advice so.
  private static let lastParagraph = "Original error was"

  /// CPython's own messages of an import have one line; what follows them is somebody else's.
  private var isComplete: Bool {
    guard let first = lines.first else { return false }
    if first.begins(with: "No module named '") || first.begins(with: "No module named \"") { return true }
    if first.begins(with: "cannot import name '") {
      return first.last == UInt8(ascii: ")") || first.last == UInt8(ascii: "'")
    }
    return first.contains(": undefined symbol: ") || first.contains("cannot open shared object file: No such file")
  }

  private static func isPrompt(_ line: Bytes) -> Bool {
    if line.begins(with: ">>>") || line.begins(with: "$ ") || line.begins(with: "PS ") || line.begins(with: "# ") {
      return true
    }
    if line.begins(with: "(venv)") || line.begins(with: "(base)") { return true }
    guard line.contains("@") else { return false }
    return line.contains("$ ") || line.last == UInt8(ascii: "$") || line.contains("# ")
  }
}
