import PythonPackaging
import SystemPackage
import Testing

@Suite struct EditableTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func installEditable(_ name: String, source: String, files: [String: String] = [:]) throws {
    let place = folder.path.pushing(FilePath(source)).string
    let url = "file://" + place.replacing(" ", with: "%20")
    try folder.install(
      name, "1.0", files: Array(files.keys),
      extra: ["direct_url.json": #"{"url": "\#(url)", "dir_info": {"editable": true}}"#])
    try folder.write(Dictionary(uniqueKeysWithValues: files.map { ("site/" + $0, $1) }))
    try folder.write([source + "/": ""])
  }

  private func owner(_ installed: InstalledDistributions, _ file: String) -> String? {
    installed.owner(ofFile: folder.path.pushing(FilePath(file)))?.name.text
  }

  @Test func filesOfTheProject() throws {
    try installEditable("project", source: "my project")
    try installEditable("nested", source: "my project/nested")
    try folder.link("linked", to: "my project")
    let installed = folder.installed("site")
    let found = installed.distribution(named: DistributionName("project"))
    #expect(found?.editableSource == folder.path.appending("my project"))
    #expect(owner(installed, "my project/src/x.py") == "project")
    #expect(owner(installed, "my project/nested/x.py") == "nested")
    #expect(owner(installed, "linked/src/x.py") == "project")
    #expect(owner(installed, "my projects/x.py") == nil)
  }

  @Test func foldersOnTheSearchPathAndModulesOfTheFinder() throws {
    let root = folder.path.string
    let finder = """
      import sys
      MAPPING: dict[str, str] = {'pkg.sub': '\(root)/far/pkg/sub', "lone": "\(root)/far\\x2flone"}
      NAMESPACES: dict[str, list[str]] = {}
      """
    try installEditable(
      "project", source: "project",
      files: [
        "__editable___project_1_0_finder.py": finder,
        "project.pth": "import os; os.x\n# comment\n\n\(root)/near\n../relative\n",
      ])
    try folder.write(["near/project/__init__.py": "", "relative/a/__init__.py": "", "relative/b/": ""])
    let installed = folder.installed("site")
    for file in ["near/x.py", "relative/x.py", "far/pkg/sub/x.py", "far/lone.py", "far/lone.cpython-311.so"] {
      #expect(owner(installed, file) == "project")
    }
    #expect(owner(installed, "far/other.py") == nil && owner(installed, "far/pkg/x.py") == nil)
    #expect(installed.all.map { installed.topLevelModules(of: $0) } == [["a", "lone", "pkg", "project"]])
  }

  @Test func sharedObjectsAmongTheSources() throws {
    let root = "\(folder.path.string)/project"
    let mapping = "MAPPING = {'pkg': '\(root)/lib/pkg', 'lone': '\(root)/lone'}"
    try installEditable("project", source: "project", files: ["__editable___project_1_0_finder.py": mapping + "\n"])
    try folder.write([
      "project/lib/pkg/__init__.py": "", "project/lib/pkg/_a.so": "", "project/lib/pkg/inner/_b.abi3.so": "",
      "project/lib/pkg/inner/libx.so.1": "", "project/lib/pkg/__pycache__/_c.so": "", "project/lone.abi3.so": "",
      "project/build/pkg/_a.so": "",
    ])
    try folder.link("project/lib/pkg/again", to: ".")
    let installed = folder.installed("site")
    let files = try #require(installed.distribution(named: DistributionName("project"))).nativeFiles
    #expect(Set(files.map(\.module)) == ["pkg._a", "pkg.inner._b", "lone", nil] && files.count == 4)
    #expect(files.allSatisfy { installed.owner(ofFile: $0.path)?.name.text == "project" })
  }

  /// Both forms that meson-python has given the last call of its finder.
  @Test(arguments: [
    "install({'pkg'}, '#', ['ninja'], False)",
    "def init():\n    finder = MesonpyMetaFinder(\n        'pkg',\n        {'pkg'},\n        '#',\n        [],\n        False,\n    )",
  ])
  func whatMesonBuilt(call: String) throws {
    let root = folder.path.string
    let finder = "def install(x):\n    'Not this: /tmp'\n\n\(call.replacing("#", with: "\(root)/build/cp311"))\n"
    try installEditable("pkg", source: "project", files: ["_pkg_editable_loader.py": finder])
    let module = "_a.cpython-311-x86_64-linux-gnu.so"
    try folder.write([
      "build/cp311/meson-info/intro-install_plan.json": """
      {
        "targets": {
          "\(root)/build/cp311/deep/\(module)": {"destination": "{py_platlib}/pkg/inner/\(module)", "tag": "runtime"},
          "\(root)/build/cp311/libx.so": {"destination": "{libdir_shared}/libx.so", "tag": null}
        },
        "python": {
          "\(root)/project/src/pkg/__init__.py": {"destination": "{py_purelib}/pkg/__init__.py"},
          "\(root)/project/lone.py": {"destination": "{py_purelib}/lone.py"}
        }
      }
      """,
      "build/cp311/deep/\(module)": "", "build/cp311/deep/\(module).p/x.o": "", "project/src/pkg/__init__.py": "",
      "project/src/pkg/code.py": "", "project/lone.py": "",
    ])
    let installed = folder.installed("site")
    let found = try #require(installed.distribution(named: DistributionName("pkg")))
    #expect(found.nativeFiles.map(\.module) == ["pkg.inner._a"])
    #expect(Set(found.sourceFiles.map(\.place.string)).isSuperset(of: ["pkg/code.py", "lone.py"]))
    #expect(installed.topLevelModules(of: found) == ["lone", "pkg"])
    #expect(
      owner(installed, "build/cp311/deep/\(module)") == "pkg" && owner(installed, "project/src/pkg/code.py") == "pkg")
  }

