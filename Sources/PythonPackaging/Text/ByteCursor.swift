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

  /// The byte `distance` places ahead, if there is one.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
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

  /// Takes `word`, which is written in lower case, however it is spelt here; whether it was there.
  mutating func take(ignoringCase word: String) -> Bool {
    for (distance, byte) in word.utf8.enumerated() where peek(distance)?.asciiLowercased != byte {
      return false
    }
    skip(word.utf8.count)
    return true
  }
}
