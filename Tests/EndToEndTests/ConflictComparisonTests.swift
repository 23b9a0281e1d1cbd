import FoundationEssentials
import Probing
import PythonPackaging
import Reporting
import SystemPackage
import TestSupport
import Testing

/// `conflicts` of the report beside what `uv pip check` and `pip check` find, in environments that are really broken.
@Suite(.needsIndex)
struct ConflictComparisonTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Arguments of `uv pip install`, one call each.
    let installs: [[String]]
    /// Python's code that breaks the metadata; `site` is the folder of the packages.
    var breakage = ""
    /// `distribution kind` for what both others find.
    let found: Set<String>
    /// The same for what only realimport sees.
    var ours: Set<String> = []
    /// For what `pip check` does not look at, as uv does.
    var unknownToPip: Set<String> = []
  }

  static let rows: [Row] = [
    Row(testDescription: "all in order", installs: [["requests", "six"]], found: []),
    Row(
      testDescription: "a dependency too old", installs: [["requests==2.32.3"], ["--no-deps", "urllib3==1.20"]],
      found: ["requests version"]),
    Row(
      testDescription: "without what it requires", installs: [["--no-deps", "requests==2.32.3", "urllib3"]],
      found: ["requests missing"]),
    // pip and uv ask of what is installed only what it requires without extras; that requests itself needs PySocks
    // for what httpbin asked of it is seen by nobody else.
    Row(
      testDescription: "an extra that another one asks for", installs: [["requests==2.32.3", "six"]],
      breakage: "add(site, 'six', 'Requires-Dist: requests[socks]')", found: [], ours: ["requests missing"]),
    // pip looks at no Requires-Python of what is there.
    Row(
      testDescription: "for another Python", installs: [["six"]],
      breakage: "add(site, 'six', 'Requires-Python: >=3.99')", found: ["six python"], unknownToPip: ["six python"]),
    Row(
      testDescription: "a wheel of another Python", installs: [["markupsafe"]],
      breakage: "tag(site, 'markupsafe', 'cp27-cp27mu-manylinux1_x86_64')", found: ["markupsafe python"]),
    Row(
      testDescription: "a wheel of another machine", installs: [["markupsafe"]],
      breakage: "tag(site, 'markupsafe', 'py3-none-manylinux_2_17_s390x')", found: ["markupsafe platform"]),
    Row(
      testDescription: "markers", installs: [["six"]],
      breakage: """
        add(site, 'six', "Requires-Dist: lost-one ; python_version < '3'")
        add(site, 'six', "Requires-Dist: lost-two ; sys_platform == 'linux'")
        """, found: ["six missing"]),
  ]

  @Test(arguments: rows)
  func theSameIsFound(_ row: Row) throws {
    let folder = try TestFolder()
    let environment = try make(row, in: folder)
    let (report, _) = try Program(in: folder.path).report("--python", environment.string, "sys")
    let ours = Set(report.conflicts.map { "\($0.distribution.lowercased()) \($0.kind.rawValue)" })
    #expect(ours == row.found.union(row.ours))
    let described = try Program(in: folder.path).run("environment", "--format", "json", "--python", environment.string)
    let description = try JSONDecoder().decode(EnvironmentDescription.self, from: Data(described.output.utf8))
    #expect(description.conflicts == report.conflicts)

    let uv = try findings(.uv, environment, folder)
    let pip = try findings(.pip, environment, folder)
    // Each of theirs names one distribution first, and each of ours that they know is of such a one.
    #expect(uv == names(row.found), "uv")
    #expect(pip == names(row.found.subtracting(row.unknownToPip)), "pip")
    #expect(uv.union(pip).isSubset(of: names(ours)))
  }

  /// Every statement of vllm that uv misses something for, one for one.
  @Test func aStackWithoutItsRequirements() throws {
    let environment = try TestEnvironment.conflict.folder()
    let folder = try TestFolder()
    let (report, _) = try Program(in: folder.path).report("--python", environment.string, "sys")
    let lines = try output(.uv, environment, folder).split(separator: "\n").filter { $0.hasPrefix("The package") }
    let theirs = try lines.map { line in
      // `vllm` and `torch==2.7.1 ; marker` stand between the accents.
      let statement = try #require(line.split(separator: "`").dropFirst(3).first)
      return try Requirement(String(statement.prefix { $0 != ";" }))
    }
    #expect(try Set(report.conflicts.map { try Requirement($0.requirement) }) == Set(theirs))
    #expect(report.conflicts.count == theirs.count && theirs.count > 40)
    #expect(report.conflicts.filter { $0.kind == .version }.map(\.requirement) == ["torch==2.7.1"])
  }

  private enum Tool { case uv, pip }

  private func make(_ row: Row, in folder: TestFolder) throws -> FilePath {
    let environment = folder.path.appending("env")
    let tools = try TestEnvironment.tools.folder().appending("bin")
    let program = Program(in: folder.path)
    let uv = tools.appending("uv")
    let created = try program.run(
      uv, ["venv", "--quiet", "--python", tools.appending("python").string, environment.string])
    try #require(created.status == 0, "\(created.errors)")
    let python = environment.appending("bin").appending("python")
    for install in row.installs {
      let run = try program.run(
        uv, ["pip", "install", "--quiet", "--link-mode", "copy", "--python", python.string] + install)
      try #require(run.status == 0, "\(run.errors)")
    }
    let run = try program.run(python, ["-c", "\(Self.helpers)\n\(row.breakage)"])
    try #require(run.status == 0, "\(run.errors)")
    return environment
  }

  private static let helpers = """
    import pathlib, re, sysconfig
    site = pathlib.Path(sysconfig.get_path('purelib'))
    def info(site, name): return next(path for path in site.iterdir() if path.name.lower().startswith(name + '-'))
    def add(site, name, line):
        file = info(site, name) / 'METADATA'
        text = file.read_text()
        field = line.split(':')[0]
        if field == 'Requires-Python': text = re.sub('(?m)^Requires-Python:.*\\n', '', text)
        head, rest = text.split('\\n', 1)
        file.write_text(head + '\\n' + line + '\\n' + rest)
    def tag(site, name, tag):
        file = info(site, name) / 'WHEEL'
        file.write_text(re.sub('(?m)^Tag:.*\\n', '', file.read_text()).rstrip() + '\\nTag: ' + tag + '\\n')
    """

  private func output(_ tool: Tool, _ environment: FilePath, _ folder: TestFolder) throws -> String {
    let tools = try TestEnvironment.tools.folder().appending("bin")
    let python = environment.appending("bin").appending("python").string
    let program = Program(in: folder.path, ["NO_COLOR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"])
    switch tool {
    case .uv: return try program.run(tools.appending("uv"), ["pip", "check", "--python", python]).errors
    case .pip:
      let run = try program.run(tools.appending("python"), ["-m", "pip", "--python", python, "check"])
      return run.output
    }
  }

  /// The names of the distributions that a tool finds something wrong with.
  private func findings(_ tool: Tool, _ environment: FilePath, _ folder: TestFolder) throws -> Set<String> {
    let lines = try output(tool, environment, folder).split(separator: "\n")
    let names: [Substring] =
      switch tool {
      case .uv:
        lines.filter { $0.hasPrefix("The package `") }.map { $0.dropFirst("The package `".count).prefix { $0 != "`" } }
      case .pip: lines.filter { !$0.hasPrefix("No broken requirements") }.map { $0.prefix { $0 != " " } }
      }
    return Set(names.map { $0.lowercased() })
  }

  private func names(_ findings: Set<String>) -> Set<String> {
    Set(findings.map { String($0.prefix { $0 != " " }) })
  }
}
