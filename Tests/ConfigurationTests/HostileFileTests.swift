import Configuration
import TestSupport
import Testing

/// Files that are no TOML, or TOML made to hurt.
@Suite struct HostileFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: [UInt8]
    let sentence: String

    init(_ name: String, _ source: [UInt8], _ sentence: String) {
      testDescription = name
      self.source = source
      self.sentence = sentence
    }

    init(_ name: String, _ text: String, _ sentence: String) {
      self.init(name, Array("\(text)\n[tool.realimport]\n".utf8), sentence)
    }
  }

  private static let tooDeep = "nested more than 32 deep; that is not read"
  private static let many = 100_000

  static let rows: [Row] = [
    Row("no UTF-8", Array("[tool.realimport]\n".utf8) + [0xFF, 0x0A], "2: not UTF-8, which TOML has to be"),
    Row("a surrogate in UTF-8", Array("#realimport".utf8) + [0xED, 0xA0, 0x80], "1: not UTF-8, which TOML has to be"),
    Row("a NUL", Array("[tool.realimport]\n\n#\0".utf8), "3: a NUL byte, which TOML does not admit"),
    Row(
      "UTF-16", "realimport".utf8.flatMap { [$0, 0] } + Array("realimport".utf8),
      "1: a NUL byte, which TOML does not admit"),
    Row("arrays in arrays", "a = " + String(repeating: "[", count: many), "1: \(tooDeep)"),
    Row("arrays in arrays, on lines", "a = " + String(repeating: "[\n", count: many), "33: \(tooDeep)"),
    Row("tables in tables", "a = " + String(repeating: "{a=", count: many), "1: \(tooDeep)"),
    Row("keys of many parts", String(repeating: "a.", count: many) + "a = 1", "1: \(tooDeep)"),
    Row("quoted keys of many parts", String(repeating: "'a' . ", count: many) + "a = 1", "1: \(tooDeep)"),
    Row("a header of many parts", "[" + String(repeating: "a.", count: many) + "a]", "1: \(tooDeep)"),
    Row("an array of tables of many parts", "[[" + String(repeating: "a.", count: many) + "a]]", "1: \(tooDeep)"),
    Row("keys of many parts within", "x = { " + String(repeating: "a.", count: many) + "a = 1 }", "1: \(tooDeep)"),
    Row(
      "quoted keys of many parts within", "x = { " + String(repeating: "\"a\".", count: many) + "a = 1 }",
      "1: \(tooDeep)"),
    Row("deep after a comment", "a = 1 # '''\nb = " + String(repeating: "[", count: many), "2: \(tooDeep)"),
    Row(
      "deep after a string of five quotes", "a = \"\"\"x\"\"\"\"\"\nb = " + String(repeating: "[", count: many),
      "2: \(tooDeep)"),
    Row(
      "deep after an escaped quote", "a = \"\\\"\" \nb = " + String(repeating: "[", count: many), "2: \(tooDeep)"),
  ]

  @Test(arguments: rows)
  func isSaid(_ row: Row) throws {
    #expect(try problem(row.source) == "pyproject.toml:\(row.sentence)")
  }

  @Test func whatIsTooLong() throws {
    let folder = try TestFolder()
    let file = try folder.write("[tool.realimport]\n# " + String(repeating: "x", count: 1 << 20), to: "pyproject.toml")
    #expect(throws: ConfigurationProblem.tooLong(file)) { try ProjectConfiguration(readingFrom: file) }
  }

  @Test func whatPeopleWriteIsNotTooDeep() throws {
    let strings = "a = ['" + String(repeating: "1.", count: 100) + "', " + String(repeating: "1.5, ", count: 100) + "]"
    let brackets = "b = '" + String(repeating: "[", count: 100) + "' # " + String(repeating: "[", count: 100)
    let nested = "c = " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    #expect(try read("\(strings)\n\(brackets)\n\(nested)\n[tool.realimport]") != nil)
  }

  struct Syntax: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String

    init(_ name: String, _ text: String, _ message: String) {
      testDescription = name
      self.text = text
      self.message = message
    }
  }

  static let syntax: [Syntax] = [
    Syntax(
      "an array that does not end", "[tool.realimport]\ntargets = [\n",
      "3:1: expected a value"),
    Syntax(
      "no value", "[tool.realimport]\n\ttimeout = x",
      "2:12: expected a value\n   timeout = x\n             ^"),
    Syntax(
      "a date with a time that is none", "[tool.realimport]\na = [1979-05-27TX7:32:00]",
      "2:6: expected a value\n  a = [1979-05-27TX7:32:00]\n       ^"),
    Syntax(
      "a date beside a time that is none", "[tool.realimport]\na = 1979-05-27 x7:32:00",
      "2:16: the line should end here\n  a = 1979-05-27 x7:32:00\n                 ^"),
  ]

  @Test func datesAndTimes() throws {
    let dates: [String] = [
      "1979-05-27T07:32:00Z", "1979-05-27T00:32:00.999999-07:00", "1979-05-27 07:32:00z", "1979-05-27t07:32:00",
      "1979-05-27", "07:32:00", "00:32:00.999999", "[1979-05-27,07:32:00]", "{ b = 07:32:00, c = 'a:b' }",
    ]
    for date in dates { #expect(try read("a = \(date) # x:y\n[tool.realimport]") != nil, "\(date)") }
  }

  @Test(arguments: syntax)
  func theLineIsShown(_ row: Syntax) throws {
    #expect(try problem(row.text) == "pyproject.toml:\(row.message)")
  }

  /// Whatever stands there, it is read or refused.
  @Test func anyBytesAreReadOrRefused() throws {
    let folder = try TestFolder()
    var generator = SeededGenerator(seed: 1)
    let seed = Array(
      """
      [tool.realimport]
      targets = ["torch>=2.4", 'x', \"\"\"y\"\"\"]
      timeout = 1.5e3
      checks.torch = { import = ["torch"], env.A = "\\u0041" }
      [tool.realimport.checks."a.b"]
      import = '''os'''  # x
      [[tool.x]]
      when = 1979-05-27T07:32:00.999-07:00
      """.utf8)
    for _ in 0..<2_000 {
      let file = try folder.write(generator.mutate(seed), to: "pyproject.toml")
      do throws(ConfigurationProblem) {
        _ = try ProjectConfiguration(readingFrom: file)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
