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
    guard text.utf8.count <= Self.longestText else { throw .tooLong(bytes: text.utf8.count) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.names)
    guard !parts.contains(where: { $0.contains("") }) else { throw .emptyName(text) }
    guard parts.count == 3 else { throw .threePartsExpected(text) }
    if let wrong = parts[0].first(where: { !$0.isIdentifier }) { throw .noIdentifier(wrong, text) }
    (pythons, abis, platforms) = (parts[0], parts[1], parts[2])
    // No overflow: a text of 1024 bytes has no more names.
    let count = pythons.count * abis.count * platforms.count
    guard count <= Self.mostTags else { throw .tooManyTags(count) }
  }

  private static func names(_ part: Substring) -> [String] {
    part.split(separator: ".", omittingEmptySubsequences: false).map { String($0).asciiLowercased }
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

/// Why a text is no wheel tag.
package enum WheelTagProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case threePartsExpected(String)
  /// Two separators stand side by side, or one at an end.
  case emptyName(String)
  /// A Python part that Python would not take for a name.
  case noIdentifier(String, String)
  case tooLong(bytes: Int)
  /// It stands for so many tags.
  case tooManyTags(Int)

  package var description: String {
    switch self {
    case .threePartsExpected(let text): "`\(text)` is no wheel tag: three parts with `-` between them are expected"
    case .emptyName(let text): "`\(text)` is no wheel tag: something is missing beside a separator"
    case .noIdentifier(let name, let text): "`\(text)` is no wheel tag: `\(name)` names no Python"
    case .tooLong(let bytes): "a wheel tag of \(bytes) bytes is not read"
    case .tooManyTags(let count): "a wheel tag that stands for \(count) tags is not read"
    }
  }
}

extension String {
  /// As a wheel tag is compared; every known one is ASCII.
  fileprivate var asciiLowercased: String {
    utf8.allSatisfy { $0.asciiLowercased == $0 } ? self : String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
  }

  /// `identifier ::= start continue*` of the Python language reference, which packaging asks of the first part.
  fileprivate var isIdentifier: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
  }
}
