/// A path as Python shows it: bytes that are not UTF-8 stand as `\udc80` to `\udcff` (PEP 383, escaped).
///
/// JSON and terminals need text and files need bytes; this form is readable and leads back to the bytes. A backslash
/// of the name itself that would begin such an escape stands as `\udc5c`.
package struct PythonPath: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init(text: String) {
    description = text
  }

  package init(bytes: [UInt8]) {
    description = String(escapingInvalid: Self.escapingLookalikes(bytes))
  }

  private static func escapingLookalikes(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: #"\"#)
    guard bytes.contains(backslash) else { return bytes }
    return bytes.indices.flatMap { index in
      bytes[index] == backslash && bytes[index...].surrogateEscape != nil ? Array(#"\udc5c"#.utf8) : [bytes[index]]
    }
  }

  package var bytes: [UInt8] {
    var rest = Array(description.utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if let escaped = rest.surrogateEscape {
        result.append(escaped)
        rest = rest.dropFirst(6)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension String {
  /// Bytes as text; each byte that is not part of valid UTF-8 becomes `\udcXX`, as Python prints such names.
  package init(escapingInvalid bytes: [UInt8]) {
    if let valid = String(validating: bytes, as: UTF8.self) {
      self = valid
      return
    }
    self = ""
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        offset += encoded.count
        unicodeScalars.append(UTF8.decode(encoded))
      case .error(let length):
        for byte in bytes.dropFirst(offset).prefix(length) { self += "\\udc" + String(byte, radix: 16) }
        offset += length
      case .emptyInput:
        return
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The byte that `\udcXX` at the start stands for, where XX is 80 to ff, or 5c for the backslash.
  fileprivate var surrogateEscape: UInt8? {
    guard starts(with: #"\udc"#.utf8) else { return nil }
    let digits = dropFirst(4).prefix(2)
    guard digits.count == 2, let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    return byte >= 0x80 || byte == UInt8(ascii: #"\"#) ? byte : nil
  }
}
