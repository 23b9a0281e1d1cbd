import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Installations that are broken by hand, of real packages.
@Suite struct DefectCommandTests {
  private let folder: TestFolder
  private let program: Program

  init() throws {
    folder = try TestFolder()
    program = Program(in: folder.path)
  }

  private var python: String { folder.path.appending(["made", "bin", "python"]).string }

  private func environmentWith(_ packages: String...) throws -> FilePath {
    let uv = try TestEnvironment.tools.folder().appending("bin").appending("uv")
    let base = try TestEnvironment.small.folder().appending("bin").appending("python").string
    let made = try program.run(uv, ["venv", "--quiet", "--python", base, "made"])
    try #require(made.status == 0, "\(made.errors)")
    // One after the other: the second of two that own one file shall be the one that wrote it.
    for package in packages {
      let run = try program.run(uv, ["pip", "install", "--quiet", "--no-deps", "--python", python, package])
      try #require(run.status == 0, "\(run.errors)")
    }
    let library = folder.path.appending("made").appending("lib")
    return library.appending(try #require(namesInFolder(library).first)).appending("site-packages")
  }

  private func describe(_ arguments: String...) throws -> EnvironmentDescription {
    let run = try program.run(
      Program.path, ["environment", "--format", "json", "--python", python] + arguments)
    try program.validate(run.output, against: "environment-1.json")
    return try JSONDecoder().decode(EnvironmentDescription.self, from: Data(run.output.utf8))
  }

  @Test(.needsIndex) func realPackagesBroken() throws {
    let site = try environmentWith("six==1.16.0", "markupsafe==3.0.2", "idna==3.10", "jwt==1.3.1", "pyjwt==2.10.1")
    let before = try describe("--verbose").warnings
    #expect(before.map(\.code) == ["file-claimed-twice"])
    #expect(before.first?.message.contains("jwt 1.3.1 and PyJWT 2.10.1 both own") == true)

    let files = FileManager.default
    try files.removeItem(atPath: site.appending("six.py").string)
    try files.removeItem(atPath: site.appending(["markupsafe", "__init__.py"]).string)
    let info = site.appending("idna-3.10.dist-info").string
    try files.copyItem(atPath: info, toPath: site.appending("idna-3.9.dist-info").string)
    try files.createDirectory(atPath: site.appending("~umpy").string, withIntermediateDirectories: false)
    let codes = try describe().warnings.map(\.code)
    let expected = [
      "duplicate-distribution", "file-claimed-twice", "empty-shell", "files-missing", "interrupted-removal",
    ]
    #expect(codes.sorted() == expected.sorted())

    #expect(try defects(ofCheck: "six") == ["empty-shell"])
    #expect(try defects(ofCheck: "markupsafe:Markup") == ["files-missing"])
    #expect(try defects(ofCheck: "numpy") == ["interrupted-removal"])
    // It passes, and is warned of.
    #expect(try defects(ofCheck: "idna") == ["duplicate-distribution"])
  }

  private func defects(ofCheck target: String) throws -> [String] {
    let run = try program.run(
      Program.path, ["check", "--format", "json", "--python", python, target])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let kinds: Set = ["empty-shell", "files-missing", "interrupted-removal", "duplicate-distribution"]
    return try #require(report.checks.first).warnings.map(\.code).filter(kinds.contains)
  }

  @Test(.needsIndex) func torchAsItWasBuilt() throws {
    let torch = try TestEnvironment.torch.folder().string
    let run = try program.run(
      "environment", "--python", torch, "--import", "torch", "--import", "no_such_module", "--import", "numpy",
      "--format", "json")
    #expect(run.status == 0)
    try program.validate(run.output, against: "environment-1.json")
    let imports = try JSONDecoder().decode(EnvironmentDescription.self, from: Data(run.output.utf8)).imports
    #expect(imports.map(\.module) == ["torch", "no_such_module", "numpy"])
    #expect(imports.map(\.outcome) == [.passed, .failed, .passed])
    #expect(imports[1].problem == "ModuleNotFoundError: No module named 'no_such_module'")
    #expect(imports[2].version != nil && imports[2].file?.hasSuffix("numpy/__init__.py") == true)
    let values = Dictionary(uniqueKeysWithValues: imports[0].facts.map { ($0.name, $0.value) })
    #expect(values["CUDA available"] == "False")
    #expect(values["C++11 ABI"] == "True")
    #expect(values["configuration"]??.contains("PyTorch built with:") == true)
    #expect(values["git version"]??.count == 40)
  }

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func importsThatEndBadly() throws {
    try folder.write("import os; os.kill(os.getpid(), 11)", to: "crash.py")
    try folder.write("__version__ = '1.5'", to: "fine.py")
    let run = try program.run("environment", "--import", "crash", "--import", "fine", "--format", "json")
    let imports = try JSONDecoder().decode(EnvironmentDescription.self, from: Data(run.output.utf8)).imports
    #expect(run.status == 0)
    #expect(imports.map(\.outcome) == [.crashed, .passed])
    #expect(imports.first?.problem?.contains("SIGSEGV") == true)
    #expect(imports.last?.version == "1.5")
    let text = try program.run("environment", "--import", "fine")
    #expect(text.output.contains("Import of fine\n  outcome  passed\n  version  1.5\n"))
    for wrong in ["a:b", "a b", ""] {
      #expect(try program.run("environment", "--import", wrong).status == 2)
    }
  }
}
