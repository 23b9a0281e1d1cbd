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
      if takeTime() { return true }
      cursor = before
      if isFirst, takeContainer() { return true }
    case UInt8(ascii: "["): if takeBracketed() { return true }
    case UInt8(ascii: "("): if takeProcess() { return true }
    case UInt8(ascii: "#"): if takeBuildStep() { return true }
    case UInt8(ascii: "|"), UInt8(ascii: "-"):
      if isDated, takeSeparator() { return true }
    case .some: if takeWord(isFirst: isFirst) { return true }
    case nil: break
    }
    cursor = before
    return false
  }

  /// `web_1  | ` of docker compose.
  private mutating func takeContainer() -> Bool {
    guard cursor.rest.prefix(64).contains(UInt8(ascii: "|")) else { return false }
    let name = cursor.take { $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }
    guard !name.isEmpty, !cursor.take(while: \.isBlank).isEmpty, cursor.take("|") else { return false }
    origin = name
    return cursor.isAtEnd || cursor.take(.space)
  }

  /// `(EngineCore_0 pid=12) `, `(RayWorker pid=12, ip=10.0.0.1) ` and `(raylet) `.
  private mutating func takeProcess() -> Bool {
    _ = cursor.take("(")
    guard let name = cursor.take(upTo: .closingParenthesis, within: 100), cursor.take(.space) || cursor.isAtEnd,
      name.contains("pid=") || name.begins(with: "raylet")
    else { return false }
    origin = name
    return true
  }

  /// `[2024-01-31 12:00:00 +0000] `, `[rank0]: `, `[ERROR] `, `[core.py:700] `, `[7] `, `[Bot] `.
  private mutating func takeBracketed() -> Bool {
    _ = cursor.take("[")
    guard let inside = cursor.take(upTo: .closingBracket, within: 100) else { return false }
    _ = cursor.take(.colon)
    guard cursor.isAtEnd || cursor.take(.space) else { return false }
    return note(inside)
  }

  private mutating func note(_ inside: Bytes) -> Bool {
    var inner = Cursor(inside)
    if Self.takeTimestamp(&inner) {
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

  /// `#12 3.456 ` of docker build.
  private mutating func takeBuildStep() -> Bool {
    guard cursor.take("#"), cursor.digits(1...3) != nil, cursor.take(.space), cursor.digits(1...6) != nil,
      cursor.take("."), cursor.digits(1...3) != nil, cursor.isAtEnd || cursor.take(.space)
    else { return false }
    isDated = true
    return true
  }

  private mutating func takeTime() -> Bool {
    guard Self.takeTimestamp(&cursor), cursor.isAtEnd || cursor.take(.space) else { return false }
    isDated = true
    return true
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
      if takeSystemTime() { return true }
      cursor = before
    }
    if isDated, cursor.take("stdout F ") || cursor.take("stderr F ") { return true }
    if isDated, takePlace() { return true }
    cursor = before
    guard isFirst else { return false }
    if takePrompt() { return true }
    cursor = before
    return takeContainer()
  }

  /// `In [3]: `; where input comes from a file, output stands behind it.
  private mutating func takePrompt() -> Bool {
    guard cursor.take("In ["), cursor.digits(1...5) != nil, cursor.take("]:"), cursor.isAtEnd || cursor.take(.space)
    else { return false }
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
    guard isFirst, Self.takeTimestamp(&ahead) || ahead.take("[") && Self.takeTimestamp(&ahead) else { return false }
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

  /// `Jan 31 12:00:00 host program[12]: `, RFC 3164 and journalctl.
  private mutating func takeSystemTime() -> Bool {
    let month = cursor.take(while: \.isLetter)
    guard month.count == 3, Self.months.contains(month.text), cursor.take(.space) else { return false }
    cursor.skipBlanks()
    guard cursor.digits(1...2) != nil, cursor.take(.space), Self.takeClock(&cursor), cursor.take(.space),
      cursor.take(upTo: .space, within: 100) != nil, let program = cursor.take(upTo: .colon, within: 100),
      !program.contains(" "), cursor.isAtEnd || cursor.take(.space)
    else { return false }
    isDated = true
    return true
  }

  /// `core.py:700] ` as vllm writes it, `module:function:12 - ` as loguru does, `name - ` as many do with logging.
  private mutating func takePlace() -> Bool {
    let name = cursor.take { $0 != .space && $0 != .closingBracket && $0 != .quote }
    guard !name.isEmpty else { return false }
    if cursor.take("] ") { return name.contains(".py:") }
    return name.last != .colon && cursor.take(" - ")
  }

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `[date ("T" / " ")] clock [fraction] [zone]`; the date may lack its year.
  private static func takeTimestamp(_ cursor: inout Cursor) -> Bool {
    var ahead = cursor
    if takeDate(&ahead) { guard ahead.take(.space) || ahead.take("T") else { return false } } else { ahead = cursor }
    guard takeClock(&ahead) else { return false }
    var zone = ahead
    _ = zone.take(.space)
    if zone.take("+") || zone.take("-"), zone.digits(4...4) != nil { ahead = zone }
    cursor = ahead
    return true
  }

  private static func takeDate(_ cursor: inout Cursor) -> Bool {
    guard let first = cursor.digits(2...4), let separator = cursor.next,
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator), cursor.take(separator),
      cursor.digits(2...2) != nil
    else { return false }
    if first.count > 2 { return cursor.take(separator) && cursor.digits(2...2) != nil }
    var year = cursor
    if year.take(separator), year.digits(4...4) != nil { cursor = year }
    return true
  }

  private static func takeClock(_ cursor: inout Cursor) -> Bool {
    guard cursor.digits(2...2) != nil, cursor.take(.colon), cursor.digits(2...2) != nil, cursor.take(.colon),
      cursor.digits(2...2) != nil
    else { return false }
    if cursor.take(".") || cursor.take(",") { cursor.take(while: \.isDigit) }
    if cursor.take("Z") { return true }
    var zone = cursor
    if zone.take("+"), zone.digits(2...2) != nil, zone.take(.colon), zone.digits(2...2) != nil { cursor = zone }
    return true
  }
}
