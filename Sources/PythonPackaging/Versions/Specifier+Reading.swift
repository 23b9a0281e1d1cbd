/// Why a text is no specifier, and where it stops being one.
package struct SpecifierProblem: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case operatorExpected
    case version(VersionProblem.Reason)
    /// `.*` stands after something else than `==` or `!=`, or not right after the release.
    case wildcardNotAllowed
    /// The operator takes no local version.
    case localNotAllowed
    /// `~=` needs two numbers at least.
    case twoNumbersExpected
    case unexpectedText
  }

  package let reason: Reason
  package let text: String
  /// The offset in `text`, in bytes of UTF-8.
  package let position: Int
}

extension Specifier {
  /// Reads one clause, white space around its parts included.
  package init(_ text: String) throws(SpecifierProblem) {
    let start = text.utf8.prefix { $0.isPythonWhitespace }.count
    let body = text.trimmed
    guard let sign = Operator.allCases.first(where: { body.hasPrefix($0.rawValue) }) else {
      throw SpecifierProblem(reason: .operatorExpected, text: text, position: start)
    }
    let written = String(body.dropFirst(sign.rawValue.count))
    let offset = start + sign.rawValue.utf8.count
    `operator` = sign
    do throws(OperandProblem) {
      operand = try Operand(written.trimmed, for: sign)
    } catch {
      let blank = written.utf8.prefix { $0.isPythonWhitespace }.count
      throw SpecifierProblem(reason: error.reason, text: text, position: offset + blank + error.position)
    }
  }
}

/// A problem at an offset of the operand alone.
private struct OperandProblem: Error {
  var reason: SpecifierProblem.Reason
  var position = 0
}

extension Specifier.Operand {
  fileprivate init(_ text: String, for sign: Specifier.Operator) throws(OperandProblem) {
    guard sign != .arbitrary else {
      let length = text.utf8.prefix { !$0.isPythonWhitespace && !Self.endsOfText.contains($0) }.count
      guard length == text.utf8.count else { throw OperandProblem(reason: .unexpectedText, position: length) }
      self = .text(text)
      return
    }
    let isWildcard = text.hasSuffix(".*")
    let version = try Self.version(isWildcard ? String(text.dropLast(2)) : text)
    let end = max(0, text.utf8.count - 2)
    if isWildcard {
      let isBare = version.prerelease == nil && version.post == nil && version.dev == nil && version.local.isEmpty
      guard isBare, sign == .equal || sign == .notEqual else {
        throw OperandProblem(reason: .wildcardNotAllowed, position: end)
      }
      self = .prefix(version)
      return
    }
    guard version.local.isEmpty || sign == .equal || sign == .notEqual else {
      throw OperandProblem(reason: .localNotAllowed, position: text.utf8.prefix { $0 != UInt8(ascii: "+") }.count)
    }
    guard sign != .compatible || version.release.count > 1 else { throw OperandProblem(reason: .twoNumbersExpected) }
    self = .version(version)
  }

  /// What follows a specifier in a requirement.
  private static let endsOfText: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ")")]

  private static func version(_ text: String) throws(OperandProblem) -> Version {
    do throws(VersionProblem) {
      return try Version(text)
    } catch {
      throw OperandProblem(reason: .version(error.reason), position: error.position)
    }
  }
}

extension SpecifierProblem: CustomStringConvertible {
  package var description: String {
    let what =
      switch reason {
      case .operatorExpected: "one of ~= == != <= >= < > === is expected"
      case .version(.empty): "a version is missing"
      case .version(.releaseExpected): "a number is expected"
      case .version(.localPartExpected): "a letter or digit is expected"
      case .version(.unexpectedText), .unexpectedText: "this belongs to no part of it"
      case .wildcardNotAllowed: "`.*` may stand only after a release and == or !="
      case .localNotAllowed: "a local version may stand only after == or !="
      case .twoNumbersExpected: "~= needs two numbers at least"
      }
    return "`\(text)` is no version specifier: \(what) at offset \(position)"
  }
}
