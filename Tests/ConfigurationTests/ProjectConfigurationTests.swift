import Configuration
import SystemPackage
import TestSupport
import Testing

@Suite struct ProjectConfigurationTests {
  @Test func everyKeyIsRead() throws {
    let configuration = try #require(
      try read(
        """
        [tool.realimport]
        targets = ["torch>=2.4", "torch:_inductor.config", 'x; os_name == "posix"']
        optional = ["flash_attn"]
        python = "3.12"
        timeout = 90
        suite = "vllm"
        """))
    #expect(configuration.targets == ["torch>=2.4", "torch:_inductor.config", "x; os_name == \"posix\""])
    #expect(configuration.optional == ["flash_attn"])
    #expect(configuration.python == "3.12")
    #expect(configuration.timeout == .seconds(90))
    #expect(configuration.suite == .vllm)
    #expect(configuration.checks.isEmpty && !configuration.isEmpty)
  }

  @Test func everyKeyOfACheckIsRead() throws {
    let configuration = try #require(
      try read(
        """
        [tool.realimport.checks."with cuda"]
        import = ["torch", "torch.nn"]
        requires = ["torch>=2.4"]
        attributes = ["torch:_inductor.config"]
        expressions = ["torch.cuda.is_available()"]
        env = { CUDA_VISIBLE_DEVICES = "0", EMPTY = "" }
        optional = true
        timeout = 1.5
        """))
    var check = ConfiguredCheck("with cuda", modules: ["torch", "torch.nn"])
    check.requirements = [.written("torch>=2.4")]
    check.attributes = ["torch:_inductor.config"]
    check.expressions = ["torch.cuda.is_available()"]
    check.environment = ["CUDA_VISIBLE_DEVICES": "0", "EMPTY": ""]
    check.isOptional = true
    check.timeout = .seconds(1.5)
    #expect(configuration.checks == [check])
  }

  @Test func checksKeepTheirOrderAndNameTheirModule() throws {
    let configuration = try read(
      """
      [tool.realimport.checks.zipfile]
      attributes = ["Path", "json:loads"]
      [tool.realimport.checks.ast]
      import = "ast"
      [tool.realimport.checks.versions]
      import = []
      requires = ["pip"]
      [tool.realimport]
      checks.abc = {}
      """)
    let checks = try #require(configuration?.checks)
    #expect(checks.map(\.name) == ["zipfile", "ast", "versions", "abc"])
    #expect(checks.map(\.modules) == [["zipfile"], ["ast"], [], ["abc"]])
    #expect(checks[0].attributes == ["zipfile:Path", "json:loads"])
  }

  struct Absent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static let absent: [Absent] = [
    Absent("an empty file", ""), Absent("another tool's table", "[tool.ruff]\n"),
    Absent("a project of this name", "[project]\nname = 'realimport'\n"),
    Absent("a table elsewhere", "[tools.realimport]\n"), Absent("no table under tool", "tool = 'realimport'\n"),
    Absent("no TOML, and not ours", "[[[ what is this"),
  ]

  @Test(arguments: absent)
  func withoutATableThereIsNone(_ row: Absent) throws {
    #expect(try read(row.text) == nil)
  }

  @Test func anEmptyTableIsThereAndAsksForNothing() throws {
    #expect(try read("[tool.realimport]\npython = '3.12'")?.isEmpty == true)
    #expect(try read("\u{FEFF}tool = { realimport = {} }\r\n")?.isEmpty == true)
  }
}

/// Where the table is looked for.
@Suite struct ProjectSearchTests {
  @Test func theNearestFileThatHasTheTable() throws {
    let folder = try TestFolder()
    try folder.write("[tool.realimport]\ntargets = ['outer']", to: "pyproject.toml")
    try folder.write("[project]\nname = 'inner'", to: "packages/inner/pyproject.toml")
    try folder.folder("packages/inner/src/pyproject.toml")
    let found = try ProjectConfiguration.nearest(from: folder.path.appending("packages/inner/src"))
    #expect(found?.targets == ["outer"])
    #expect(found?.file == folder.path.appending("pyproject.toml").absolutePath)
    try folder.write("[tool.realimport]\ntargets = ['inner']", to: "packages/inner/pyproject.toml")
    #expect(try ProjectConfiguration.nearest(from: folder.path.appending("packages/inner"))?.targets == ["inner"])
  }

  @Test func whatIsNotThereIsNone() throws {
    let folder = try TestFolder()
    try folder.link("pyproject.toml", to: "/no/such/file")
    #expect(try ProjectConfiguration(readingFrom: folder.path.appending("pyproject.toml")) == nil)
    #expect(try ProjectConfiguration(readingFrom: "/dev/null") == nil)
    #expect(try ProjectConfiguration(readingFrom: "/dev/null/pyproject.toml") == nil)
  }

  @Test func aLinkInACircleIsSaid() throws {
    let folder = try TestFolder()
    let link = try folder.link("pyproject.toml", to: "pyproject.toml")
    #expect(throws: ConfigurationProblem.unreadable(link, .tooManySymbolicLinkLevels)) {
      try ProjectConfiguration(readingFrom: link)
    }
  }

  /// A path belongs to the folder of the file, wherever the command runs.
  @Test func pathsOfPython() throws {
    let folder = try TestFolder()
    try folder.folder(".venv")
    try folder.folder("3.12")
    let rows: [(written: String, read: String)] = [
      (".venv", folder.path.appending(".venv").string),
      ("env/bin/python", folder.path.appending("env/bin/python").string),
      ("/usr/bin/python3", "/usr/bin/python3"), ("3.12", "3.12"), ("python3", "python3"), ("nowhere", "nowhere"),
    ]
    for row in rows {
      let file = try folder.write("[tool.realimport]\npython = '\(row.written)'", to: "pyproject.toml")
      #expect(try ProjectConfiguration(readingFrom: file)?.python == row.read)
    }
  }
}

extension FilePath {
  /// Temporary folders have a slash at their end.
  fileprivate var absolutePath: FilePath { lexicallyNormalized() }
}
