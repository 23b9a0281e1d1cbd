/// The lines of a file such as `/proc/meminfo`, `/etc/os-release` or `pyvenv.cfg`: a key, a sign, a value.
///
/// `line ::= blank* key blank* sign blank* value blank*`; lines without the sign are passed over.
package struct KeyedLines: Sequence, IteratorProtocol {
  package struct Line {
    package let key: ArraySlice<UInt8>
    package let value: ArraySlice<UInt8>

    package func has(key name: StaticString) -> Bool { key.elementsEqual("\(name)".utf8) }

    /// Bytes that are not UTF-8 are replaced.
    package var text: String { String(decoding: value, as: UTF8.self) }
  }

  private var rest: ArraySlice<UInt8>
  private let sign: UInt8

  package init(_ bytes: [UInt8], sign: Unicode.Scalar) {
    rest = bytes[...]
    self.sign = UInt8(ascii: sign)
  }

  package mutating func next() -> Line? {
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      guard let place = line.firstIndex(of: sign) else { continue }
      return Line(key: line[..<place].withoutBlanks, value: line[place...].dropFirst().withoutBlanks)
    }
    return nil
  }
}
