/// The times that loggers write before a line. Of what is not one, some bytes may be taken nevertheless.
extension Cursor {
  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `[date ("T" / " ")] clock [fraction] [zone]`; the date may lack its year.
  mutating func takeTimestamp() -> Bool {
    var ahead = self
    if ahead.takeDate() { guard ahead.take(.space) || ahead.take("T") else { return false } } else { ahead = self }
    guard ahead.takeClock() else { return false }
    var zone = ahead
    _ = zone.take(.space)
    if zone.take("+") || zone.take("-"), zone.digits(4...4) != nil { ahead = zone }
    self = ahead
    return true
  }

  /// `Jan 31 12:00:00 host program[12]: `, RFC 3164 and journalctl.
  mutating func takeSystemTime() -> Bool {
    let month = take(while: \.isLetter)
    guard month.count == 3, Self.months.contains(month.text), take(.space) else { return false }
    skipBlanks()
    guard digits(1...2) != nil, take(.space), takeClock(), take(.space), take(upTo: .space, within: 100) != nil,
      let program = take(upTo: .colon, within: 100), !program.contains(" ")
    else { return false }
    return takeSpace()
  }

  /// `#12 3.456 ` of docker build: the step, and the seconds since it began.
  mutating func takeBuildStep() -> Bool {
    guard take("#"), digits(1...3) != nil, take(.space), digits(1...6) != nil, take("."), digits(1...3) != nil else {
      return false
    }
    return takeSpace()
  }

  /// What divides a prefix from the line, which may be empty.
  mutating func takeSpace() -> Bool { isAtEnd || take(.space) }

  private mutating func takeDate() -> Bool {
    guard let first = digits(2...4), let separator = next,
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator), take(separator),
      digits(2...2) != nil
    else { return false }
    if first.count > 2 { return take(separator) && digits(2...2) != nil }
    var year = self
    if year.take(separator), year.digits(4...4) != nil { self = year }
    return true
  }

  private mutating func takeClock() -> Bool {
    guard digits(2...2) != nil, take(.colon), digits(2...2) != nil, take(.colon), digits(2...2) != nil else {
      return false
    }
    if take(".") || take(",") { take(while: \.isDigit) }
    if take("Z") { return true }
    var zone = self
    if zone.take("+"), zone.digits(2...2) != nil, zone.take(.colon), zone.digits(2...2) != nil { self = zone }
    return true
  }
}
