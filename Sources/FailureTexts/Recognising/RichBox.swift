internal import Probing

/// What stands in the box of one traceback of rich.
struct RichBox {
  private(set) var section: TracebackSection
  private(set) var frames = FrameCollector()
  /// A place that was too long for a line goes on in the next.
  private var begun: [UInt8] = []

  init(number: Int) {
    section = TracebackSection(lines: number...number)
    section.hasHeader = true
  }

  /// Whether the line is within the box.
  mutating func take(_ line: TextLine) -> Bool {
    guard let inside = Self.inside(line.trimmed) else { return false }
    section.extend(to: line.number)
    if inside.isEmpty || takeVariable(inside) || takeCode(inside) {
      begun = []
    } else {
      takePlace(inside)
    }
    return true
  }

  static func isEdge(_ line: Bytes) -> Bool { line.begins(with: "╰") || line.begins(with: "+--") }

  private static func inside(_ line: Bytes) -> Bytes? {
    guard let rest = line.behind("│") ?? line.behind("|") else { return nil }
    let end = ["│", "|"].first { rest.reversed().starts(with: $0.utf8.reversed()) }
    return rest.dropLast(end?.utf8.count ?? 0).trimmed
  }

  /// `❱ 3 │   import x`; lines around it have no mark.
  private mutating func takeCode(_ inside: Bytes) -> Bool {
    if let code = inside.behind("❱ ") ?? inside.behind("> ") {
      let digits = code.drop(while: \.isBlank).prefix(while: \.isDigit)
      guard let number = digits.number else { return false }
      var source = code[digits.endIndex...].trimmed
      while let rest = source.behind("│") { source = rest.trimmed }
      frames.current?.source = source.text
      if frames.current?.line == 0 { frames.current?.line = number }
      return true
    }
    let digits = inside.prefix(while: \.isDigit)
    return digits.number != nil && (digits.count == inside.count || inside[digits.endIndex].isBlank)
  }

  /// `│ name = value │` in a box of its own.
  private mutating func takeVariable(_ inside: Bytes) -> Bool {
    if inside.begins(with: "╭") || inside.begins(with: "╰") || inside.begins(with: "+-") { return true }
    guard let variable = Self.inside(inside) else { return false }
    if let (name, value) = variable.split(at: " = "), name.trimmed.allSatisfy(\.isNamePart) {
      frames.current?.variables.append(VariableFacts(name: name.trimmed.text, value: value.trimmed.text))
    }
    return true
  }

  /// `F:N in NAME`, or `in NAME:N` for code that has no file.
  private mutating func takePlace(_ inside: Bytes) {
    begun += inside
    guard let frame = Self.frame(begun[...]) else {
      if begun.count > 4096 { begun = [] }
      return
    }
    frames.append(frame)
    begun = []
  }

  private static func frame(_ place: Bytes) -> FrameFacts? {
    if let rest = place.behind("in "), let colon = rest.lastIndex(of: .colon),
      let number = rest[(colon + 1)...].number
    {
      return FrameFacts(file: PythonPath(text: "?"), line: number, function: rest[..<colon].text)
    }
    guard let (before, name) = place.split(at: " in "), let colon = before.lastIndex(of: .colon),
      let number = before[(colon + 1)...].number, !name.isEmpty
    else { return nil }
    return FrameFacts(file: PythonPath(text: before[..<colon].text), line: number, function: name.text)
  }
}
