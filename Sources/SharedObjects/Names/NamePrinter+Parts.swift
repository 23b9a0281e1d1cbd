extension NamePrinter {
  mutating func qualified(_ scope: Part, _ name: Part) throws(Unreadable) {
    if case .abbreviation(_, let full, _) = tree[scope], isConstructorLike(name) {
      try put(full)
    } else {
      try write(scope)
    }
    try put("::")
    try write(name)
  }

  private func isConstructorLike(_ part: Part) -> Bool {
    switch tree[part] {
    case .constructor, .destructor: true
    default: false
    }
  }

  mutating func template(_ name: Part, _ arguments: [Part]) throws(Unreadable) {
    try left(name)
    try put(output.last == UInt8(ascii: "<") ? " <" : "<")
    try list(arguments)
    try put(output.last == UInt8(ascii: ">") ? " >" : ">")
  }

  /// The class alone, without its scope and arguments.
  mutating func lastName(of part: Part) throws(Unreadable) {
    var part = part
    while true {
      switch tree[part] {
      case .qualified(_, let name): part = name
      case .template(let name, _): part = name
      case .tagged(let name, _): part = name
      case .abbreviation(_, _, let name): return try put(name)
      default: return try left(part)
      }
    }
  }

  mutating func encoding(_ name: Part, _ function: Part) throws(Unreadable) {
    let arguments = templateArguments(of: name)
    if let arguments { templates.append(arguments) }
    try left(function)
    try write(name)
    try right(function)
    if arguments != nil { templates.removeLast() }
  }

  /// Of something inside a function the arguments are its own.
  private func templateArguments(of name: Part) -> [Part]? {
    switch tree[name] {
    case .template(_, let arguments): arguments
    case .qualified(let scope, let entity):
      if case .encoding = tree[scope] { templateArguments(of: entity) } else { nil }
    default: nil
    }
  }

  /// Parameters in an argument are those of the template around.
  mutating func argument(
    _ index: Int, _ write: (inout NamePrinter, Part) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard let arguments = templates.popLast(), arguments.indices.contains(index) else { throw Unreadable() }
    try write(&self, arguments[index])
    templates.append(arguments)
  }

  /// With commas between those that write anything: empty packs do not.
  mutating func list(_ parts: [Part]) throws(Unreadable) {
    var isFirst = true
    for part in parts {
      let before = output.count
      if !isFirst { try put(", ") }
      let start = output.count
      try write(part)
      if output.count == start { output.removeLast(start - before) } else { isFirst = false }
    }
  }

  mutating func pack(_ parts: [Part]) throws(Unreadable) {
    guard packIndex != nil else { return try list(parts) }
    try element(of: parts) { printer, part throws(Unreadable) in try printer.left(part) }
  }

  /// Packs inside of the element are written whole.
  mutating func element(
    of parts: [Part], _ write: (inout NamePrinter, Part) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard let index = packIndex, parts.indices.contains(index) else { throw Unreadable() }
    packIndex = nil
    try write(&self, parts[index])
    packIndex = index
  }

  /// The pattern once for each element of the first pack in it.
  mutating func expansion(_ pattern: Part) throws(Unreadable) {
    guard packIndex == nil, let count = packCount(in: pattern) else {
      try write(pattern)
      return try put("...")
    }
    var isFirst = true
    for index in 0..<count {
      if !isFirst { try put(", ") }
      packIndex = index
      try write(pattern)
      packIndex = nil
      isFirst = false
    }
  }

  private func packCount(in pattern: Part) -> Int? {
    var waiting = [pattern]
    var seen = 0
    while let part = waiting.popLast(), seen < tree.nodes.count {
      seen += 1
      let part = resolved(part)
      if case .pack(let parts) = tree[part] { return parts.count }
      waiting += tree[part].parts
    }
    return nil
  }
}

// MARK: - Values

extension NamePrinter {
  mutating func literal(_ type: Part, _ value: String) throws(Unreadable) {
    let number = value.hasPrefix("n") ? "-" + value.dropFirst() : value
    if case .text("bool") = tree[type], value == "0" || value == "1" { return try put(value == "1" ? "true" : "false") }
    if case .text(let name) = tree[type], let ending = NameTables.literalEndings[name] {
      return try put(number + ending)
    }
    try put("(")
    try write(type)
    try put(")")
    try put(number)
  }

  mutating func expression(_ sign: String, _ operands: [Part]) throws(Unreadable) {
    switch (sign, operands.count) {
    case ("decltype", _), ("sizeof ", _):
      try put(sign + "(")
      try write(operands[0])
      try put(")")
    case (" ", 2):
      try write(operands[0])
      try put(" ")
      try write(operands[1])
    case (_, 1):
      try put(sign)
      try operand(operands[0], isAddress: sign == "&")
    default:
      // In a list of arguments a bare `>` would end the list.
      try put(sign == ">" ? "((" : "(")
      try write(operands[0])
      try put(")\(sign)(")
      try write(operands[1])
      try put(sign == ">" ? "))" : ")")
    }
  }

  /// The address of a function is written without its parameters.
  private mutating func operand(_ part: Part, isAddress: Bool) throws(Unreadable) {
    var part = part
    if isAddress, case .encoding(let name, _) = tree[part], case .qualified = tree[name] { part = name }
    switch tree[part] {
    case .text, .qualified: try write(part)
    default:
      try put("(")
      try write(part)
      try put(")")
    }
  }
}

extension NameTree.Node {
  /// The parts of which it is made.
  var parts: [NameTree.Part] {
    switch self {
    case .text, .abbreviation, .unnamed, .parameter: []
    case .qualified(let first, let second), .memberPointer(let first, let second), .encoding(let first, let second):
      [first, second]
    case .template(let name, let arguments): [name] + arguments
    case .tagged(let part, _), .constructor(let part), .destructor(let part), .conversion(let part),
      .qualifiedType(let part, _), .pointer(let part, _), .expansion(let part), .literal(let part, _),
      .special(_, let part):
      [part]
    case .lambda(let parts, _), .pack(let parts), .expression(_, let parts): parts
    case .function(let returned, let parameters, _): parameters + (returned.map { [$0] } ?? [])
    case .array(let element, let count): [element] + (count.map { [$0] } ?? [])
    }
  }
}
