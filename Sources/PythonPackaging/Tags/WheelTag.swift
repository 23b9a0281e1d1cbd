/// For which Python, ABI and platform a wheel was built: `cp39-abi3-manylinux_2_17_x86_64` (PEP 425; packaging.python.org,
/// "Platform compatibility tags").
package struct WheelTag: Hashable, Sendable, CustomStringConvertible {
  /// The implementation and its version, such as `cp311` or `py3`; all three in lower case.
  package let python: String
  /// The ABI of the interpreter that is needed, such as `cp311`, `abi3` or `none`.
  package let abi: String
  /// The system and the machine, such as `linux_x86_64` or `any`.
  package let platform: String

  package init(python: String, abi: String, platform: String) {
    self.python = python.asciiLowercased
    self.abi = abi.asciiLowercased
    self.platform = platform.asciiLowercased
  }

  package var description: String { "\(python)-\(abi)-\(platform)" }
}

/// Several tags in one text, as file names of wheels and lines of WHEEL have them: `py2.py3-none-any` (PEP 425,
/// "Compressed Tag Sets"). It stands for every combination of its parts.
package struct WheelTagSet: Hashable, Sendable, CustomStringConvertible {
  /// None of the three is empty.
  package let pythons: [String]
  package let abis: [String]
  package let platforms: [String]

  /// A longer text, in bytes, is refused: file names have 255.
  package static let longestText = 1024
  /// A set of more combinations is refused; real ones stand for some dozens.
  package static let mostTags = 1024

  /// Reads `tags ::= part '-' part '-' part`, `part ::= name ('.' name)*`.
  ///
  /// - Throws: What is wrong with the text. `packaging` refuses the same ones, save that it has no such limits.
  package init(_ text: String) throws(WheelTagProblem) {
    let problem = { (reason: WheelTagProblem.Reason, place: String.Index) in
      WheelTagProblem(reason: reason, text: text, position: text.utf8.distance(from: text.startIndex, to: place))
    }
    guard text.utf8.count <= Self.longestText else { throw problem(.tooLong(bytes: text.utf8.count), text.startIndex) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.split(separator: ".", omittingEmptySubsequences: false)
    }
    if let empty = parts.joined().first(where: \.isEmpty) { throw problem(.nameExpected, empty.startIndex) }
    guard parts.count == 3 else {
      throw problem(.threePartsExpected, parts.count < 3 ? text.endIndex : parts[3][0].startIndex)
    }
    if let wrong = parts[0].first(where: { !$0.isIdentifier }) { throw problem(.noIdentifier, wrong.startIndex) }
    let names = parts.map { $0.map { String($0).asciiLowercased } }
    (pythons, abis, platforms) = (names[0], names[1], names[2])
    // No overflow: a text of 1024 bytes has no more names.
    let count = pythons.count * abis.count * platforms.count
    guard count <= Self.mostTags else { throw problem(.tooManyTags(count), text.startIndex) }
  }

  /// Every combination, made when it is asked for.
  package var tags: some Sequence<WheelTag> {
    pythons.lazy.flatMap { python in
      abis.lazy.flatMap { abi in
        platforms.lazy.map { WheelTag(python: python, abi: abi, platform: $0) }
      }
    }
  }

  package var description: String {
    [pythons, abis, platforms].map { $0.joined(separator: ".") }.joined(separator: "-")
  }
}

extension String {
  /// As a wheel tag is compared; every known one is ASCII.
  fileprivate var asciiLowercased: String {
    utf8.allSatisfy { $0.asciiLowercased == $0 } ? self : String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
  }
}

extension Substring {
  /// `identifier ::= start continue*` of the Python language reference, which packaging asks of the first part.
  fileprivate var isIdentifier: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
  }
}
