internal import SystemCalls

/// Walks through a RECORD file row by row and says where each path stands; copies nothing.
///
/// The format is that of Python's `csv` module: packaging.python.org, "Recording installed projects".
struct RecordReader: Sequence, IteratorProtocol {
  /// Where the path of a row stands.
  struct Row {
    let start: Int32
    let end: Int32
    /// Whether it holds quotes, which are written twice.
    let isEscaped: Bool

    var count: Int { Int(end - start) }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Whether each line is a row that ends at the next line feed, as nearly all installers write them.
  private let isSimple: Bool

  /// Offsets are kept in 32 bits: what is beyond the limit is not read.
  init(_ bytes: [UInt8]) {
    let bytes = bytes.count > Record.sizeLimit ? Array(bytes.prefix(Record.sizeLimit)) : bytes
    self.bytes = bytes
    isSimple = [.quote, .carriageReturn].allSatisfy { bytes.firstIndex(of: $0, in: bytes.indices) == nil }
  }

  /// `record ::= (row? line-end)*`, `row ::= path (',' field)*`
  mutating func next() -> Row? {
    while position < bytes.count, isLineEnd(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    if isSimple { return simpleRow() }
    let row = bytes[position] == .quote ? quotedPath() : plainPath()
    skipFields()
    return row
  }

  /// A row without quotes.
  private mutating func simpleRow() -> Row {
    let start = position
    position = bytes.firstIndex(of: .lineFeed, in: start..<bytes.count) ?? bytes.count
    let end = bytes.firstIndex(of: .comma, in: start..<position) ?? position
    return Row(start: Int32(start), end: Int32(end), isEscaped: false)
  }

  /// `plain ::= [^,\r\n]*`
  private mutating func plainPath() -> Row {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .comma || isLineEnd(byte) { break }
      position += 1
    }
    return Row(start: Int32(start), end: Int32(position), isEscaped: false)
  }

  /// `quoted ::= '"' ([^"] | '""')* '"'`; without the closing quote it goes on to the end of the file.
  private mutating func quotedPath() -> Row {
    let start = position + 1
    var isEscaped = false
    position = start
    while position < bytes.count {
      if bytes[position] != .quote {
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == .quote {
        isEscaped = true
        position += 2
      } else {
        break
      }
    }
    let end = position
    if position < bytes.count { position += 1 }
    return Row(start: Int32(start), end: Int32(end), isEscaped: isEscaped)
  }

  /// Moves to the end of the row; a quoted field may hold line ends.
  private mutating func skipFields() {
    var previous = UInt8.space
    while position < bytes.count {
      let byte = bytes[position]
      if isLineEnd(byte) { return }
      if byte == .quote, previous == .comma {
        _ = quotedPath()
      } else {
        position += 1
      }
      previous = byte
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == .lineFeed || byte == .carriageReturn
  }
}
