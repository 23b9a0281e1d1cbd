extension NameParser {
  /// `<template-args>`: `I <argument>* E`.
  mutating func templateArgumentList() throws(Unreadable) -> [Part] {
    try expect("I")
    var arguments: [Part] = []
    while !take("E") { arguments.append(try templateArgument()) }
    return arguments
  }

  /// `<template-arg>`: a type, a value, an expression or a pack.
  private mutating func templateArgument() throws(Unreadable) -> Part {
    try nested { parser throws(Unreadable) in
      switch parser.next {
      case UInt8(ascii: "L"): return try parser.literal()
      case UInt8(ascii: "X"):
        parser.position += 1
        let expression = try parser.expression()
        try parser.expect("E")
        return expression
      case UInt8(ascii: "J"):
        parser.position += 1
        var parts: [Part] = []
        while !parser.take("E") { parts.append(try parser.templateArgument()) }
        return try parser.tree.add(.pack(parts), over: parts)
      default: return try parser.type()
      }
    }
  }

  /// `<template-param>`: `T_` is the first argument.
  mutating func templateParameter() throws(Unreadable) -> Part {
    try expect("T")
    let index = try decimalNumber()
    if isInLambda { return try text("auto:\(index + 1)") }
    return try tree.add(.parameter(index))
  }

  /// `<expr-primary>`: `L <type> <value> E`, or the name of a function or object.
  private mutating func literal() throws(Unreadable) -> Part {
    try expect("L")
    if take("_Z") || take("Z") {
      let part = try encoding()
      try expect("E")
      return part
    }
    let type = try type()
    let start = position
    while let byte = next, byte != UInt8(ascii: "E") {
      guard byte.isWordByte else { throw Unreadable() }
      position += 1
    }
    let value = String(decoding: bytes[start..<position], as: UTF8.self)
    try expect("E")
    return try tree.add(.literal(type: type, value: value), over: [type])
  }

  /// `<expression>`, as far as templates in the wild have them.
  mutating func expression() throws(Unreadable) -> Part {
    try nested { parser throws(Unreadable) in
      switch (parser.next, parser[1]) {
      case (UInt8(ascii: "L"), _): return try parser.literal()
      case (UInt8(ascii: "T"), _): return try parser.templateParameter()
      case (UInt8(ascii: "s"), UInt8(ascii: "t")):
        parser.position += 2
        return try parser.expression(sign: "sizeof ", operands: [parser.type()])
      case (UInt8(ascii: "s"), UInt8(ascii: "r")): return try parser.scopedName()
      case (UInt8(ascii: "s"), UInt8(ascii: "p")):
        parser.position += 2
        let pattern = try parser.expression()
        return try parser.tree.add(.expansion(of: pattern), over: [pattern])
      case (.some(let digit), _) where digit.isDigit:
        var reading = NameReading()
        return try parser.name(&reading)
      case (UInt8(ascii: "f"), UInt8(ascii: "p")):
        parser.position += 2
        return try parser.text("{parm#\(parser.decimalNumber() + 1)}")
      default: return try parser.operation()
      }
    }
  }

  /// An operator and as many operands as it takes.
  private mutating func operation() throws(Unreadable) -> Part {
    guard let first = next, let second = self[1] else { throw Unreadable() }
    let code = String(decoding: [first, second], as: UTF8.self)
    guard let sign = takeOperator(), let count = NameTables.operandCount(of: code) else { throw Unreadable() }
    var operands: [Part] = []
    for _ in 0..<count { operands.append(try expression()) }
    return try expression(sign: sign, operands: operands)
  }

  private mutating func expression(sign: String, operands: [Part]) throws(Unreadable) -> Part {
    try tree.add(.expression(sign: sign, operands: operands), over: operands)
  }

  /// `sr <type> <name>` or `sr <level>+ E <name>`: a member of a type that depends on a parameter.
  private mutating func scopedName() throws(Unreadable) -> Part {
    try expect("sr")
    guard next?.isDigit == true else { return try member(of: type()) }
    var reading = NameReading()
    var scope = try name(&reading)
    while !take("E") { scope = try member(of: scope) }
    return try member(of: scope)
  }

  private mutating func member(of scope: Part) throws(Unreadable) -> Part {
    var reading = NameReading()
    let name = try name(&reading)
    return try tree.add(.qualified(scope: scope, name: name), over: [scope, name])
  }
}
