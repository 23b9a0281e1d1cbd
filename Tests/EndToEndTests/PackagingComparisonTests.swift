import PythonPackaging
import TestSupport
import Testing

/// Versions and specifiers against pypa's `packaging`, which pip itself uses.
@Suite(.needsIndex) struct PackagingComparisonTests {
  /// Some thirty thousand specifiers beside versions, most of them near one another.
  @Test func specifiers() throws {
    var generator = SeededGenerator(seed: 508)
    let pairs = (0..<30_000).map { _ in [PackagingSamples.specifiers(&generator), PackagingSamples.version(&generator)]
    }
    let theirs = try PythonAnswers.of(pairs, script: Self.specifierScript)
    try #require(theirs.count == pairs.count)
    for (pair, answer) in zip(pairs, theirs) {
      #expect(Self.answer(specifier: pair[0], version: pair[1]) == answer, "\(pair)")
    }
  }

  private static func answer(specifier: String, version: String) -> String {
    guard let set = try? SpecifierSet(specifier) else { return "invalid specifier" }
    guard let version = try? Version(version) else { return "invalid version" }
    return "\(set) \(set.contains(version) ? "yes" : "no")"
  }

  private static let specifierScript = """
    from packaging.specifiers import SpecifierSet, InvalidSpecifier
    from packaging.version import Version, InvalidVersion
    def answer(specifier, version):
        try:
            specifier = SpecifierSet(specifier)
        except InvalidSpecifier:
            return "invalid specifier"
        try:
            version = Version(version)
        except InvalidVersion:
            return "invalid version"
        return f"{specifier} " + ("yes" if specifier.contains(version, prereleases=True) else "no")
    """

  /// Forty thousand pairs of versions: whether they are some, their normal form, and which of them is the lower.
  @Test func versions() throws {
    var generator = SeededGenerator(seed: 440)
    let pairs = (0..<40_000).map { _ in
      [PackagingSamples.brokenVersion(&generator), PackagingSamples.version(&generator)]
    }
    let theirs = try PythonAnswers.of(pairs, script: Self.versionScript)
    try #require(theirs.count == pairs.count)
    for (pair, answer) in zip(pairs, theirs) {
      #expect(Self.answer(left: pair[0], right: pair[1]) == answer, "\(pair)")
    }
  }

  private static func answer(left: String, right: String) -> String {
    guard let left = try? Version(left), let right = try? Version(right) else { return "invalid" }
    return "\(left) \(left < right ? "<" : left == right ? "=" : ">") \(right)"
  }

  private static let versionScript = """
    from packaging.version import Version, InvalidVersion
    def answer(left, right):
        try:
            left, right = Version(left), Version(right)
        except InvalidVersion:
            return "invalid"
        return f"{left} {'<' if left < right else '=' if left == right else '>'} {right}"
    """
}
