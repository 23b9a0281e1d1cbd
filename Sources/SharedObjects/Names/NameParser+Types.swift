extension NameParser {
  /// `<type>`. All but the types of the language can be substituted later.
  mutating func type() throws(Unreadable) -> Part {
    try nested { parser throws(Unreadable) in
      if let builtin = try parser.builtinType() { return builtin }
      if parser.next == UInt8(ascii: "S"), parser[1] != UInt8(ascii: "t") { return try parser.substitutedType() }
      let part = try parser.compoundType()
      parser.substitutions.append(part)
      return part
    }
  }

  private mutating func compoundType() throws(Unreadable) -> Part {
    switch next {
    case UInt8(ascii: "r"), UInt8(ascii: "V"), UInt8(ascii: "K"): try qualifiedType()
    case UInt8(ascii: "P"): try pointer("*")
    case UInt8(ascii: "R"): try pointer("&")
    case UInt8(ascii: "O"): try pointer("&&")
    case UInt8(ascii: "F"): try functionType(words: "")
    case UInt8(ascii: "A"): try arrayType()
    case UInt8(ascii: "M"): try memberPointer()
    case UInt8(ascii: "T"): try parameterType()
    case UInt8(ascii: "D"): try extendedType()
    case UInt8(ascii: "C"): try suffixed(" _Complex")
    case UInt8(ascii: "U"): try vendorQualifiedType()
    default: try classType()
    }
  }

  private mutating func builtinType() throws(Unreadable) -> Part? {
    guard let byte = next else { throw Unreadable() }
    if let name = NameTables.types[byte] {
      position += 1
      return try text(name)
    }
    if byte == UInt8(ascii: "D"), let second = self[1], let name = NameTables.extendedTypes[second] {
      position += 2
      return try text(name)
    }
    return nil
  }

  /// `[r] [V] [K]`, in the order in which they are written behind a type.
  mutating func qualifiers() -> String {
    let restrict = take("r") ? " restrict" : ""
    let volatile = take("V") ? " volatile" : ""
    return (take("K") ? " const" : "") + volatile + restrict
  }

  private mutating func qualifiedType() throws(Unreadable) -> Part {
    let words = qualifiers()
    // A member function's own qualifiers stand behind its parameters.
    if next == UInt8(ascii: "F") { return try functionType(words: words) }
    let type = try type()
    return try tree.add(.qualifiedType(type, words: words), over: [type])
  }

  private mutating func pointer(_ sign: String) throws(Unreadable) -> Part {
    position += 1
    let type = try type()
    return try tree.add(.pointer(to: type, sign: sign), over: [type])
  }

  private mutating func suffixed(_ words: String) throws(Unreadable) -> Part {
    position += 1
    let type = try type()
    return try tree.add(.qualifiedType(type, words: words), over: [type])
  }

  /// `F [Y] <type> <parameters> [R|O] E`.
  private mutating func functionType(words: String) throws(Unreadable) -> Part {
    try expect("F")
    _ = take("Y")
    let returned = try type()
    let parameters = try self.parameters()
    let reference = take("R") ? " &" : take("O") ? " &&" : ""
    try expect("E")
    return try tree.add(
      .function(returns: returned, parameters: parameters, words: words + reference), over: parameters + [returned])
  }

  /// `A [<number> | <expression>] _ <type>`.
  private mutating func arrayType() throws(Unreadable) -> Part {
    try expect("A")
    var count: Part?
    if next?.isDigit == true {
      count = try text(String(number()))
    } else if next != .underscore {
      count = try expression()
    }
    try expect("_")
    let element = try type()
    return try tree.add(.array(of: element, count: count), over: [element] + (count.map { [$0] } ?? []))
  }

  private mutating func memberPointer() throws(Unreadable) -> Part {
    try expect("M")
    let type = try type()
    let member = try self.type()
    return try tree.add(.memberPointer(class: type, member: member), over: [type, member])
  }

  /// A template parameter that is a type, or a template with arguments.
  private mutating func parameterType() throws(Unreadable) -> Part {
    if let second = self[1], "sue".utf8.contains(second) {
      // `struct`, `union`, `enum` in front of a name.
      position += 2
      return try classType()
    }
    let parameter = try templateParameter()
    guard next == UInt8(ascii: "I") else { return parameter }
    substitutions.append(parameter)
    var reading = NameReading()
    return try template(parameter, &reading)
  }

  private mutating func extendedType() throws(Unreadable) -> Part {
    if take("Dp") {
      let pattern = try type()
      return try tree.add(.expansion(of: pattern), over: [pattern])
    }
    if take("Dv") {
      let count = try number()
      try expect("_")
      let type = try type()
      return try tree.add(.qualifiedType(type, words: " __vector(\(count))"), over: [type])
    }
    if take("Do") { return try functionType(words: " noexcept") }
    if take("DT") || take("Dt") {
      let expression = try expression()
      try expect("E")
      return try tree.add(.expression(sign: "decltype", operands: [expression]), over: [expression])
    }
    if take("DF16b") { return try text("std::bfloat16_t") }
    if take("DF") {
      let bits = try number()
      try expect("_")
      return try text("_Float\(bits)")
    }
    throw Unreadable()
  }

  private mutating func vendorQualifiedType() throws(Unreadable) -> Part {
    try expect("U")
    var reading = NameReading()
    let qualifier = try name(&reading)
    let type = try type()
    return try tree.add(.expression(sign: " ", operands: [type, qualifier]), over: [type, qualifier])
  }

  private mutating func classType() throws(Unreadable) -> Part {
    // A type that the vendor added to the language.
    _ = take("u")
    var reading = NameReading()
    return try name(&reading)
  }

  /// A substitution by itself is no new type; with arguments behind it, it is.
  private mutating func substitutedType() throws(Unreadable) -> Part {
    let part = try substitution()
    guard next == UInt8(ascii: "I") else { return part }
    var reading = NameReading()
    let type = try template(part, &reading)
    substitutions.append(type)
    return type
  }

  /// `<substitution>`: something that came before, or one of the names of `std` that have their own letter.
  mutating func substitution() throws(Unreadable) -> Part {
    try expect("S")
    if let letter = next, let standard = NameTables.abbreviations[letter] {
      position += 1
      var part = try tree.add(standard)
      while take("B") { part = try taggedAbbreviation(part) }
      return part
    }
    let index = try sequenceNumber()
    guard substitutions.indices.contains(index) else { throw Unreadable() }
    return substitutions[index]
  }

  private mutating func taggedAbbreviation(_ part: Part) throws(Unreadable) -> Part {
    let length = try number()
    guard length > 0, length <= bytes.count - position else { throw Unreadable() }
    let tag = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
    position += length
    let tagged = try tree.add(.tagged(part, tag: tag), over: [part])
    substitutions.append(tagged)
    return tagged
  }
}
