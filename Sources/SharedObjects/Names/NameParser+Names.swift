/// What the way to a name says of the function that has it.
struct NameReading {
  /// `const` and reference qualifiers of a member function.
  var words = ""
  var isTemplate = false
  var isConstructorLike = false

  /// "Template functions (names ending in template arguments) have return types encoded", constructors and conversions
  /// excepted (5.1.5.3 of the ABI).
  var hasReturnType: Bool { isTemplate && !isConstructorLike }
}

extension NameParser {
  /// `<name>`.
  mutating func name(_ reading: inout NameReading) throws(Unreadable) -> Part {
    switch next {
    case UInt8(ascii: "N"): return try nestedName(&reading)
    case UInt8(ascii: "Z"): return try localName(&reading)
    default: break
    }
    var part: Part
    if next == UInt8(ascii: "S"), self[1] != UInt8(ascii: "t") {
      part = try substitution()
      guard next == UInt8(ascii: "I") else { throw Unreadable() }
    } else {
      part = try unscopedName(&reading)
      if next == UInt8(ascii: "I") { substitutions.append(part) }
    }
    if next == UInt8(ascii: "I") {
      part = try template(part, &reading)
    }
    return part
  }

  /// `<unscoped-name>`: one in no namespace, or in `std`.
  private mutating func unscopedName(_ reading: inout NameReading) throws(Unreadable) -> Part {
    guard take("St") else { return try unqualifiedName(in: nil, &reading) }
    let scope = try text("std")
    let name = try unqualifiedName(in: scope, &reading)
    return try tree.add(.qualified(scope: scope, name: name), over: [scope, name])
  }

  mutating func template(_ name: Part, _ reading: inout NameReading) throws(Unreadable) -> Part {
    let arguments = try templateArgumentList()
    reading.isTemplate = true
    return try tree.add(.template(name: name, arguments: arguments), over: [name] + arguments)
  }

  /// `<nested-name>`: `N [<qualifiers>] <prefix> <name> E`.
  private mutating func nestedName(_ reading: inout NameReading) throws(Unreadable) -> Part {
    try expect("N")
    reading.words = qualifiers()
    if take("R") { reading.words += " &" } else if take("O") { reading.words += " &&" }
    var scope: Part?
    var isSubstitution = false
    while !take("E") {
      // Every prefix can be substituted later; the whole name is no prefix of itself.
      if let scope, !isSubstitution { substitutions.append(scope) }
      isSubstitution = next == UInt8(ascii: "S")
      scope = try component(after: scope, &reading)
    }
    guard let scope else { throw Unreadable() }
    return scope
  }

  /// One step of a `<prefix>`.
  private mutating func component(after scope: Part?, _ reading: inout NameReading) throws(Unreadable) -> Part {
    if take("St") { return try text("std") }
    switch (next, scope) {
    case (UInt8(ascii: "S"), nil): return try substitution()
    case (UInt8(ascii: "T"), nil): return try templateParameter()
    case (UInt8(ascii: "I"), let scope?): return try template(scope, &reading)
    case (UInt8(ascii: "M"), let scope?):
      // A member whose initialiser has a lambda in it.
      position += 1
      return scope
    default: break
    }
    reading.isTemplate = false
    let name = try unqualifiedName(in: scope, &reading)
    guard let scope else { return name }
    return try tree.add(.qualified(scope: scope, name: name), over: [scope, name])
  }

  /// `<local-name>`: something inside a function.
  private mutating func localName(_ reading: inout NameReading) throws(Unreadable) -> Part {
    try expect("Z")
    let function = try encoding(isScope: true)
    try expect("E")
    let entity: Part
    if take("s") {
      entity = try text("string literal")
    } else {
      if take("d") { _ = try decimalNumber() }
      entity = try nested { parser throws(Unreadable) in try parser.name(&reading) }
    }
    skipDiscriminator()
    return try tree.add(.qualified(scope: function, name: entity), over: [function, entity])
  }

