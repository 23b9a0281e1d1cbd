import FoundationEssentials
import PythonPackaging
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// The standards' readers against pypa's `packaging`, which pip itself uses.
@Suite(.needsIndex) struct PackagingComparisonTests {
  /// Some thirty thousand specifiers beside versions, most of them near one another.
  @Test func specifiers() throws {
    var generator = SeededGenerator(seed: 508)
    let pairs = (0..<30_000).map { _ in [Self.specifier(&generator), Self.version(&generator)] }
    let theirs = try answers(pairs)
    try #require(theirs.count == pairs.count)
    for (pair, answer) in zip(pairs, theirs) {
      #expect(Self.answer(pair) == answer, "\(pair)")
    }
  }

  private static func answer(_ pair: [String]) -> String {
    guard let set = try? SpecifierSet(pair[0]) else { return "invalid specifier" }
    guard let version = try? Version(pair[1]) else { return "invalid version" }
    return set.contains(version) ? "yes" : "no"
  }

  private func answers(_ pairs: [[String]]) throws -> [String] {
    let folder = try TestFolder()
    let input = try folder.write(String(decoding: JSONEncoder().encode(pairs), as: UTF8.self), to: "pairs.json")
    let script = """
      import json, sys
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
          return "yes" if specifier.contains(version, prereleases=True) else "no"
      print(json.dumps([answer(*pair) for pair in json.load(open(sys.argv[1]))]))
      """
    let python = try TestEnvironment.tools.folder().appending("bin").appending("python")
    let run = try Program(in: folder.path).run(python, ["-c", script, input.string])
    return try JSONDecoder().decode([String].self, from: Data(run.output.utf8))
  }

  private static func specifier(_ generator: inout SeededGenerator) -> String {
    let signs = ["==", "!=", "<=", ">=", "<", ">", "~=", "==="]
    let clauses = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
      let sign = signs.randomElement(using: &generator) ?? ""
      let end = Int.random(in: 0..<8, using: &generator) == 0 ? ".*" : ""
      let space = Int.random(in: 0..<6, using: &generator) == 0 ? " " : ""
      return space + sign + space + version(&generator) + end
    }
    return clauses.joined(separator: ",")
  }

  private static func version(_ generator: inout SeededGenerator) -> String {
    let numbers = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      String(Int.random(in: 0...2, using: &generator))
    }
    let epochs = ["", "", "", "", "", "1!", "v"]
    let suffixes = ["", "", "", "", "a1", "rc1", ".post1", "-1", ".dev1", "a1.dev2", ".post1.dev1", "b", "c1", "_x"]
    let locals = ["", "", "", "", "+cpu", "+1", "+CPU.1"]
    return (epochs.randomElement(using: &generator) ?? "") + numbers.joined(separator: ".")
      + (suffixes.randomElement(using: &generator) ?? "") + (locals.randomElement(using: &generator) ?? "")
  }
}
