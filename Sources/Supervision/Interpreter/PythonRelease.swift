/// A release of Python in full: `3.11.7`, `3.14.0rc1`.
package struct PythonRelease: Sendable, Hashable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  package let micro: Int
  package let stage: Stage

  /// How far a release was on its way (PEP 440's `a`, `b` and `rc`).
  package enum Stage: Sendable, Hashable {
    case alpha(Int)
    case beta(Int)
    case candidate(Int)
    case final
  }

  package init(_ major: Int, _ minor: Int, _ micro: Int, _ stage: Stage = .final) {
    self.major = major
    self.minor = minor
    self.micro = micro
    self.stage = stage
  }

  /// The number `0xMMmmiisn` of `Py_Version` and PY_VERSION_HEX (CPython: Include/patchlevel.h); `nil` for another one.
  package init?(hexadecimal number: UInt64) {
    guard number >> 32 == 0, let stage = Stage(level: number >> 4 & 0xF, serial: Int(number & 0xF)) else { return nil }
    self.init(Int(number >> 24), Int(number >> 16 & 0xFF), Int(number >> 8 & 0xFF), stage)
  }

  /// `release ::= number '.' number '.' number stage?`, `stage ::= ('a' | 'b' | 'rc' | '.final.') number '+'?` at the start
  /// of a text that no number, letter or dot follows: as PY_VERSION and pyvenv.cfg have it.
  package init?(_ text: some StringProtocol) {
    let numbers = Substring(text).split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard numbers.count == 3 else { return nil }
    let micro = numbers[2].prefix { $0.isASCII && $0.isNumber }
    guard let parts = Self.numbers([numbers[0], numbers[1], micro]),
      let stage = Stage(suffix: numbers[2].dropFirst(micro.count))
    else { return nil }
    self.init(parts[0], parts[1], parts[2], stage)
  }

  /// Each is one byte of PY_VERSION_HEX.
  private static func numbers(_ texts: [Substring]) -> [Int]? {
    let numbers = texts.compactMap { text in
      text.allSatisfy { $0.isASCII && $0.isNumber } ? UInt8(text).map(Int.init) : nil
    }
    return numbers.count == texts.count ? numbers : nil
  }

  package var description: String { numbers + stage.description }

  /// Without the stage: `3.14.0`.
  package var numbers: String { "\(major).\(minor).\(micro)" }

  /// Whether it is one of this minor version.
  package func isOf(_ version: PythonVersion) -> Bool { major == version.major && minor == version.minor }
}

extension PythonRelease.Stage: CustomStringConvertible {
  package var description: String {
    switch self {
    case .alpha(let number): "a\(number)"
    case .beta(let number): "b\(number)"
    case .candidate(let number): "rc\(number)"
    case .final: ""
    }
  }

  /// By PY_RELEASE_LEVEL (CPython: Include/patchlevel.h).
  fileprivate init?(level: UInt64, serial: Int) {
    switch level {
    case 0xA: self = .alpha(serial)
    case 0xB: self = .beta(serial)
    case 0xC: self = .candidate(serial)
    case 0xF: self = .final
    default: return nil
    }
  }

  /// Of what follows the numbers; a `+` marks a build of unreleased sources. Virtualenv writes `.final.0`.
  fileprivate init?(suffix: Substring) {
    let text = suffix.hasSuffix("+") ? suffix.dropLast() : suffix
    guard !text.isEmpty, text != ".final.0" else {
      self = .final
      return
    }
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let digits = text.dropFirst(letters.count)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt8(digits).map(Int.init) else { return nil }
    switch letters {
    case "a": self = .alpha(number)
    case "b": self = .beta(number)
    case "rc": self = .candidate(number)
    default: return nil
    }
  }
}
