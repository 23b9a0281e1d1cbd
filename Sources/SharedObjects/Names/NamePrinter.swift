/// Writes a tree as C++ has it, in the manner of GNU's c++filt(1).
struct NamePrinter {
  let tree: NameTree
  /// As UTF-8.
  var output: [UInt8] = []
  /// Which element of each pack is written at the moment; `nil` outside of expansions.
  var packIndex: Int?
  /// The arguments of the function templates that are being written, the innermost last: what `T_` stands for.
  var templates: [[Part]] = []
  private var steps = 0

  typealias Part = NameTree.Part
  typealias Unreadable = NameTree.Unreadable

  /// In bytes. Substitutions can make 200 megabytes of a name of 267 bytes.
  static let longestOutput = 1 << 16
  /// Parts that write nothing cost time, too.
  private static let mostSteps = 1 << 18

  init(_ tree: NameTree) {
    self.tree = tree
  }

  mutating func write(_ part: Part) throws(Unreadable) {
    try left(part)
    try right(part)
  }

  mutating func put(_ text: String) throws(Unreadable) {
    guard output.count + text.utf8.count <= Self.longestOutput else { throw Unreadable() }
    output += text.utf8
  }

  private mutating func step() throws(Unreadable) {
    steps += 1
    guard steps <= Self.mostSteps else { throw Unreadable() }
  }

  /// What stands before a declared name: all of most things, and the beginning of pointers to functions.
  mutating func left(_ part: Part) throws(Unreadable) {
    try step()
    switch tree[part] {
    case .text(let text): try put(text)
    case .abbreviation(let text, _, _): try put(text)
    case .qualified(let scope, let name): try qualified(scope, name)
    case .template(let name, let arguments): try template(name, arguments)
    case .tagged(let name, let tag):
      try left(name)
      try put("[abi:\(tag)]")
    case .constructor(let scope): try lastName(of: scope)
    case .destructor(let scope):
      try put("~")
      try lastName(of: scope)
    case .conversion(let target):
      try put("operator ")
      try write(target)
    case .unnamed(let number): try put("{unnamed type#\(number)}")
    case .lambda(let parameters, let number):
      try put("{lambda(")
      try list(parameters)
      try put(")#\(number)}")
    case .encoding(let name, let function): try encoding(name, function)
    case .special(let words, let part):
      try put(words)
      try write(part)
    case .expression(let sign, let operands): try expression(sign, operands)
    case .literal(let type, let value): try literal(type, value)
    case .pack(let parts): try pack(parts)
    case .parameter(let index):
      try argument(index) { printer, part throws(Unreadable) in try printer.left(part) }
    case .expansion(let pattern): try expansion(pattern)
    case .qualifiedType, .pointer, .function, .array, .memberPointer: try leftOfType(part)
    }
  }

  private mutating func leftOfType(_ part: Part) throws(Unreadable) {
    switch tree[part] {
    case .qualifiedType(let type, let words):
      try left(type)
      try put(words)
    case .pointer(let target, let sign):
      try left(target)
      if sign != "*", let inner = reference(target) {
        // A reference to a reference is the one to an lvalue, if either is ([dcl.ref]).
        if sign == "&", inner == "&&" { output.removeLast() }
        return
      }
      if isDeclarator(target) { try put(isArray(target) ? " (" : "(") }
      try put(sign)
    case .function(let returned, _, _):
      if let returned {
        try left(returned)
        try put(" ")
      }
    case .array(let element, _): try left(element)
    case .memberPointer(let type, let member):
      try left(member)
      try put(isDeclarator(member) ? "(" : " ")
      try write(type)
      try put("::*")
    default: break
    }
  }

  mutating func right(_ part: Part) throws(Unreadable) {
    try step()
    switch tree[part] {
    case .qualifiedType(let type, _): try right(type)
    case .pointer(let target, let sign):
      if isDeclarator(target), sign == "*" || reference(target) == nil { try put(")") }
      try right(target)
    case .parameter(let index):
      try argument(index) { printer, part throws(Unreadable) in try printer.right(part) }
    case .memberPointer(_, let member):
      if isDeclarator(member) { try put(")") }
      try right(member)
    case .array(let element, let count):
      try put(output.last == UInt8(ascii: "]") ? "[" : " [")
      if let count { try write(count) }
      try put("]")
      try right(element)
    case .function(let returned, let parameters, let words):
      try put("(")
      try list(parameters)
      try put(")" + words)
      if let returned { try right(returned) }
    case .pack(let parts):
      if packIndex != nil { try element(of: parts) { printer, part throws(Unreadable) in try printer.right(part) } }
    default: break
    }
  }

  /// Whether a pointer to it needs parentheses.
  private func isDeclarator(_ part: Part) -> Bool {
    switch tree[unqualified(part)] {
    case .function, .array: true
    default: false
    }
  }

  private func isArray(_ part: Part) -> Bool {
    if case .array = tree[unqualified(part)] { true } else { false }
  }

  /// `&` or `&&`, where it is a reference.
  private func reference(_ part: Part) -> String? {
    if case .pointer(_, let sign) = tree[resolved(part)], sign != "*" { sign } else { nil }
  }

  /// Without `const` and its kind.
  private func unqualified(_ part: Part) -> Part {
    var part = resolved(part)
    while case .qualifiedType(let type, _) = tree[part] { part = resolved(type) }
    return part
  }

  /// What a parameter stands for, and the element of a pack that is being written.
  func resolved(_ part: Part) -> Part {
    var part = part
    var level = templates.count
    while true {
      switch tree[part] {
      case .parameter(let index):
        level -= 1
        guard level >= 0, templates[level].indices.contains(index) else { return part }
        part = templates[level][index]
      case .pack(let parts):
        guard let packIndex, parts.indices.contains(packIndex) else { return part }
        part = parts[packIndex]
      default: return part
      }
    }
  }
}
