import PythonPackaging
import TestSupport
import Testing

@Suite struct CaretTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let problem: any SyntaxProblem
    let lines: [String]
    let column: Int

    init(_ testDescription: String, _ problem: any SyntaxProblem, _ lines: [String], column: Int) {
      self.testDescription = testDescription
      self.problem = problem
      self.lines = lines
      self.column = column
    }
  }

  private static let long = String(repeating: "a", count: 60)

  static let rows: [Row] = [
    Row("at the start", problem("x", 0), ["x", "^"], column: 1),
    Row("in the middle", problem("1.0x", 3), ["1.0x", "   ^"], column: 4),
    Row("at the end", problem("1.0+", 4), ["1.0+", "    ^"], column: 5),
    Row("of nothing", problem("", 0), ["", "^"], column: 1),
    Row("characters and not bytes", problem("é\u{1F40D}x", 6), ["é\u{1F40D}x", "  ^"], column: 3),
    Row("control characters are blanks", problem("a\nb\u{1B}\u{202E}c", 7), ["a b  c", "     ^"], column: 6),
    Row("a place outside is the end", problem("ab", 9), ["ab", "  ^"], column: 3),
    Row("a place before is the start", problem("ab", -1), ["ab", "^"], column: 1),
    Row(
      "of a long text what is near it", problem(long + "x" + long, 60),
      ["…" + long.prefix(49) + "x" + long.prefix(26) + "…", String(repeating: " ", count: 50) + "^"],
      column: 61),
  ]

  private static func problem(_ text: String, _ position: Int) -> any SyntaxProblem {
    Sample(text: text, position: position)
  }

  @Test(arguments: rows)
  func standsBelowThePlace(_ row: Row) {
    #expect(row.problem.caret == row.lines.joined(separator: "\n"))
    #expect(row.problem.column == row.column)
  }

  @Test func everyKindHasOne() {
    let version = #expect(throws: VersionProblem.self) { try Version("1.0x") }
    let specifier = #expect(throws: SpecifierProblem.self) { try SpecifierSet(">=1, <x") }
    #expect(version?.caret == "1.0x\n   ^" && version?.message == "this belongs to no part of a version")
    #expect(specifier?.caret == ">=1, <x\n      ^" && specifier?.message == "a number is expected")
  }

  @Test func anyTextAndPlace() {
    var generator = SeededGenerator(seed: 80)
    for _ in 0..<2_000 {
      let text = String(decoding: generator.mutate(Array("a>=1; os_name == 'é\u{1F40D}\u{301}'".utf8)), as: UTF8.self)
      let lines = Self.problem(text, Int.random(in: 0...text.utf8.count, using: &generator)).caret.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2 && lines.last?.last == "^")
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }
}

private struct Sample: SyntaxProblem {
  var text: String
  var position: Int
  var message: String { "wrong" }
  var description: String { message }
}
