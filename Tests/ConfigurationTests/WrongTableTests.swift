import Configuration
import SystemPackage
import Testing

/// What is said of a table that cannot be used.
@Suite struct WrongTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String
    var testDescription: String { sentence }

    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }
  }

  static let keys: [Row] = [
    Row("\n[tool.realimport]\ntimout = 3", "3: unknown key `timout` in [tool.realimport]; did you mean `timeout`?"),
    Row("[tool.realimport]\ntarget = []", "2: unknown key `target` in [tool.realimport]; did you mean `targets`?"),
    Row("[tool.realimport]\nTargets = []", "2: unknown key `Targets` in [tool.realimport]; did you mean `targets`?"),
    Row("[tool.realimport]\nusite = ''", "2: unknown key `usite` in [tool.realimport]; did you mean `suite`?"),
    Row(
      "[tool.realimport]\nmodules = []",
      "2: unknown key `modules` in [tool.realimport]; there are `targets`, `optional`, `python`, `timeout`, `suite`, "
        + "`checks`"),
    Row(
      "[tool.realimport]\n[tool.realimport.checks.torch]\nimports = 'torch'",
      "3: unknown key `imports` in [tool.realimport.checks.torch]; did you mean `import`?"),
    Row(
      "[tool.realimport]\nb = 1\na = 2",
      "2: unknown key `b` in [tool.realimport]; there are `targets`, `optional`, `python`, `timeout`, `suite`, `checks`"
    ),
    Row(
      "[tool]\nrealimport = { x = [\n1] }",
      "2: unknown key `x` in [tool.realimport]; there are `targets`, `optional`, `python`, `timeout`, `suite`, `checks`"
    ),
    Row(
      "s = '''\n[tool.realimport]\nx = 1'''\n[tool.realimport.\"checks\"]\nt.expression = ['1']",
      "5: unknown key `expression` in [tool.realimport.checks.t]; did you mean `expressions`?"),
  ]

  static let types: [Row] = [
    Row("tool.realimport = 3", "1: `realimport` in [tool] must be a table, not an integer"),
    Row("[[tool.realimport]]", "1: `realimport` in [tool] must be a table, not an array"),
    Row(
      "[tool.realimport]\n\ntargets = 'torch'",
      "3: `targets` in [tool.realimport] must be an array of strings, not a string"),
    Row(
      "[tool.realimport]\ntargets = ['a',\n 3]",
      "2: `targets` in [tool.realimport] must be an array of strings, not an array with an integer"),
    Row("[tool.realimport]\nsuite = true", "2: `suite` in [tool.realimport] must be a string, not a boolean"),
    Row("[tool.realimport]\npython = 3.12", "2: `python` in [tool.realimport] must be a string, not a float"),
    Row(
      "[tool.realimport]\ntimeout = '3'",
      "2: `timeout` in [tool.realimport] must be a number of seconds, not a string"),
    Row(
      "[tool.realimport]\ntimeout = 2020-01-01",
      "2: `timeout` in [tool.realimport] must be a number of seconds, not a date or time"),
    Row("[tool.realimport]\nchecks = []", "2: `checks` in [tool.realimport] must be a table, not an array"),
    Row(
      "[tool.realimport.checks]\ntorch = 'torch'",
      "2: `torch` in [tool.realimport.checks] must be a table, not a string"),
    Row(
      "[tool.realimport.checks.torch]\nimport = 3",
      "2: `import` in [tool.realimport.checks.torch] must be a string or an array of strings, not an integer"),
    Row(
      "[tool.realimport.checks.torch.env]\nA = 3",
      "2: `A` in [tool.realimport.checks.torch.env] must be a string, not an integer"),
    Row(
      "[tool.realimport.checks.torch]\noptional = 'yes'",
      "2: `optional` in [tool.realimport.checks.torch] must be a boolean, not a string"),
  ]

  static let values: [Row] = [
    Row("[tool.realimport]\ntargets = ['a', ' ']", "2: `targets` in [tool.realimport] holds an empty string"),
    Row("[tool.realimport]\npython = ''", "2: `python` in [tool.realimport] is empty"),
    Row("[tool.realimport]\nsuite = 'vlm'", "2: there is no suite `vlm`; the only one is `vllm`"),
    Row(
      "[tool.realimport]\ntimeout = 0",
      "2: `timeout` in [tool.realimport] takes seconds, more than 0 and at most 86400"),
    Row(
      "[tool.realimport]\ntimeout = nan",
      "2: `timeout` in [tool.realimport] takes seconds, more than 0 and at most 86400"),
    Row(
      "[tool.realimport]\ntimeout = 9223372036854775807",
      "2: `timeout` in [tool.realimport] takes seconds, more than 0 and at most 86400"),
    Row(
      "[tool.realimport.checks.'my torch']\nrequires = ['torch']",
      "1: `import` in [tool.realimport.checks.my torch] is left out, and `my torch` is no module name"),
    Row(
      "[tool.realimport.checks.t]\nimport = ['torch', 'torch:nn']",
      "2: `import` in [tool.realimport.checks.t] holds `torch:nn`, which is no module name"),
    Row(
      "[tool.realimport.checks.t]\nimport = ['a', 'b']\nattributes = ['x']",
      "3: `attributes` in [tool.realimport.checks.t] holds `x` of several modules or none; write `module:x`"),
    Row(
      "[tool.realimport.checks.t]\nattributes = ['x()']",
      "2: `attributes` in [tool.realimport.checks.t] holds `x()`, which is no attribute path"),
    Row(
      "[tool.realimport.checks.t]\nenv = { 'A=B' = '' }",
      "2: `env` in [tool.realimport.checks.t] holds `A=B`, which is no name of a variable"),
    Row(
      "[tool.realimport]\ntargets = ['a', \"b\\u0000\"]", "1: [tool.realimport] holds the character U+0000"),
    Row("[tool.realimport]\n\"a\\u0000\" = 1", "1: [tool.realimport] holds the character U+0000"),
  ]

  @Test(arguments: keys + types + values)
  func isSaid(_ row: Row) throws {
    #expect(try problem(row.text) == "pyproject.toml:\(row.sentence)")
  }

  /// A backslash and letters are no NUL, and what other tools write is no concern.
  @Test func onlyRealNullCharacters() throws {
    let text = #"tool.other = "\u0000""# + "\n" + #"tool.realimport.targets = ['\u0000', "\\u0000"]"#
    #expect(try read(text)?.targets == [#"\u0000"#, #"\u0000"#])
  }

  @Test func suitesByName() throws {
    #expect(try Suite(named: "vllm") == .vllm)
    #expect(throws: ConfigurationProblem.unknownSuite("torch", nil)) { try Suite(named: "torch") }
  }

  /// The list of the issue tracker's contract, in its order.
  @Test func theSuiteOfVLLM() {
    let names = [
      "torch", "torch:_inductor.config", "torchvision", "torchaudio", "xformers", "triton", "flashinfer", "vllm",
      "vllm:LLM",
    ]
    let checks = Suite.vllm.checks
    #expect(checks.map { $0.attributes.first ?? $0.modules.first } == names)
    #expect(Set(checks.filter { !$0.isOptional }.flatMap(\.modules)) == ["torch", "vllm"])
    #expect(checks.flatMap(\.requirements) == [.stated(by: "vllm", for: "torch")])
  }
}
