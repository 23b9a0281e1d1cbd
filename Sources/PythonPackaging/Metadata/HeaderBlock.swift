/// The header fields at the beginning of a METADATA, PKG-INFO or WHEEL file: the e-mail format of
/// packaging.python.org, "Core metadata specifications".
///
/// Nothing in such a file is an error: what is no header ends the block, as it does in Python's e-mail parser. Fields are
/// kept as places in the bytes; texts are made of those that are asked for.
package struct HeaderBlock: Sendable {
  /// In bytes, what most blocks fit in, those of large projects with a hundred requirements included.
  static let usualSize = 16 << 10

  private var bytes: [UInt8]
  private var fields: [Field] = []
  /// Whether the bytes show the end of the block; if not, what follows them may belong to it.
  private(set) var isEnded = false

  private struct Field {
    let name: Range<Int>
    /// With the lines that are folded under it.
    var value: Range<Int>
  }

  /// Reads up to the first empty line; the description that follows it is left alone.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines = Lines(bytes, in: (bytes.starts(with: mark) ? mark.count : 0)..<bytes.count)
    while let line = lines.next(), !isEnded {
      // A line that reaches the end of the bytes may be the beginning of a field.
      if !read(line) { isEnded = line.endIndex < bytes.count }
    }
    self.bytes = Array(bytes.prefix(fields.last?.value.upperBound ?? 0))
  }

  /// All values of a field in the order of the file; the case of its name does not matter.
  package func values(_ name: String) -> [String] {
    fields.filter { isNamed($0, name) }.map(text)
  }

  /// The first value of a field.
  package func first(_ name: String) -> String? {
    fields.first { isNamed($0, name) }.map(text)
  }

  /// The line, from 1 on, on which the first field with such a value begins; `nil` where there is none.
  func line(of name: String, where fits: (String) -> Bool) -> Int? {
    guard let field = fields.first(where: { isNamed($0, name) && fits(text($0)) }) else { return nil }
    return Lines(bytes, in: 0..<field.name.lowerBound).reduce(1) { count, _ in count + 1 }
  }

  private func isNamed(_ field: Field, _ name: String) -> Bool {
    guard field.name.count == name.utf8.count else { return false }
    return bytes[field.name].elementsEqual(name.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// A folded value is unfolded: its lines are joined by one space.
  private func text(_ field: Field) -> String {
    var text = ""
    for line in Lines(bytes, in: field.value) {
      let addition = line.trimmed.textOrLatin1
      // Most values have one line, which needs no copy.
      if text.isEmpty { text = addition } else if !addition.isEmpty { text += " " + addition }
    }
    return text
  }

  /// `field ::= name ':' value (line-end space value)*`; whether the line belonged to the block.
  private mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    if let first = line.first, first == .space || first == .tab { return readContinuation(line) }
    guard let colon = line.firstIndex(of: .colon), colon > line.startIndex else { return false }
    let name = line.startIndex..<colon
    guard bytes[name].allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    fields.append(Field(name: name, value: colon + 1..<line.endIndex))
    return true
  }

  private mutating func readContinuation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = fields.indices.last else { return false }
    fields[last].value = fields[last].value.lowerBound..<line.endIndex
    return true
  }
}
