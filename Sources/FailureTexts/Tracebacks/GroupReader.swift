internal import Probing

/// Reads exception groups (PEP 654), whose tracebacks Python draws into boxes.
///
///       + Exception Group Traceback (most recent call last):
///       |   File "x.py", line 1, in <module>
///       | ExceptionGroup: two (2 sub-exceptions)
///       +-+---------------- 1 ----------------
///         | ImportError: x
///         +---------------- 2 ----------------
///         | ImportError: y
///         +------------------------------------
///
/// Without its two columns at the left a box is drawn as one within a box is: what follows needs only one rule.
enum GroupReader {
  typealias Link = (section: TracebackSection, end: Int)

  /// traceback.py itself prints no more than ten.
  static let depthLimit = 20
  static let memberLimit = 200

  static func isBoxed(_ line: TextLine) -> Bool { line.kind == .header && line.trimmed.begins(with: "+ ") }

  /// The outermost box, from its head on.
  static func boxed(_ lines: [TextLine], from index: Int) -> Link? {
    let column = lines[index].indent
    let end = lines[index...].dropFirst().firstIndex { !isWithin($0, column) } ?? lines.count
    let inside = lines[index..<end].map { $0.with(content: unboxed($0.content.dropFirst(column))) }
    return read(inside, from: 0, depth: 0).map { ($0.section, index + $0.end) }
  }

  private static func isWithin(_ line: TextLine, _ column: Int) -> Bool {
    line.indent >= column && (line.trimmed.first == bar || line.trimmed.first == plus)
  }

  /// A traceback whose own lines stand in no box, and its members, which do.
  private static func read(_ lines: [TextLine], from index: Int, depth: Int) -> Link? {
    guard index < lines.count, lines[index].kind == .header || lines[index].kind == .exception else { return nil }
    var reader = SectionReader(lines, from: index)
    var section = reader.read()
    var end = reader.index
    if end < lines.count, lines[end].kind == .groupRule, depth < depthLimit {
      section.facts.inner = members(lines, after: &end, depth: depth + 1)
      section.extend(to: lines[end - 1].number)
    }
    return (section, end)
  }

  /// - Parameter index: Of the rule that opens the first member; then the line behind the one that closes the last.
  private static func members(_ lines: [TextLine], after index: inout Int, depth: Int) -> [ExceptionFacts] {
    var members: [ExceptionFacts] = []
    var isOpen = true
    while isOpen, index < lines.count {
      let start = index + 1
      let end = lines[start...].firstIndex(where: isSeparator) ?? lines.count
      let own = lines[start..<end].map { $0.with(content: unboxed($0.content.dropFirst(2))) }
      var chain = ChainReader(own, from: own.firstIndex { !$0.isBlank } ?? own.count)
      let member = chain.read { read($0, from: $1, depth: depth) }
      if let member, members.count < memberLimit { members.append(member.facts) }
      isOpen = end < lines.count && lines[end].content.contains { $0.isDigit }
      index = min(end + (isOpen ? 0 : 1), lines.count)
    }
    return members
  }

  /// `  +---------------- 2 ----------------` or the rule at the end; the first rule of a group within begins `+-+`.
  private static func isSeparator(_ line: TextLine) -> Bool {
    line.kind == .groupRule && line.indent == 2 && !line.trimmed.begins(with: "+-+")
  }

  /// Without the sign at the left; a rule stays as it is.
  private static func unboxed(_ content: Bytes) -> Bytes {
    guard let first = content.first, first == bar || first == plus, content.dropFirst().first != UInt8(ascii: "-")
    else { return content }
    let rest = content.dropFirst()
    return rest.first == .space ? rest.dropFirst() : rest
  }

  private static let plus = UInt8(ascii: "+")
  private static let bar = UInt8(ascii: "|")
}
