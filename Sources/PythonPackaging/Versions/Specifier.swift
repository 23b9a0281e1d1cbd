/// One clause about versions, such as `~=2.4` (packaging.python.org: "Version specifiers", PEP 440).
package struct Specifier: Sendable {
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case arbitrary = "==="
    case compatible = "~="
    case equal = "=="
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
  }

  package enum Operand: Hashable, Sendable {
    case version(Version)
    /// What stands before `.*`.
    case prefix(Version)
    /// After `===`, which compares text with text.
    case text(String)
  }

  package let `operator`: Operator
  package let operand: Operand
  /// What follows the operator, as it was written.
  package let written: String

  /// Reads one clause, white space around its parts included.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(SpecifierProblem) {
    var parser = SpecifierParser(at: ByteCursor(text))
    self = try parser.wholeSpecifier()
  }

  init(operator: Operator, operand: Operand, written: String) {
    self.operator = `operator`
    self.operand = operand
    self.written = written
  }

  /// Whether a version fulfils the clause; whether pre-releases are wanted at all is not asked here.
  package func contains(_ version: Version) -> Bool {
    switch operand {
    case .text(let text): "\(version)".lowercased() == text.lowercased()
    case .prefix(let prefix): version.begins(with: prefix) == (self.operator == .equal)
    case .version(let other): compares(version, other)
    }
  }

  /// Whether a text names a version that fulfils the clause; no version fulfils `===` alone, which compares letters.
  ///
  /// This is what markers ask (packaging.python.org, "Dependency specifiers", and `Specifier.contains` of `packaging`).
  package func contains(text: String) -> Bool {
    if case .text(let other) = operand { return text.lowercased().utf8.elementsEqual(other.lowercased().utf8) }
    guard let version = try? Version(text) else { return false }
    return contains(version)
  }

  private func compares(_ version: Version, _ other: Version) -> Bool {
    // A local part counts only where the clause has one, too.
    let counted = other.local.isEmpty ? version.withoutLocal : version
    return switch self.operator {
    case .equal: counted == other
    case .notEqual: counted != other
    case .atMost: version.withoutLocal <= other
    case .atLeast: version.withoutLocal >= other
    case .compatible: version.withoutLocal >= other && version.begins(with: other.withoutLastNumber)
    case .below: version < (other.isPrerelease ? other : other.firstDevelopment)
    case .above: version.withoutLocal > other && !isPost(version, of: other)
    case .arbitrary: false
    }
  }

  /// `>1.7` is not fulfilled by a post-release of 1.7, unless the clause names one itself.
  private func isPost(_ version: Version, of other: Version) -> Bool {
    version.post != nil && other.post == nil && other.dev == nil && version.prerelease == other.prerelease
      && version.base == other.base
  }

  /// Whether the clause itself names a pre-release, and so asks for such.
  package var namesPrerelease: Bool {
    switch operand {
    case .version(let version): self.operator != .notEqual && version.isPrerelease
    case .prefix: false
    case .text(let text): (try? Version(text))?.isPrerelease ?? false
    }
  }
}

extension Version {
  /// Epoch and release alone.
  fileprivate var base: Version {
    Version(epoch: epoch, release: release, prerelease: nil, post: nil, dev: nil, local: [])
  }

  /// What comes before all its pre-releases: `<1.7` does not want them.
  fileprivate var firstDevelopment: Version {
    Version(epoch: epoch, release: release, prerelease: prerelease, post: post, dev: .zero, local: [])
  }

  /// The release that `~=` keeps: all numbers but the last.
  fileprivate var withoutLastNumber: Version {
    Version(epoch: epoch, release: Array(release.dropLast()), prerelease: nil, post: nil, dev: nil, local: [])
  }

  /// As `==prefix.*` has it: numbers that are not written are zeros.
  fileprivate func begins(with prefix: Version) -> Bool {
    guard epoch == prefix.epoch else { return false }
    let missing = max(0, prefix.release.count - release.count)
    let padded = release + Array(repeating: .zero, count: missing)
    return padded.starts(with: prefix.release)
  }
}

extension Specifier: CustomStringConvertible {
  /// As pypa's `packaging` writes it: what was written, without white space.
  package var description: String { self.operator.rawValue + written }
}
