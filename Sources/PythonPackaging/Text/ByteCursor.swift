/// A place in UTF-8 text that moves forward only; what the grammars of this target read with.
struct ByteCursor {
  private let bytes: [UInt8]
  /// The offset in bytes of what is read next.
  private(set) var position: Int

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    position = 0
  }

  init(_ text: String) {
    self.init(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The whole text, what has been read already included; for telling what is wrong with it.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What has not been read yet.
  var rest: ArraySlice<UInt8> { bytes[min(position, bytes.count)...] }

  /// The byte `distance` places ahead, if there is one.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  /// The last byte of the whole text.
  var lastByte: UInt8? { bytes.last }

  /// The character that comes next, whichever it is.
  var scalar: Unicode.Scalar? {
    // No character has more than four bytes.
    String(decoding: bytes.dropFirst(position).prefix(4), as: UTF8.self).unicodeScalars.first
  }

  mutating func skip(_ count: Int = 1) {
    position = min(position + count, bytes.count)
  }

  /// Takes the bytes up to the first one that does not fit.
  mutating func take(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), fits(byte) { skip() }
    return bytes[start..<position]
  }

  /// What was passed over since an earlier `position`.
  func taken(since start: Int) -> ArraySlice<UInt8> {
    bytes[min(start, position)..<position]
  }

  /// Takes one byte if it is this one; whether it was.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    skip()
    return true
  }

  /// Takes white space as `\s` of Python's `re` has it; that is more than ASCII.
  mutating func skipPythonWhitespace() {
    while position < bytes.count {
      let length = bytes[position...].pythonWhitespacePrefix
      if length == 0 { return }
      position += length
    }
  }

  /// Whether white space of that kind comes next.
  var isAtPythonWhitespace: Bool { position < bytes.count && bytes[position...].pythonWhitespacePrefix > 0 }

  /// Takes `word`, which is written in lower case, however it is spelt here; whether it was there.
  mutating func take(ignoringCase word: String) -> Bool {
    for (distance, byte) in word.utf8.enumerated() where peek(distance)?.asciiLowercased != byte {
      return false
    }
    skip(word.utf8.count)
    return true
  }
}
