/// The `> ` that mail and Markdown put before quoted lines.
///
/// pytest marks a failing line by the same sign and the prompt of Python begins with it; a quotation has more than one line
/// in a row, and these have not.
enum Quotation {
  static func remove(from lines: inout [Bytes]) {
    var index = 0
    while index < lines.count {
      guard isQuoted(lines[index]) else {
        index += 1
        continue
      }
      let end = lines[index...].firstIndex { !isQuoted($0) } ?? lines.count
      // Quotations lie within quotations, though not without end.
      if end - index > 1 {
        for place in index..<end { lines[place] = unquoted(lines[place]) }
      }
      index = end
    }
  }

  private static func isQuoted(_ line: Bytes) -> Bool {
    let rest = line.prefix(4).drop(while: \.isBlank)
    return rest.first == sign && !line.drop(while: \.isBlank).begins(with: ">>>")
  }

  private static func unquoted(_ line: Bytes) -> Bytes {
    var rest = line
    for _ in 0..<10 where isQuoted(rest) {
      rest = rest.drop(while: \.isBlank).dropFirst()
      if rest.first == .space { rest = rest.dropFirst() }
    }
    return rest
  }

  private static let sign = UInt8(ascii: ">")
}
