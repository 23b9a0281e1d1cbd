import SystemPackage
import TestSupport
import Testing

@testable import PythonPackaging

/// What lies in site folders and belongs to nobody.
struct StrayEntryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String]
    var unclaimed: [String] = []
    var folders: [String] = []

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "nothing", files: []),
    Row(
      name: "modules, extensions and packages",
      files: ["m.py", "n.cpython-311-x86_64-linux-gnu.so", "p/__init__.py", "q/__init__.abi3.so"],
      unclaimed: ["m", "n", "p", "q"]),
    Row(name: "what is no module", files: ["README.txt", "x-y/a.py", "numpy.libs/libx.so", "libx.so", "a.pth"]),
    Row(name: "what Python and those who make environments put there", files: ["__pycache__/m.pyc", "_virtualenv.py"]),
    Row(name: "a folder without code", files: ["numpy/__pycache__/x.pyc"], folders: ["numpy"]),
    Row(name: "more of a package that is somebody's", files: ["owned/mine.py", "spaces/mine.py"]),
    Row(name: "what has no list of files, by its name", files: ["unlisted/__init__.py", "declared/__init__.py"]),
  ]

  @Test(arguments: rows)
  func belongsToNobody(_ row: Row) throws {
    try folder.write([
      "site/owned-1.0.dist-info/METADATA": "Name: owned\nVersion: 1.0\n",
      "site/owned-1.0.dist-info/RECORD": "owned/__init__.py,,\nspaces/part.py,,\n",
      "site/owned/__init__.py": "", "site/spaces/part.py": "",
      "site/unlisted-1.0.egg-info/PKG-INFO": "Name: unlisted\nVersion: 1.0\n",
      "site/unlisted-1.0.egg-info/top_level.txt": "declared\n",
    ])
    try folder.write(Dictionary(uniqueKeysWithValues: row.files.map { ("site/\($0)", "") }))
    let installed = folder.installed("site")
    #expect(installed.unclaimedModules.flatMap(\.modules) == row.unclaimed)
    #expect(bareFolders(installed.defects(isThorough: true)) == row.folders)
    #expect(bareFolders(installed.defects()) == [])
  }

  private func bareFolders(_ defects: [InstallationDefect]) -> [String] {
    defects.compactMap { defect in
      guard case .folderWithoutDistribution(let path, missedBy: nil) = defect else { return nil }
      return path.lastComponent?.string
    }
  }
}
