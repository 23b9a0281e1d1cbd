extension LoaderMessage {
  /// Finds every message of a loader in a text, in the order in which they stand there.
  ///
  /// The text may be anything: one exception's message, a log, a terminal's content of megabytes. Lines may be broken
  /// within a message. The time grows with the length of the text.
  /// - Parameter limit: No more messages than this are read; a program in a loop can print millions.
  package static func all(in text: String, limit: Int = 1000) -> [LoaderMessage] {
    var scan = MessageScan(text: MessageText(bytes: Array(text.utf8)))
    return scan.messages(limit: limit)
  }
}

/// The way through a text, from left to right.
private struct MessageScan {
  let text: MessageText
  var position = 0
  var line = 1
  /// Where the last message ended: what stands before belongs to it.
  var lastEnd = 0

  init(text: MessageText) {
    self.text = text
  }

  /// A message, and where it begins and ends in the text.
  private struct Found {
    var message: LoaderMessage
    var range: Range<Int>
    var isIntroduction: Bool
  }

  mutating func messages(limit: Int) -> [LoaderMessage] {
    var found: [Found] = []
    while found.count < limit, let next = next() {
      if let last = found.last, last.isIntroduction, introduces(last, next) {
        found[found.count - 1] = joined(last, next)
      } else {
        found.append(next)
      }
    }
    return found.map(\.message)
  }

  private mutating func next() -> Found? {
    while let byte = text[position] {
      if byte == .newline { line += 1 }
      if let found = message(at: position, first: byte) {
        advance(to: found.range.upperBound)
        return found
      }
      position += 1
    }
    return nil
  }

  private mutating func advance(to end: Int) {
    // A line end at `position` itself was counted when it was met.
    line += text.bytes[(position + 1)..<max(position + 1, end)].count { $0 == .newline }
    position = max(position + 1, end)
    lastEnd = position
  }

  private func message(at start: Int, first: UInt8) -> Found? {
    if start > 0, first.isWordByte, text.bytes[start - 1].isWordByte { return nil }
    for phrase in Phrase.byFirstByte[Int(first)] {
      if let end = text.end(of: phrase.words, at: start), let found = message(phrase, at: start..<end) { return found }
    }
    return nil
  }

  private func message(_ phrase: Phrase, at words: Range<Int>) -> Found? {
    var start = words.lowerBound
    var reading = PhraseReading(start: start, cursor: MessageCursor(text: text, position: words.upperBound))
    if let name = object(of: phrase, before: start) {
      reading.object = name.text
      start = name.start
    } else if phrase.object == .required {
      return nil
    }
    reading.endedProgram = endedProgram(before: start)
    guard let problem = phrase.read(&reading) else { return nil }
    let message = LoaderMessage(
      speaker: phrase.speaker, problem: problem, object: reading.object, requested: reading.requested,
      endedProgram: reading.endedProgram, line: line)
    return Found(
      message: message, range: start..<reading.cursor.position, isIntroduction: reading.isIntroduction)
  }

  private func object(of phrase: Phrase, before start: Int) -> MessageText.Name? {
    guard phrase.object != .elsewhere, let name = text.name(before: start, from: lastEnd) else { return nil }
    return name.isFile || (phrase.object == .optional && !name.isLabel) ? name : nil
  }

  /// `python3: error while loading shared libraries: libx.so: …` (fatal_error in glibc's elf/dl-catch.c).
  private func endedProgram(before start: Int) -> String? {
    for occasion in Self.occasions {
      let first = start - occasion.count
      guard first >= lastEnd, text.end(of: occasion, at: first) == start else { continue }
      return text.name(before: first, from: lastEnd)?.text
    }
    return nil
  }

  private static let occasions: [[UInt8]] = [
    "error while loading shared libraries: ", "symbol lookup error: ", "version lookup error: ", "relocation error: ",
  ].map { Array($0.utf8) }

  /// At most so much stands between an introduction and its message: a dash, "Error: ", "dlerror: ".
  private static let farthestMessage = 64

  private func introduces(_ introduction: Found, _ next: Found) -> Bool {
    let gap = introduction.range.upperBound..<next.range.lowerBound
    return gap.count <= Self.farthestMessage && !text.bytes[gap].contains(.newline)
  }

  private func joined(_ introduction: Found, _ next: Found) -> Found {
    var joined = next
    joined.message.line = introduction.message.line
    joined.message.requested = next.message.requested ?? introduction.message.requested
    joined.range = introduction.range.lowerBound..<next.range.upperBound
    return joined
  }
}

extension MessageText.Name {
  /// By its look: it has a folder, or an ending of libraries.
  fileprivate var isFile: Bool {
    text.contains("/") || text.contains("\\") || Self.endings.contains { text.contains($0) }
  }

  private static let endings: [String] = [".so", ".dylib", ".dll", ".pyd"]

  /// Not a file's name but what exceptions, logs and other programs put before a message.
  fileprivate var isLabel: Bool {
    Self.labels.contains { text.hasSuffix($0) } || text.contains("(")
  }

  private static let labels: [String] = [
    "Error", "error", "ERROR", "Exception", "Warning", "WARNING", "warning", "INFO", "DEBUG", "CRITICAL", "FATAL",
    "fatal",
  ]
}
