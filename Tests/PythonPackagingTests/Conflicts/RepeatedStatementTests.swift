import PythonPackaging
import Testing

/// What many distributions state in the same words is understood once, and must be judged for each of them.
@Suite struct RepeatedStatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Fields of METADATA and WHEEL by the name of the distribution; all have version 1.
    let metadata: [String: String]
    let wheels: [String: String]
    /// Each as `distribution: requirement`.
    let conflicts: [String]

    init(
      _ testDescription: String, _ metadata: [String: String], wheels: [String: String] = [:], conflicts: [String]
    ) {
      self.testDescription = testDescription
      self.metadata = metadata
      self.wheels = wheels
      self.conflicts = conflicts
    }
  }

  static let cases: [Case] = [
    Case(
      "one marker, asked for in one of two",
      ["a": "gone; extra == 'x'", "b": "gone; extra == 'x'", "c": "a[x]"], conflicts: ["a: gone"]),
    Case(
      "one marker, asked for before and after it was not",
      ["a": "gone; extra == 'x'", "b": "a[y]", "c": "a[x]", "d": "gone; extra == 'x'"], conflicts: ["a: gone"]),
    Case(
      "spellings of an extra", ["a": "gone; extra == 'X_y'", "b": "a[x.Y]", "c": "lost; extra == 'X_y'"],
      conflicts: ["a: gone"]),
    Case(
      "a marker of the environment, with an extra and without",
      ["a": "gone; python_version >= '3'", "b": "a[x]", "c": "gone; python_version >= '3'"],
      conflicts: ["a: gone", "c: gone"]),
    Case(
      "a marker without a meaning", ["a": "gone; 'a' == 'b'", "b": "gone; 'a' == 'b'", "c": "gone"],
      conflicts: ["c: gone"]),
    Case(
      "a marker that is none", ["a": "gone; python", "b": "gone; python", "c": "gone"], conflicts: ["c: gone"]),
    Case(
      "one tag of many wheels", ["a": "b", "b": "a", "c": "a"],
      wheels: ["a": "cp310-cp310-any", "b": "cp310-cp310-any\nTag: py3-none-any", "c": "cp310-cp310-any"],
      conflicts: ["a: cp310-cp310-any", "c: cp310-cp310-any"]),
    Case(
      "what is no tag", ["a": "b", "b": "a"], wheels: ["a": "none", "b": "none\nTag: cp310-cp310-any"],
      conflicts: ["b: cp310-cp310-any"]),
  ]

  @Test(arguments: cases)
  func isJudgedForEach(_ row: Case) throws {
    let folder = try TemporaryFolder()
    for (name, required) in row.metadata {
      let metadata = "Name: \(name)\nVersion: 1\nRequires-Dist: \(required)\n"
      let wheel = row.wheels[name].map { ["WHEEL": "Tag: \($0)\n"] } ?? [:]
      try folder.install(name, "1", files: [], extra: wheel.merging(["METADATA": metadata]) { $1 })
    }
    let conflicts = folder.installed("site").conflicts(with: try .linux(glibc: 17))
    #expect(conflicts.map { "\($0.distribution): \($0.requirement)" } == row.conflicts)
  }

  @Test func problemsAreNotedForEach() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let metadata = "Name: \(name)\nVersion: 1\nRequires-Dist: x; python\nRequires-Dist: y; 'a' == 'b'\n"
      try folder.install(name, "1", files: [], extra: ["METADATA": metadata])
    }
    let installed = folder.installed("site")
    for distribution in installed.all { _ = distribution.activeRequirements(.linux, extras: []) }
    #expect(installed.problems.count == 4)
    #expect(Set(installed.problems.map(\.file)).count == 2 && Set(installed.problems.map(\.kind)).count == 2)
  }
}
