/// The name of a distribution; names that differ in case and in `-`, `_`, `.` only are the same (PEP 503).
package struct DistributionName: Sendable {
  /// As it was written.
  package let text: String
  /// In lower case, each run of `-`, `_` and `.` being one `-`.
  package let normalized: String

  /// Takes any text: whether it is a name that an index would accept is `isValid`.
  package init(_ text: String) {
    self.text = text
    normalized = Self.isNormal(text) ? text : Self.normalize(text)
  }

  /// Whether it has the form that packaging.python.org, "Names and normalization", asks for.
  package var isValid: Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first.isASCIILetterOrDigit && last.isASCIILetterOrDigit
      && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || Self.isSeparator($0) }
  }

  /// Whether there is nothing to do, as with most names that metadata states.
  private static func isNormal(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      let isHyphen = byte == UInt8(ascii: "-")
      guard isHyphen ? last != byte : byte.isASCIILetterOrDigit && byte.asciiLowercased == byte else { return false }
      last = byte
    }
    return true
  }

  private static func normalize(_ text: String) -> String {
    var normalized: [UInt8] = []
    var isInRun = false
    for byte in text.lowercased().utf8 {
      if !isSeparator(byte) {
        normalized.append(byte)
      } else if !isInRun {
        normalized.append(UInt8(ascii: "-"))
      }
      isInRun = isSeparator(byte)
    }
    return String(decoding: normalized, as: UTF8.self)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == .dot
  }
}

extension DistributionName: Hashable {
  package static func == (left: DistributionName, right: DistributionName) -> Bool {
    left.normalized == right.normalized
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(normalized)
  }
}

extension DistributionName: Comparable {
  package static func < (left: DistributionName, right: DistributionName) -> Bool {
    left.normalized < right.normalized
  }
}

extension DistributionName: CustomStringConvertible {
  package var description: String { text }
}
