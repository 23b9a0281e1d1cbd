/// The header fields at the beginning of a METADATA, PKG-INFO or WHEEL file: the e-mail format of
/// packaging.python.org, "Core metadata specifications".
///
/// Nothing in such a file is an error: what is no header ends the block, as it does in Python's e-mail parser.
package struct HeaderBlock: Sendable {
  private var fields: [Field] = []

  private struct Field {
    /// In lower case.
    let name: String
    var value: String
  }

  /// Reads up to the first empty line; the description that follows it is left alone.
  package init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for line in Lines(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes) {
      guard read(line) else { break }
    }
  }

  /// All values of a field in the order of the file; the case of its name does not matter.
  package func values(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name == name }.map(\.value)
  }

  /// The first value of a field.
  package func first(_ name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name == name }?.value
  }

  /// `field ::= name ':' value (line-end space value)*`; whether the line belonged to the block.
  private mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    if let first = line.first, first == .space || first == .tab { return readContinuation(line) }
    guard let colon = line.firstIndex(of: .colon), colon > line.startIndex else { return false }
    let name = line[..<colon]
    guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    let value = line[line.index(after: colon)...].textOrLatin1.trimmed
    fields.append(Field(name: String(decoding: name.map(\.asciiLowercased), as: UTF8.self), value: value))
    return true
  }

  /// A folded value is unfolded: its lines are joined by one space.
  private mutating func readContinuation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = fields.indices.last else { return false }
    let addition = line.textOrLatin1.trimmed
    let separator = fields[last].value.isEmpty || addition.isEmpty ? "" : " "
    fields[last].value += separator + addition
    return true
  }
}
