import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What pip and uv record of where they installed from, beside addresses that are required.
@Suite(.needsIndex, .enabled(if: FilePath("/usr/bin/git").exists, "needs git"))
struct OriginTests {
  private let folder: TestFolder
  private let program: Program

  /// A project in a subdirectory of a repository, with a build backend of its own: nothing has to be fetched.
  init() throws {
    folder = try TestFolder()
    program = Program(in: folder.path)
    try folder.write(Self.backend, to: "repository/project/backend.py")
    try folder.write(Self.project, to: "repository/project/pyproject.toml")
    let author = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for arguments in [["init", "--quiet"], ["add", "."], author + ["commit", "--quiet", "-m", "x"], ["tag", "v1"]] {
      let run = try program.run("/usr/bin/git", ["-C", "repository"] + arguments)
      try #require(run.status == 0, "\(run.errors)")
    }
    let uv = try program.run(tool("uv"), ["venv", "--quiet", "--python", tool("python").string, "made"])
    try #require(uv.status == 0, "\(uv.errors)")
    let wheel = "import sys; sys.path[:0] = ['repository/project']; import backend; backend.build_wheel('.')"
    try #require(try program.run(tool("python"), ["-c", wheel]).status == 0)
  }

  private func tool(_ name: String) throws -> FilePath {
    try TestEnvironment.tools.folder().appending("bin").appending(name)
  }

  static let addresses: [String] = [
    "HERE/made-1.0-py3-none-any.whl", "HERE/repository/project", "git+HERE/repository@v1#subdirectory=project",
    "git+HERE/repository#subdirectory=project&egg=made",
  ]

  /// Of each address, the one that it was installed from.
  private static let others =
    addresses + [
      "HERE/made-1.0-py3-none-any.whl#sha256=00", "git+HERE/repository@v2#subdirectory=project",
      "git+HERE/repository@v1", "hg+HERE/repository@v1#subdirectory=project",
    ]

  @Test(arguments: addresses, ["pip", "uv"])
  func whereItCameFrom(_ address: String, _ installer: String) throws {
    let python = folder.path.appending(["made", "bin", "python"]).string
    let requirement = "made @ \(complete(address))"
    let install =
      installer == "uv"
      ? try program.run(tool("uv"), ["pip", "install", "--quiet", "--offline", "--python", python, requirement])
      : try program.run(
        tool("python"), ["-m", "pip", "--python", python, "install", "--quiet", "--no-index", requirement])
    try #require(install.status == 0, "\(install.errors)")
    for other in Self.others {
      let check = try program.check("--python", python, "made @ \(complete(other))")
      let told = check.warnings.filter { $0.code == "other-source" }
      #expect(told.isEmpty == isSame(other, address, installer), "\(other): \(told)")
    }
  }

  /// Whatever revision of a repository is there, one that asks for none is content with it; uv records no hash.
  private func isSame(_ required: String, _ installed: String, _ installer: String) -> Bool {
    let isRepository = installed.hasPrefix("git+") && required.hasPrefix("git+") && required.contains("subdirectory")
    if isRepository { return !required.contains("@") || required == installed }
    return required == installed || installer == "uv" && required == installed + "#sha256=00"
  }

  private func complete(_ address: String) -> String {
    address.replacing("HERE", with: "file://\(folder.path)")
  }

  private static let project = """
    [build-system]
    requires = []
    build-backend = "backend"
    backend-path = ["."]
    [project]
    name = "made"
    version = "1.0"

    """

  private static let backend = """
    import zipfile
    def build_wheel(folder, config_settings=None, metadata_directory=None):
        info = 'made-1.0.dist-info/'
        files = {
            'made.py': '', info + 'METADATA': 'Metadata-Version: 2.1\\nName: made\\nVersion: 1.0\\n',
            info + 'WHEEL': 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'}
        with zipfile.ZipFile(folder + '/made-1.0-py3-none-any.whl', 'w') as file:
            for name, text in files.items(): file.writestr(name, text)
            rows = ''.join(name + ',,\\n' for name in [*files, info + 'RECORD'])
            file.writestr(info + 'RECORD', rows)
        return 'made-1.0-py3-none-any.whl'

    """
}
