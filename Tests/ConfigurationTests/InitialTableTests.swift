import Configuration
import SystemPackage
import TestSupport
import Testing

/// The table that `realimport init` writes, read again.
@Suite struct InitialTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let targets: [String]

    init(_ name: String, _ source: String, _ targets: [String]) {
      testDescription = name
      self.source = source
      self.targets = targets
    }
  }

  static let rows: [Row] = [
    Row("an empty file", "", []),
    Row("no dependencies", "[project]\nname = 'x'\ndynamic = ['dependencies']", []),
    Row(
      "dependencies of every form",
      """
      [project]
      dependencies = [
        "torch>=2.4", "vllm[audio] == 0.10.*", 'a; os_name == "posix"', "b; os_name == 'posix' and x == \\"\\\\\\"",
        "c @ https://example.org/c.whl", "\\u202Ed", "Zürich\\ttab",
      ]
      optional-dependencies.dev = ["pytest"]
      """.replacing("\"\\u202Ed\", \"Zürich\\ttab\"", with: "\"e \\u202E\", \"f ü\\t\\u0085\""),
      [
        "torch>=2.4", "vllm[audio] == 0.10.*", "a; os_name == \"posix\"", "b; os_name == 'posix' and x == \"\\\"",
        "c @ https://example.org/c.whl", "e \u{202E}", "f ü\t\u{85}",
      ]),
    Row("no line end", "[project]\ndependencies = ['x']\n[tool.ruff] # y", ["x"]),
    Row("line ends of Windows", "[project]\r\ndependencies = ['x']\r\n", ["x"]),
    Row("another tool's dotted key", "tool.ruff.line-length = 120\n", []),
    Row("a byte order mark", "\u{FEFF}[project]\ndependencies = ['x']\n", ["x"]),
  ]

  @Test(arguments: rows)
  func isReadAsItIsMeant(_ row: Row) throws {
    let folder = try TestFolder()
    let file = try folder.write(row.source, to: "pyproject.toml")
    let table = try InitialTable(for: ProjectDependencies(in: folder.path), modules: nil)
    try table.write()
    #expect(try ProjectConfiguration(readingFrom: file)?.targets == row.targets)
    let written = try TestFolder.contents(of: file)
    #expect(written.starts(with: row.source.utf8))
    let lines = written.split(separator: 0x0A).dropFirst(row.source.isEmpty ? 0 : 1)
    #expect(lines.allSatisfy { ($0.last == 0x0D) == row.source.contains("\r\n") })
  }

  /// The examples in the comments are right as well.
  @Test func isReadWithItsExamples() throws {
    let folder = try TestFolder()
    let text = try InitialTable(for: ProjectDependencies(in: folder.path), modules: nil).text
    let lines = text.split(separator: "\n").map { line in
      line.hasPrefix("# ") && (line.contains(" = ") || line.contains("[tool.")) ? line.dropFirst(2) : line
    }
    let read = try read(lines.joined(separator: "\n"))
    let configuration = try #require(read)
    #expect(configuration.targets == ["torch>=2.4", "vllm:LLM"])
    #expect(configuration.optional == ["flash_attn"] && configuration.python?.hasSuffix(".venv") == true)
    #expect(configuration.suite == .vllm && configuration.timeout == .seconds(120))
    let check = try #require(configuration.checks.first)
    #expect(check.modules == ["torch"] && check.requirements == [.written("torch>=2.4")])
    #expect(check.attributes == ["torch:_inductor.config"] && check.expressions.count == 1)
    #expect(check.environment == ["CUDA_VISIBLE_DEVICES": ""] && check.timeout == .seconds(60))
  }

  @Test func saysWhatIsImported() throws {
    let folder = try TestFolder()
    try folder.write("[project]\ndependencies = ['a', 'b', 'c', 'd', 'Zope.x >1']", to: "pyproject.toml")
    let modules = ["a": ["a", "_a"], "b": ["m1", "m2", "m3", "m4", "m5"], "c": [], "Zope.x": ["x\n[y]", "zope"]]
    let text = try InitialTable(for: ProjectDependencies(in: folder.path), modules: modules).text
    for line in [
      "  \"a\",  # imports a, _a\n", "  \"b\",  # imports m1, m2, m3, m4 and 1 more\n",
      "  \"c\",  # no module of its own\n", "  \"d\",  # not installed here\n",
      "  \"Zope.x >1\",  # imports zope and 1 more\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func thePythonThatWasNamed() throws {
    let folder = try TestFolder()
    try InitialTable(for: ProjectDependencies(in: folder.path), modules: nil, python: "'3\"\\").write()
    let configuration = try ProjectConfiguration(readingFrom: folder.path.appending("pyproject.toml"))
    #expect(configuration?.python == "'3\"\\")
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let source: String
    let sentence: String
    var testDescription: String { sentence }

    init(_ source: String, _ sentence: String) {
      self.source = source
      self.sentence = sentence
    }
  }

  static let wrong: [Wrong] = [
    Wrong(
      "a = 1\n[tool.realimport]\n", ":2: there is a table [tool.realimport] already; it is left as it is"),
    Wrong("tool = {}", " holds `tool` in a form that [tool.realimport] cannot be added to"),
    Wrong("[[tool]]", " holds `tool` in a form that [tool.realimport] cannot be added to"),
    Wrong("project = 3", ":1: `project` must be a table, not an integer"),
    Wrong(
      "[project]\n\ndependencies = 'x'",
      ":3: `dependencies` in [project] must be an array of strings, not a string"),
    Wrong(
      "[project]\ndependencies = ['>=3']",
      ":2: `dependencies` in [project] holds `>=3`, which is no requirement"),
    Wrong("x = 1\nx = 2", ":2:5: error while parsing key-value pair: cannot redefine existing integer 'x'"),
  ]

  @Test(arguments: wrong)
  func isRefused(_ row: Wrong) throws {
    let folder = try TestFolder()
    let file = try folder.write(row.source, to: "pyproject.toml")
    do throws(ConfigurationProblem) {
      let project = try ProjectDependencies(in: folder.path)
      try InitialTable(for: project, modules: nil).write()
      Issue.record("it was written")
    } catch {
      #expect(error.message.split(separator: "\n").first.map(String.init) == "\(file)\(row.sentence)")
    }
    #expect(try TestFolder.contents(of: file) == Array(row.source.utf8))
  }
}
