/// Makes lines of readable UTF-8 out of what a terminal was sent.
///
/// Control sequences are left out. Where the cursor went back, by a carriage return or a sequence, a new line begins: what
/// a progress bar wrote over is kept, and does no harm.
struct TextCleaner {
  struct Line {
    /// In the lines of the whole text as an editor counts them, from 1.
    let number: Int
    let range: Range<Int>
  }

  private let input: [UInt8]
  private let unescapesHTML: Bool
  private var position = 0
  private var start = 0
  private var number = 1
  /// Set in the rest of a line that is a text of several lines.
  private var literal: LiteralText?
  private(set) var output: [UInt8] = []
  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    input = TextDecoding.utf8(bytes)
    unescapesHTML = HTMLEntity.isUsed(in: input)
    output.reserveCapacity(min(input.count, TextDecoding.limit) + 1)
    let half = TextDecoding.limit / 2
    clean(upTo: min(input.count, input.count > 2 * half ? half : input.count))
    if position < input.count { skip(to: input.count - half) }
    clean(upTo: input.count)
    endLine()
  }

  private mutating func skip(to place: Int) {
    guard place > position else { return }
    endLine()
    number += input[position..<place].count { $0 == .lineFeed }
    position = place
  }

  private mutating func clean(upTo end: Int) {
    while position < end {
      var plain = position
      let closing = literal?.closing ?? 0
      while plain < end, !Self.isSpecial(input[plain]), input[plain] != closing { plain += 1 }
      if plain > position {
        output += input[position..<plain]
        position = plain
      } else {
        cleanSpecial(input[position])
      }
    }
  }

  /// Bytes that stand for something else than themselves, or may begin something longer.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: "\\"): true
    default: byte < 0x20 || byte >= 0x7F
    }
  }

  private mutating func cleanSpecial(_ byte: UInt8) {
    switch byte {
    case .lineFeed:
      literal = nil
      endLine()
      number += 1
      position += 1
    case .carriageReturn: carriageReturn()
    case 0x08:
      if output.count > start { output.removeLast() }
      position += 1
    case .tab: keep(byte)
    case UInt8(ascii: "&"): entity()
    case .escape: sequence(byte)
    case UInt8(ascii: "\\") where unescape(): break
    // `[0;31m`, `^[[0m`, `\x1b[0m`: whether it may be one is seen at the next byte.
    case UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "\\"):
      if Self.maySpell(byte, position + 1 < input.count ? input[position + 1] : 0) {
        sequence(byte)
      } else {
        keep(byte)
      }
    case 0x80...: wide()
    case literal?.closing: endLiteral()
    default: position += 1
    }
  }

  private mutating func keep(_ byte: UInt8) {
    output.append(byte)
    position += 1
  }

  private mutating func endLine() {
    // Of several empty lines two say as much as all.
    let isEmpty = output.count == start
    if !isEmpty || !lines.suffix(2).allSatisfy({ $0.range.isEmpty }) || lines.count < 2 {
      lines.append(Line(number: number, range: start..<output.count))
    }
    start = output.count
  }

  /// `\r\n` ends a line, and so do more returns before the `\n`; alone it is taken for a line in a line.
  private mutating func carriageReturn() {
    while position < input.count, input[position] == .carriageReturn { position += 1 }
    if position < input.count, input[position] == .lineFeed { return }
    if output.count > start { endLine() }
  }

  // MARK: A text in a string

  private mutating func unescape() -> Bool {
    guard position + 1 < input.count else { return false }
    let escaped = input[position + 1]
    if literal == nil {
      guard beginsLine(escaped), let found = LiteralText(after: output[start...]) else { return false }
      output.removeSubrange(start..<start + found.start)
      literal = found
    }
    if escaped == UInt8(ascii: "n") {
      endLine()
    } else if let character = LiteralText.character(escaped) {
      output.append(character)
    } else {
      return false
    }
    position += 2
    return true
  }

  /// Whether `\n` or `\r\n` stands here; the latter is what a terminal sends, as Ansible's to the other machine.
  private func beginsLine(_ escaped: UInt8) -> Bool {
    escaped == UInt8(ascii: "n")
      || escaped == UInt8(ascii: "r") && input[(position + 2)...].prefix(2).elementsEqual("\\n".utf8)
  }

  /// Behind it other fields may stand; an empty line keeps them apart.
  private mutating func endLiteral() {
    literal = nil
    endLine()
    endLine()
    position += 1
  }

  // MARK: Characters

  private mutating func entity() {
    guard unescapesHTML, let entity = HTMLEntity(at: input[position...]) else { return keep(UInt8(ascii: "&")) }
    output.append(entity.character)
    position += entity.length
  }

  private static func maySpell(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["): next.isDigit
    case UInt8(ascii: "^"): next == UInt8(ascii: "[")
    default: next == UInt8(ascii: "x") || next == UInt8(ascii: "u") || next == UInt8(ascii: "0")
    }
  }

  private mutating func sequence(_ byte: UInt8) {
    guard let sequence = EscapeSequence(at: input[position...]) else { return keep(byte) }
    position += sequence.length
    switch sequence.effect {
    case .nothing: break
    case .moved: if output.count > start { endLine() }
    case .forward(let columns): output += repeatElement(.space, count: columns)
    }
  }

  /// A character beyond ASCII; a byte that is no part of one is taken for Latin-1.
  private mutating func wide() {
    let character = input[position...].prefix(4)
    var iterator = character.makeIterator()
    var parser = UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else {
      output += Unicode.Scalar(input[position]).utf8
      position += 1
      return
    }
    position += encoded.count
    let scalar = UTF8.decode(encoded)
    switch scalar.value {
    // No-break space; the spaces of zero width; C1 controls.
    case 0xA0: output.append(.space)
    case 0x80...0x9F, 0x200B...0x200D, 0x2060, 0xFEFF: break
    default: output += encoded
    }
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
