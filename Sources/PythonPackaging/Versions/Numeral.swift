/// A number of any length as versions hold them; a date with a time of day fits as well as forty digits.
///
/// PEP 440 sets no limit, and what a package writes into its version must not stop the reader.
package enum Numeral: Hashable, Sendable {
  case small(Int)
  /// More than `Int` holds: the digits without leading zeros.
  case large(String)

  static let zero = Numeral.small(0)

  /// The value of a run of ASCII digits; an empty run is zero.
  init(digits: some Collection<UInt8>) {
    var value = 0
    for digit in digits {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeNow) = product.addingReportingOverflow(Int(digit &- UInt8(ascii: "0")))
      guard !isTooLarge, !isTooLargeNow else {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        self = .large(String(decoding: significant, as: UTF8.self))
        return
      }
      value = sum
    }
    self = .small(value)
  }
}

extension Numeral: Comparable {
  package static func < (left: Numeral, right: Numeral) -> Bool {
    switch (left, right) {
    case (.small(let left), .small(let right)): left < right
    case (.small, .large): true
    case (.large, .small): false
    case (.large(let left), .large(let right)):
      left.utf8.count != right.utf8.count ? left.utf8.count < right.utf8.count : left < right
    }
  }
}

extension Numeral: CustomStringConvertible {
  package var description: String {
    switch self {
    case .small(let value): String(value)
    case .large(let digits): digits
    }
  }
}
