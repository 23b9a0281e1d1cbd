/// What a logger, a container runtime or a launcher of processes put before a line.
///
///     prefix   = *part
///     part     = prompt | container | process | bracketed | time | stream | level | place
///
/// A level or a place of code counts only beside a time or a process: alone, they begin too many other lines.
struct LogPrefix {
  /// In bytes, with the one space that follows. More spaces are the indentation of the line itself.
  private(set) var length = 0
  private(set) var level: LogLevel?
  /// The line begins an entry of a log, or is a later line of one that the logger marks in the same way.
  private(set) var isDated = false
  /// A person typed the line at the prompt of IPython.
  private(set) var isInput = false
  /// Which of several processes wrote it, as the launcher names them.
  private(set) var origin: Bytes?

  private var cursor: Cursor

  /// - Parameter line: Without blanks at its end.
  init(_ line: Bytes) {
    cursor = Cursor(line)
    guard let first = line.first, line.count > 2, Self.mayBegin(first) else { return }
    var parts = 0
    while parts < Self.limit, takePart(isFirst: parts == 0) {
      parts += 1
      length = line.count - cursor.rest.count
    }
  }

  private static let limit = 12

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "#")
  }

  private mutating func takePart(isFirst: Bool) -> Bool {
    let before = cursor
    switch cursor.next {
    case .some(let byte) where byte.isDigit:
      if dated(cursor.takeTimestamp() && (cursor.takeSpace() || takeSeverity())) { return true }
      cursor = before
      if isDated, takeProcessNumber() { return true }
      cursor = before
      if isFirst, written(by: cursor.takeContainer()) { return true }
    case UInt8(ascii: "["): if takeBracketed() { return true }
    case UInt8(ascii: "("): if written(by: cursor.takeProcess()) { return true }
    case UInt8(ascii: "#"): if dated(cursor.takeBuildStep()) { return true }
    case UInt8(ascii: "|"), UInt8(ascii: "-"):
      if isDated, takeSeparator() { return true }
    case .some: if takeWord(isFirst: isFirst) { return true }
    case nil: break
    }
    cursor = before
    return false
  }

  /// `1102 ` of Odoo and oslo.log, between the time and the level.
  private mutating func takeProcessNumber() -> Bool {
    guard cursor.digits(1...7) != nil, cursor.takeSpace() else { return false }
    var ahead = cursor
    return LogLevel(ahead.take(while: \.isUpper)) != nil && ahead.take(.space)
  }

  /// `[2024-01-31 12:00:00 +0000] `, `[rank0]: `, `[ERROR] `, `[core.py:700] `, `[7] `, `[Bot] `.
  private mutating func takeBracketed() -> Bool {
    _ = cursor.take("[")
    guard let inside = cursor.take(upTo: .closingBracket, within: 100) else { return false }
    _ = cursor.take(.colon)
    guard cursor.takeSpace() else { return false }
    return note(inside)
  }

  private mutating func note(_ inside: Bytes) -> Bool {
    var inner = Cursor(inside)
    if inner.takeTimestamp() {
      isDated = true
      // Celery: `[2024-01-31 12:00:00,123: ERROR/ForkPoolWorker-1] `.
      if inner.take(": ") { level = LogLevel(inner.take(while: \.isLetter)) ?? level }
      return true
    }
    if let level = LogLevel(inside) {
      self.level = level
      return true
    }
    if ["rank", "default"].contains(where: { inside.behind($0)?.number != nil }) {
      origin = inside
      return true
    }
    // A number of a process, a place, or the name of a program.
    return isDated && (inside.contains(".py:") || inside.allSatisfy(\.isNamePart))
  }

  private mutating func dated(_ isTime: Bool) -> Bool {
    isDated = isDated || isTime
    return isTime
  }

  private mutating func written(by name: Bytes?) -> Bool {
    origin = name ?? origin
    return name != nil
  }

  /// ` | ` of loguru and ` - ` of logging, between their parts.
  private mutating func takeSeparator() -> Bool {
    cursor.take("| ") || cursor.take("- ")
  }

  private mutating func takeWord(isFirst: Bool) -> Bool {
    let before = cursor
    if cursor.next?.isUpper == true {
      if takeLevel(isFirst: isFirst) { return true }
      cursor = before
      if dated(cursor.takeSystemTime()) { return true }
      cursor = before
      if dated(takeShortTime()) { return true }
      cursor = before
    }
    if isDated, cursor.take("stdout F ") || cursor.take("stderr F ") { return true }
    if isDated, takePlace() { return true }
    cursor = before
    guard isFirst else { return false }
    if takePrompt() { return true }
    cursor = before
    return written(by: cursor.takeContainer())
  }

  /// `In [3]: `; where input comes from a file, output stands behind it.
  private mutating func takePrompt() -> Bool {
    guard cursor.take("In ["), cursor.digits(1...5) != nil, cursor.take("]:"), cursor.takeSpace() else { return false }
    isInput = true
    return true
  }

  private mutating func takeLevel(isFirst: Bool) -> Bool {
    let word = cursor.take(while: \.isUpper)
    guard let level = LogLevel(word) else { return false }
    // `ERROR:root:` is what logging writes where nothing was configured.
    if cursor.take(.colon), let name = cursor.take(upTo: .colon, within: 80), !name.contains(" ") {
      self.level = level
      return true
    }
    guard cursor.take(.space) || cursor.isAtEnd else { return false }
    if isDated || origin != nil {
      skipPadding()
      self.level = level
      return true
    }
    var ahead = cursor
    ahead.skipBlanks()
    guard isFirst, ahead.takeTimestamp() || ahead.take("[") && ahead.takeTimestamp() else { return false }
    cursor.skipBlanks()
    self.level = level
    return true
  }

  /// Loggers pad levels to one width, and something of their own follows then.
  private mutating func skipPadding() {
    var ahead = cursor
    ahead.skipBlanks()
    if ahead.next == UInt8(ascii: "|") || ahead.next == UInt8(ascii: "[") || ahead.next?.isDigit == true {
      cursor = ahead
    }
  }

  /// `: W ` of TensorFlow, behind a time; the place of code follows.
  private mutating func takeSeverity() -> Bool {
    guard cursor.take(": "), let initial = cursor.next, let level = LogLevel(initial: initial), cursor.take(initial)
    else { return false }
    self.level = level
    return cursor.takeSpace()
  }

  /// `W0131 12:00:00.123456 7 file.cc:64] ` of glog and Abseil.
  private mutating func takeShortTime() -> Bool {
    guard let initial = cursor.next, let level = LogLevel(initial: initial), cursor.take(initial),
      cursor.digits(4...4) != nil, cursor.take(.space), let place = cursor.take(upTo: .closingBracket, within: 100),
      place.contains(":"), cursor.takeSpace()
    else { return false }
    self.level = level
    return true
  }

  /// `core.py:700] ` as vllm writes it, `module:function:12 - ` as loguru does, `name - ` as many do with logging.
  private mutating func takePlace() -> Bool {
    let name = cursor.take { $0 != .space && $0 != .closingBracket && $0 != .quote }
    guard !name.isEmpty else { return false }
    if cursor.take("] ") { return name.contains(".py:") || name.contains(".cc:") }
    return name.last != .colon && cursor.take(" - ")
  }
}