  @Test(arguments: ["", "install('/no/such/folder')", "install(", "MesonpyMetaFinder(x)"])
  func finderOfMesonThatLeadsNowhere(call: String) throws {
    try installEditable("pkg", source: "project", files: ["_pkg_editable_loader.py": call])
    let found = try #require(folder.installed("site").distribution(named: DistributionName("pkg")))
    #expect(found.nativeFiles.isEmpty)
  }

  @Test func anEnvironmentInsideTheProject() throws {
    try installEditable("project", source: ".")
    try folder.install("other", "1.0", files: ["other.py"])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/other.py") == "other")
    #expect(owner(installed, "site/loose.py") == nil)
    #expect(owner(installed, "module.py") == "project")
  }

  @Test func eggInfoOfTheProject() throws {
    try installEditable("project", source: "project")
    try folder.write([
      "project/src/project.egg-info/PKG-INFO": "Name: project\nVersion: 0.9\n",
      "project/src/project.egg-info/SOURCES.txt": "src/project/x.py\n",
    ])
    let installed = folder.installed("site", "project/src")
    let found = installed.owner(ofFile: folder.path.appending("project/src/project/x.py"))
    #expect(found?.versionText == "1.0")
    #expect(installed.hidden.isEmpty)
  }

  @Test func eggLink() throws {
    try folder.write([
      "site/old-project.egg-link": "\(folder.path.string)/project\n.\n",
      "project/old_project.egg-info/PKG-INFO": "Name: old-project\nVersion: 1.0\n",
      "project/old_project.egg-info/top_level.txt": "old\n",
    ])
    let installed = folder.installed("site", "project")
    #expect(installed.all.map(\.editableSource) == [folder.path.appending("project")])
    #expect(owner(installed, "project/old/x.py") == "old-project")
    #expect(owner(installed, "site/old/x.py") == nil)
    #expect(installed.owner(ofModule: "old")?.versionText == "1.0")
  }

  static let brokenFinders: [String] = [
    "", "MAPPING = ", "MAPPING = {", "MAPPING = {'a'}", "MAPPING = {'a': 1}", "MAPPING = {'a': '\\",
    "MAPPING = {'a': '\\xg'}",
    "MAPPING = {'a': '\\ud800'}",
  ]

  @Test(arguments: brokenFinders)
  func brokenFinder(_ text: String) throws {
    try installEditable("project", source: "project", files: ["__editable___project_finder.py": text])
    let installed = folder.installed("site")
    #expect(owner(installed, "project/x.py") == "project")
    #expect(installed.problems.map(\.kind) == [.malformed])
  }
}
