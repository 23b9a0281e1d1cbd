internal import Probing

/// What stands below a frame: its code, marks under it, values of its names.
extension SectionReader {
  /// More lines that say nothing end a traceback that was cut off.
  private static let strangeLimit = 3

  mutating func takeOther(_ line: TextLine) -> Bool {
    if !hasSource, !frames.isEmpty, frames.current?.source == nil, line.kind != .rule {
      takeSource(line)
      return true
    }
    if takeValue(line) { return true }
    if line.level != nil || section.form == .exceptionLine { return false }
    strange += 1
    index += 1
    if strange > Self.strangeLimit { return false }
    // The rest of a statement of several lines stands as deep as its beginning.
    if line.indent > indent + 2 { strange = 0 }
    return true
  }

  mutating func takeSource(_ line: TextLine) {
    frames.current?.source = line.trimmed.text
    sourceColumn = line.indent
    hasSource = true
    advance()
  }

  mutating func takeMarks(_ line: TextLine) {
    if let source = frames.current?.source, frames.current?.mark == nil {
      let start = line.indent - sourceColumn
      let end = min(line.content.count - sourceColumn, source.utf8.count)
      if start >= 0, start < end { frames.current?.mark = start..<end }
      markColumn = markColumn ?? start
    }
    advance()
  }

  /// `----> 3 code` is the line that failed; the others surround it.
  mutating func takeNumbered(_ line: TextLine) {
    if line.trimmed.first == UInt8(ascii: "-"), let code = line.trimmed.split(at: "> ")?.after {
      let digits = code.drop(while: \.isBlank).prefix(while: \.isDigit)
      frames.current?.source = code[digits.endIndex...].trimmed.text
      frames.current?.mark = nil
      if frames.current?.line == 0 { frames.current?.line = digits.number ?? 0 }
    }
    hasSource = true
    advance()
  }

  /// loguru points from a name in the code to its value: `│   └ 3`.
  private mutating func takeValue(_ line: TextLine) -> Bool {
    let arrow = "└ "
    guard let offset = line.content.offset(of: arrow), let source = frames.current?.source else { return false }
    let lead = line.content.prefix(offset)
    guard lead.allSatisfy({ $0.isBlank || $0 >= 0x80 }) else { return false }
    // Each `│` has three bytes and one column.
    let column = lead.count { $0 < 0x80 || $0 >= 0xC0 } - sourceColumn
    let code = Array(source.utf8)
    guard column >= 0, column < code.count else { return false }
    let name = code[column...].prefix(while: \.isNamePart)
    let value = line.content.dropFirst(offset + arrow.utf8.count)
    if !name.isEmpty { frames.current?.variables.append(VariableFacts(name: name.text, value: value.text)) }
    section.form = .loguru
    advance()
    return true
  }
}
