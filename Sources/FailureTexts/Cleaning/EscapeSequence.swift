/// A control sequence of a terminal (ECMA-48), also where its escape character was lost or written out in a paste.
struct EscapeSequence {
  /// What a terminal would do.
  enum Effect: Equatable {
    case nothing
    /// The cursor goes elsewhere: what follows is not the rest of this line.
    case moved
    /// So many columns to the right.
    case forward(Int)
  }

  /// In bytes.
  let length: Int
  let effect: Effect

  /// The sequence at the start of the bytes; for a lone escape character, that alone.
  init?(at bytes: Bytes) {
    switch bytes.first {
    case .escape: self.init(behindEscape: bytes.dropFirst(), escape: 1)
    case UInt8(ascii: "["):
      guard let length = Self.colour(bytes) else { return nil }
      self.init(length: length, effect: .nothing)
    case UInt8(ascii: "^"), UInt8(ascii: "\\"):
      guard let rest = Self.writtenOut.lazy.compactMap({ bytes.behind($0) }).first, let length = Self.colour(rest)
      else { return nil }
      self.init(length: bytes.count - rest.count + length, effect: .nothing)
    default: return nil
    }
  }

  private init(length: Int, effect: Effect) {
    self.length = length
    self.effect = effect
  }

  /// How the escape character is spelt where it is shown.
  private static let writtenOut: [String] = ["^[", #"\x1b"#, #"\x1B"#, #"\u001b"#, #"\033"#]

  private init(behindEscape bytes: Bytes, escape: Int) {
    switch bytes.first {
    case UInt8(ascii: "["): self.init(control: bytes.dropFirst(), lead: escape + 1)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      self.init(length: escape + 1 + Self.string(bytes.dropFirst()), effect: .nothing)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      self.init(length: escape + min(2, bytes.count), effect: .nothing)
    case .some(0x30...0x7E): self.init(length: escape + 1, effect: .nothing)
    default: self.init(length: escape, effect: .nothing)
    }
  }

  /// Parameters, then one final byte; ECMA-48, 5.4.
  private init(control bytes: Bytes, lead: Int) {
    let parameters = bytes.prefix(Self.controlLimit).prefix { (0x20...0x3F).contains($0) }
    guard let final = bytes.dropFirst(parameters.count).first, (0x40...0x7E).contains(final) else {
      self.init(length: lead + parameters.count, effect: .nothing)
      return
    }
    self.init(length: lead + parameters.count + 1, effect: Self.effect(final, parameters))
  }

  private static func effect(_ final: UInt8, _ parameters: Bytes) -> Effect {
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "E"), UInt8(ascii: "F"), UInt8(ascii: "G"),
      UInt8(ascii: "H"), UInt8(ascii: "J"):
      .moved
    case UInt8(ascii: "C"): .forward(min(parameters.number ?? 1, 200))
    default: .nothing
    }
  }

  private static let controlLimit = 64

  /// The length of a string up to its end, BEL or ESC \, which must come in the same line.
  private static func string(_ bytes: Bytes) -> Int {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x07: return index - bytes.startIndex + 1
      case .escape where bytes[index...].dropFirst().first == UInt8(ascii: "\\"):
        return index - bytes.startIndex + 2
      case .lineFeed, .carriageReturn, .escape: return index - bytes.startIndex
      default: continue
      }
    }
    return bytes.count
  }

  /// `[0;31m` without its escape character.
  private static func colour(_ bytes: Bytes) -> Int? {
    guard bytes.first == UInt8(ascii: "[") else { return nil }
    let parameters = bytes.dropFirst().prefix(20).prefix { $0.isDigit || $0 == UInt8(ascii: ";") }
    guard parameters.count > 0, bytes.dropFirst(1 + parameters.count).first == UInt8(ascii: "m") else { return nil }
    return parameters.count + 2
  }
}
