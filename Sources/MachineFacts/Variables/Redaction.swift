/// Takes secrets out of a variable's value; everything else of it stays.
///
/// Rather too much than too little: a description is pasted where everybody can read it.
package struct Redaction {
  /// What stands in a secret's place.
  package static let mark = "<redacted>"

  /// The value as it may be shown.
  package private(set) var value: [UInt8]
  package private(set) var isRedacted = false

  package init(name: some Sequence<UInt8>, value: [UInt8]) {
    self.value = value
    if SecretName.fits(name), !Self.isSwitch(value) {
      self.value = Array(Self.mark.utf8)
      isRedacted = true
    } else {
      replace(UserInformation.ranges(in: value))
      replace(NamedValues.ranges(in: self.value))
      replace(SecretRuns.ranges(in: self.value))
    }
  }

  /// No secret is one of these; `HF_HUB_DISABLE_IMPLICIT_TOKEN=1` has to be read.
  private static func isSwitch(_ value: [UInt8]) -> Bool {
    ["", "0", "1", "true", "false", "yes", "no", "on", "off"].contains(
      String(decoding: value, as: UTF8.self).lowercased())
  }

  /// - Parameter ranges: In order and apart from each other.
  private mutating func replace(_ ranges: [Range<Int>]) {
    for range in ranges.reversed() where !value[range].elementsEqual(Self.mark.utf8) {
      value.replaceSubrange(range, with: Self.mark.utf8)
      isRedacted = true
    }
  }
}