  /// `_ <digit>` or `__ <number> _`: one of several local things of the same name.
  private mutating func skipDiscriminator() {
    if take("__") {
      while let digit = next, digit.isDigit { position += 1 }
      _ = take("_")
    } else if next == .underscore, self[1]?.isDigit == true {
      position += 2
    }
  }

  /// `<unqualified-name>` with its ABI tags.
  private mutating func unqualifiedName(in scope: Part?, _ reading: inout NameReading) throws(Unreadable) -> Part {
    var part = try untaggedName(in: scope, &reading)
    while take("B") {
      let tag = try sourceName()
      part = try tree.add(.tagged(part, tag: tag), over: [part])
    }
    return part
  }

  private mutating func untaggedName(in scope: Part?, _ reading: inout NameReading) throws(Unreadable) -> Part {
    // Internal linkage; GCC writes it where the ABI does not ask for it.
    if next == UInt8(ascii: "L"), self[1]?.isDigit == true { position += 1 }
    guard let byte = next else { throw Unreadable() }
    if byte.isDigit { return try text(sourceName()) }
    switch byte {
    case UInt8(ascii: "C"): return try constructor(of: scope, &reading)
    case UInt8(ascii: "D") where self[1]?.isDigit == true:
      position += 2
      reading.isConstructorLike = true
      guard let scope else { throw Unreadable() }
      return try tree.add(.destructor(of: scope), over: [scope])
    case UInt8(ascii: "U"): return try unnamedType()
    default: return try operatorName(&reading)
    }
  }

  /// `C1` to `C5`; `CI1` and `CI2` with the class that it is inherited from.
  private mutating func constructor(of scope: Part?, _ reading: inout NameReading) throws(Unreadable) -> Part {
    position += 1
    let isInherited = take("I")
    guard let digit = next, digit.isDigit, let scope else { throw Unreadable() }
    position += 1
    if isInherited { _ = try type() }
    reading.isConstructorLike = true
    return try tree.add(.constructor(of: scope), over: [scope])
  }

  /// `<source-name>`: its length, then the name. GCC's name of a namespace without one begins as `_GLOBAL__N`.
  private mutating func sourceName() throws(Unreadable) -> String {
    guard next?.isDigit == true else { throw Unreadable() }
    let length = try number()
    guard length > 0, length <= bytes.count - position else { throw Unreadable() }
    let name = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
    position += length
    return name.hasPrefix("_GLOBAL__N") || name.hasPrefix("_GLOBAL_.N") ? "(anonymous namespace)" : name
  }

  /// `<unnamed-type-name>` and `<closure-type-name>`.
  private mutating func unnamedType() throws(Unreadable) -> Part {
    if take("Ut") { return try tree.add(.unnamed(number: decimalNumber() + 1)) }
    try expect("Ul")
    let outer = isInLambda
    isInLambda = true
    let parameters = try self.parameters()
    isInLambda = outer
    try expect("E")
    let number = try decimalNumber() + 1
    return try tree.add(.lambda(parameters: parameters, number: number), over: parameters)
  }

  /// `<operator-name>`.
  private mutating func operatorName(_ reading: inout NameReading) throws(Unreadable) -> Part {
    if take("cv") {
      reading.isConstructorLike = true
      let target = try type()
      return try tree.add(.conversion(to: target), over: [target])
    }
    if take("li") { return try text("operator\"\" \(sourceName())") }
    guard let sign = takeOperator() else { throw Unreadable() }
    return try text("operator" + (sign.utf8.first?.isLetter == true ? " " : "") + sign)
  }

  mutating func takeOperator() -> String? {
    guard let first = next, let second = self[1] else { return nil }
    guard let sign = NameTables.operators[String(decoding: [first, second], as: UTF8.self)] else { return nil }
    position += 2
    return sign
  }
}
