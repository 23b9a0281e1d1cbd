/// Reads a name by the Itanium C++ ABI, "External Names (a.k.a. Mangling)": one function for each production.
///
/// Not read, since names of functions and types that libraries offer to one another rarely have them: expressions other
/// than operators on literals and parameters, and constraints.
struct NameParser {
  let bytes: [UInt8]
  var position: Int
  var tree = NameTree()
  var substitutions: [NameTree.Part] = []
  /// Inside the parameters of a lambda `T_` stands for `auto`.
  var isInLambda = false
  private var depth = 0

  typealias Part = NameTree.Part
  typealias Unreadable = NameTree.Unreadable

  /// How many productions may be open at once, since each is a call: enough for all names of PyTorch 2.2's libraries.
  private static let greatestDepth = 200

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var next: UInt8? { self[0] }

  subscript(_ distance: Int) -> UInt8? {
    bytes.indices.contains(position + distance) ? bytes[position + distance] : nil
  }

  mutating func take(_ letters: StaticString) -> Bool {
    let letters = letters.description.utf8
    guard bytes[position...].starts(with: letters) else { return false }
    position += letters.count
    return true
  }

  mutating func expect(_ letters: StaticString) throws(Unreadable) {
    guard take(letters) else { throw Unreadable() }
  }

  /// Counts open productions around `body`.
  mutating func nested<Result>(
    _ body: (inout NameParser) throws(Unreadable) -> Result
  ) throws(Unreadable) -> Result {
    guard depth < Self.greatestDepth else { throw Unreadable() }
    depth += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  mutating func text(_ text: String) throws(Unreadable) -> Part {
    try tree.add(.text(text))
  }

  /// Decimal; with `n` before it, negative.
  mutating func number() throws(Unreadable) -> Int {
    let isNegative = take("n")
    let start = position
    while let digit = next, digit.isDigit { position += 1 }
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else { throw Unreadable() }
    return isNegative ? -value : value
  }

  /// `<seq-id> _` in base 36, or `_` alone: 0 for `_`, 1 for `0_`.
  mutating func sequenceNumber() throws(Unreadable) -> Int {
    if take("_") { return 0 }
    let start = position
    while let byte = next, byte.isDigit || (0x41...0x5A).contains(byte) { position += 1 }
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self), radix: 36), value < bytes.count
    else { throw Unreadable() }
    try expect("_")
    return value + 1
  }

  /// `<number> _`, or `_` alone, as lambdas and parameters are counted.
  mutating func decimalNumber() throws(Unreadable) -> Int {
    if take("_") { return 0 }
    let value = try number()
    guard (0..<bytes.count).contains(value) else { throw Unreadable() }
    try expect("_")
    return value + 1
  }
}

// MARK: - Encodings

extension NameParser {
  /// `<encoding>`: a special name, or a function's or object's.
  ///
  /// - Parameter isScope: It stands before the name of something inside of it, where no returned type is written.
  mutating func encoding(isScope: Bool = false) throws(Unreadable) -> Part {
    try nested { parser throws(Unreadable) in
      if let special = try parser.specialName() { return special }
      return try parser.functionOrData(isScope: isScope)
    }
  }

  private mutating func functionOrData(isScope: Bool) throws(Unreadable) -> Part {
    var name = NameReading()
    let part = try self.name(&name)
    guard let byte = next, byte != UInt8(ascii: "E"), byte != .dot, byte != UInt8(ascii: "@") else { return part }
    let returned = name.hasReturnType ? try type() : nil
    let parameters = try self.parameters()
    let written = isScope ? nil : returned
    let function = try tree.add(
      .function(returns: written, parameters: parameters, words: name.words),
      over: parameters + (written.map { [$0] } ?? []))
    return try tree.add(.encoding(name: part, function: function), over: [part, function])
  }

  /// `<bare-function-type>` without the type returned: `v` for none.
  mutating func parameters() throws(Unreadable) -> [Part] {
    if next == UInt8(ascii: "v") {
      position += 1
      return []
    }
    var parts: [Part] = []
    while let byte = next, byte != UInt8(ascii: "E"), byte != .dot, byte != UInt8(ascii: "@") {
      // The reference qualifiers of a function type follow its parameters.
      if byte == UInt8(ascii: "R") || byte == UInt8(ascii: "O"), self[1] == UInt8(ascii: "E") { break }
      parts.append(try type())
    }
    guard !parts.isEmpty else { throw Unreadable() }
    return parts
  }

  /// `<special-name>`; `nil` where there is none.
  private mutating func specialName() throws(Unreadable) -> Part? {
    if take("Th") {
      _ = try number()
      try expect("_")
      return try special("non-virtual thunk to ") { parser throws(Unreadable) in try parser.encoding() }
    }
    if take("Tv") {
      _ = try number()
      try expect("_")
      _ = try number()
      try expect("_")
      return try special("virtual thunk to ") { parser throws(Unreadable) in try parser.encoding() }
    }
    if take("GTt") {
      return try special("transaction clone for ") { parser throws(Unreadable) in try parser.encoding() }
    }
    for (letters, words) in NameTables.specialTypes where take(letters) {
      return try special(words) { parser throws(Unreadable) in try parser.type() }
    }
    for (letters, words) in NameTables.specialNames where take(letters) {
      return try special(words) { parser throws(Unreadable) in
        var reading = NameReading()
        return try parser.name(&reading)
      }
    }
    return nil
  }

  private mutating func special(
    _ words: String, _ read: (inout NameParser) throws(Unreadable) -> Part
  ) throws(Unreadable) -> Part {
    let part = try read(&self)
    return try tree.add(.special(words: words, of: part), over: [part])
  }
}
