import PythonPackaging
import TestSupport
import Testing

@Suite struct EntryPointsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let line: String
    let module: String
    let attributes: [String]
    let extras: [String]
    var testDescription: String { line.debugDescription }

    init(_ line: String, _ module: String, _ attributes: [String] = [], extras: [String] = []) {
      self.line = line
      self.module = module
      self.attributes = attributes
      self.extras = extras
    }
  }

  static let rows: [Row] = [
    Row("x = a.b:c.d", "a.b", ["c", "d"]), Row("x=a", "a"), Row(" x  =  a : b ", "a", ["b"]),
    Row("x = a:b [e1, e-2]", "a", ["b"], extras: ["e1", "e", "2"]), Row("x = a[e]", "a", extras: ["e"]),
    Row("x = a:b.", "a", ["b"]), Row("x = ünï.ö1:ü", "ünï.ö1", ["ü"]), Row("x = .", "."),
    Row("x\t=\ta\t:\tb", "a", ["b"]),
    Row("x = a []", "a"),
  ]

  @Test(arguments: rows)
  func isReadAsPythonDoes(_ row: Row) throws {
    let read = EntryPoints(Array("[g]\n\(row.line)\n".utf8))
    let entry = try #require(read.all.first)
    #expect(read.all.count == 1 && read.problems.isEmpty)
    #expect(entry.group == "g" && entry.name == "x" && entry.module == row.module)
    #expect(entry.attributes == row.attributes && entry.extras.map(\.text) == row.extras)
  }

  @Test func groupsAndNames() throws {
    let text = """
      stray = a:b
      # comment
      [console_scripts]
      vllm serve = vllm.cli:main
      #no = a:b
        indented = c
      [ gui ]
      x = a=b:c
      [console_scripts]
      late = d
      """
    let read = EntryPoints(Array(text.utf8))
    #expect(read.group("console_scripts").map(\.name) == ["vllm serve", "indented", "late"])
    #expect(read.group("console_scripts").first?.value == "vllm.cli:main")
    #expect(read.group("gui").isEmpty && read.all.count == 3)
    #expect(read.problems.map(\.group) == [" gui "])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let line: String
    let reason: EntryPointProblem.Reason
    let position: Int
    var testDescription: String { line.debugDescription }

    init(_ line: String, _ reason: EntryPointProblem.Reason, _ position: Int) {
      self.line = line
      self.reason = reason
      self.position = position
    }
  }

  static let wrong: [Wrong] = [
    Wrong("x", .equalSignExpected, 1), Wrong("x =", .moduleExpected, 3), Wrong("x = :b", .moduleExpected, 4),
    Wrong("x = a-b", .unexpectedText, 5), Wrong("x = a:", .unexpectedText, 6), Wrong("x = a:b c", .unexpectedText, 8),
    Wrong("x = a [e", .unexpectedText, 6), Wrong("x = a [e] b", .unexpectedText, 6),
    Wrong("x = a:(b)", .unexpectedText, 6),
  ]

  @Test(arguments: wrong)
  func saysWhereItIsWrong(_ row: Wrong) throws {
    let read = EntryPoints(Array("[g]\n\(row.line)\nok = a\n".utf8))
    let problem = try #require(read.problems.first)
    #expect(problem.reason == row.reason && problem.position == row.position && problem.text == row.line)
    #expect(read.all.map(\.name) == ["ok"])
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 621)
    let seed = Array("[console_scripts]\nx = a.b:c.d [e]\n# no\n[g]\ny=ü:ö\r\nz\n".utf8)
    for _ in 0..<3_000 {
      let read = EntryPoints(generator.mutate(seed))
      #expect(read.all.allSatisfy { !$0.module.isEmpty })
      #expect(read.problems.allSatisfy { (0...$0.text.utf8.count).contains($0.position) })
    }
  }
}
