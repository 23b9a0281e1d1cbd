import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// `realimport environment`, above all where nothing else works.
@Suite struct EnvironmentCommandTests {
  /// A virtual environment whose Python is gone, with metadata of which half is unusable.
  private func brokenEnvironment() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("home = /gone/bin\nuv = 0.5.1\nversion_info = 3.11.7\n", to: ".venv/pyvenv.cfg")
    try folder.link(".venv/bin/python", to: "/gone/bin/python3.11")
    let site = ".venv/lib/python3.11/site-packages"
    try folder.write(
      "Metadata-Version: 2.1\nName: torch\nVersion: 2.2.0+cu121\n", to: "\(site)/torch-2.2.0.dist-info/METADATA")
    try folder.write("uv\n", to: "\(site)/torch-2.2.0.dist-info/INSTALLER")
    try folder.folder("\(site)/vllm-0.10.1.1.dist-info/METADATA")
    try folder.link("\(site)/loop-1.0.dist-info", to: "loop-1.0.dist-info")
    try folder.write("Name: odd\nVersion: not\u{1B}a version\n", to: "\(site)/odd-1.dist-info/METADATA")
    try folder.write("a file", to: "\(site)/flat-1.dist-info")
    return folder
  }

  private func program(_ folder: TestFolder) -> Program {
    Program(
      in: folder.path, ["HF_TOKEN": "hf_secret", "CUDA_VISIBLE_DEVICES": "0", "UNRELATED_NAME": "unrelated value"])
  }

  private func describe(_ program: Program, _ arguments: String...) throws -> (EnvironmentDescription, Run) {
    let run = try program.run(Program.path, ["environment", "--format", "json"] + arguments)
    if !Repository.isOffline { try program.validate(run.output, against: "environment-1.json") }
    return (try JSONDecoder().decode(EnvironmentDescription.self, from: Data(run.output.utf8)), run)
  }

  @Test func brokenAsJSON() throws {
    let folder = try brokenEnvironment()
    let (description, run) = try describe(program(folder))
    #expect(run.status == 3)
    #expect(run.errors.contains("the Python of this environment is gone"))
    #expect(description.problem?.code == "python-gone")
    #expect(description.environment.python == "3.11.7")
    #expect(description.environment.basePrefix == "/gone")
    #expect(description.installation.kind == .uv)
    #expect(description.installation.evidence == "pyvenv.cfg: uv = 0.5.1")
    let versions = description.distributions.map { "\($0.name) \($0.version ?? "-") \($0.installer ?? "-")" }
    #expect(
      versions == ["flat 1 -", "loop 1.0 -", "odd not\u{1B}a version -", "torch 2.2.0+cu121 uv", "vllm 0.10.1.1 -"])
    #expect(description.warnings.count >= 4)
    #expect(Set(description.warnings.map(\.code)).isSuperset(of: ["metadata-missing", "metadata-unreadable"]))
    #expect(description.variables.contains(VariableReport(name: "HF_TOKEN", value: "<redacted>", isRedacted: true)))
    #expect(!run.output.contains("unrelated value") && !run.output.contains("hf_secret"))
  }

  @Test(arguments: ["text", "markdown"])
  func brokenForPeople(format: String) throws {
    let folder = try brokenEnvironment()
    let run = try program(folder).run("environment", "--format", format)
    #expect(run.status == 3)
    for words in ["the Python of this environment is gone", "torch", "2.2.0+cu121 (uv)", "<redacted>", "vllm"] {
      #expect(run.output.contains(words))
    }
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("hf_secret"))
  }

  @Test func nowhereAPython() throws {
    let folder = try TestFolder()
    var program = program(folder)
    program.variables["PATH"] = folder.path.string
    let (description, run) = try describe(program)
    #expect(run.status == 3)
    #expect(description.problem?.code == "no-python")
    #expect(description.machine.kernel?.name == "Linux")
    #expect(description.distributions.isEmpty)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., status: Int32) {
      self.arguments = arguments
      self.status = status
    }
  }

  static let wrong: [Wrong] = [
    Wrong("--format", "yaml", status: 2), Wrong("--output", "/", status: 2), Wrong("torch", status: 2),
    Wrong("--output", "/no/such/file", status: 2), Wrong("--python", "/no/such/python", status: 3),
    Wrong("--help", status: 0),
  ]

  @Test(arguments: wrong)
  func exitStatus(_ row: Wrong) throws {
    let folder = try TestFolder()
    #expect(try program(folder).run(Program.path, ["environment"] + row.arguments).status == row.status)
  }

  @Test func fileInsteadOfOutput() throws {
    let folder = try brokenEnvironment()
    let run = try program(folder).run("environment", "--output", "description.txt")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    let file = try TestFolder.contents(of: folder.path.appending("description.txt"))
    #expect(String(decoding: file, as: UTF8.self).hasPrefix("Python\n  problem"))
  }

  /// What files tell is what Python itself says.
  @Test(arguments: TestPython.all)
  func agreesWithPython(_ python: TestPython) throws {
    let folder = try TestFolder()
    let make = try program(folder).run(python.executable, ["-m", "venv", "--without-pip", "made"])
    let made = folder.path.appending(["made", "bin", "python"])
    let subjects = make.status == 0 ? [python.executable, made] : [python.executable]
    for subject in subjects {
      let code = "import sys, platform; print(platform.python_version(), sys.prefix, sys.base_prefix, sep='\\n')"
      let said = try program(folder).run(subject, ["-c", code]).output.split(separator: "\n").map(String.init)
      let (description, run) = try describe(program(folder), "--python", subject.string)
      #expect(run.status == 0)
      try #require(said.count == 3)
      #expect(description.environment.python == said[0] || description.environment.python == "\(python.version)")
      #expect(description.environment.prefix == said[1])
      #expect(description.environment.basePrefix == said[2])
      if subject == made { #expect(description.installation.kind == .venv) }
    }
  }

  /// Start-up files are the first that an interpreter runs.
  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func pythonIsNotStarted() throws {
    let folder = try TestFolder()
    try folder.write("open('started', 'w').close()", to: "start/sitecustomize.py")
    var program = program(folder)
    program.variables["PYTHONPATH"] = folder.path.appending("start").string
    #expect(try program.run("environment").status == 0)
    #expect(!folder.path.appending("started").exists)
    #expect(try program.run("check", "json").status == 0)
    #expect(folder.path.appending("started").exists)
  }

  /// A module of that name can still be checked.
  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func aModuleOfThatName() throws {
    let folder = try TestFolder()
    try folder.write("", to: "environment.py")
    #expect(try Program(in: folder.path).check("environment").outcome == .passed)
  }

  /// What is installed by its metadata is what pip lists.
  @Test(.needsIndex) func agreesWithPip() throws {
    let environment = try TestEnvironment.small.folder()
    let uv = try TestEnvironment.tools.folder().appending("bin").appending("uv")
    let folder = try TestFolder()
    let python = environment.appending("bin").appending("python").string
    let listed = try program(folder).run(uv, ["pip", "list", "--format", "freeze", "--python", python])
    let (description, run) = try describe(program(folder), "--python", python)
    #expect(run.status == 0)
    let ours = description.distributions.map {
      "\($0.name)==\($0.version ?? "")".lowercased().replacing("_", with: "-")
    }
    let theirs = listed.output.split(separator: "\n").map { $0.lowercased().replacing("_", with: "-") }
    #expect(!theirs.isEmpty)
    #expect(Set(ours) == Set(theirs))
  }
}
