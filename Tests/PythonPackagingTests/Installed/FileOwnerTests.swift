import PythonPackaging
import SystemPackage
import Testing

@Suite struct FileOwnerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func owner(_ installed: InstalledDistributions, _ file: String, module: String? = nil) -> String? {
    installed.owner(ofFile: folder.path.pushing(FilePath(file)), module: module)?.name.text
  }

  @Test func byName() throws {
    try folder.install("Flask", "1.0", files: ["flask/app.py", "flask/x.py"])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/flask/app.py") == "Flask")
    #expect(owner(installed, "site//flask/./y/../app.py") == "Flask")
    #expect(owner(installed, "site/flask/not-recorded.py") == nil)
    #expect(owner(installed, "elsewhere/flask/app.py") == nil)
    #expect(owner(installed, "site") == nil)
    #expect(owner(installed, "<string>") == nil && owner(installed, "<frozen runpy>") == nil)
  }

  @Test func byTopLevelAndByRecord() throws {
    try folder.install("PyYAML", "1.0", files: ["yaml/a.py"], extra: ["top_level.txt": "_yaml\nyaml\n"])
    try folder.install("pillow", "1.0", files: ["PIL/Image.py", "six.py"])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/yaml/a.py") == "PyYAML")
    #expect(owner(installed, "site/PIL/Image.py") == "pillow")
    #expect(owner(installed, "site/six.py") == "pillow")
    #expect(owner(installed, "site/loose.py") == nil)
  }

  @Test func namespacePackages() throws {
    try folder.install("google", "1.0", files: ["google/search.py"])
    try folder.install("google-auth", "1.0", files: ["google/auth/a.py"])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/google/auth/a.py") == "google-auth")
    #expect(owner(installed, "site/google/search.py") == "google")
  }

  @Test func withoutRecord() throws {
    try folder.write([
      "site/apt_pkg-1.0.dist-info/METADATA": "Name: apt-pkg\nVersion: 1.0\n",
      "site/yaml-1.0.egg-info/PKG-INFO": "Name: yaml\nVersion: 1.0\n",
      "site/yaml-1.0.egg-info/top_level.txt": "yaml\n_yaml\n",
    ])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/apt_pkg/x.py") == "apt-pkg")
    #expect(owner(installed, "site/_yaml/x.py") == "yaml")
  }

  @Test func listsOfEggInfo() throws {
    try folder.write([
      "site/a-1.0.egg-info/PKG-INFO": "Name: a\nVersion: 1.0\n",
      "site/a-1.0.egg-info/installed-files.txt": "../lib_a/x.py\n../mod.py\nPKG-INFO\n",
      "project/src/b.egg-info/PKG-INFO": "Name: b\nVersion: 1.0\n",
      "project/src/b.egg-info/SOURCES.txt": "setup.py\nsrc/lib_b/x.py\n",
    ])
    let installed = folder.installed("site", "project/src")
    #expect(owner(installed, "site/lib_a/x.py") == "a")
    #expect(owner(installed, "site/mod.py") == "a")
    #expect(owner(installed, "project/src/lib_b/x.py") == "b")
  }

  @Test func nestedEntriesAndHiddenOnes() throws {
    try folder.install("setuptools", "1.0", files: ["setuptools/_vendor/packaging/a.py"])
    try folder.install("packaging", "2.0", in: "site/setuptools/_vendor", files: ["packaging/a.py"])
    let file = "site/setuptools/_vendor/packaging/a.py"
    #expect(owner(folder.installed("site", "site/setuptools/_vendor"), file) == "packaging")
    #expect(owner(folder.installed("site"), file) == "setuptools")
  }

  @Test func linkedFolders() throws {
    try folder.install("a", "1.0", in: "env/lib/site", files: ["a/x.py"])
    try folder.link("env/lib64", to: "lib")
    try folder.link("other", to: "env/lib")
    let installed = folder.installed("env/lib64/site")
    #expect(owner(installed, "env/lib/site/a/x.py") == "a")
    #expect(owner(installed, "other/site/a/x.py") == "a")
    #expect(owner(installed, "other/../lib64/site/a/x.py") == "a")
    #expect(owner(installed, "other/site/b/x.py") == nil)
  }

  @Test func theStandardLibraryIsNobodys() throws {
    try folder.install("json", "1.0", in: "lib/python3.11", files: ["json/decoder.py"])
    try folder.install("a", "1.0", in: "lib/python3.11/site-packages", files: ["a.py"])
    try folder.link("lib64", to: "lib")
    let installed = folder.installed(
      "lib/python3.11", "lib/python3.11/lib-dynload", "lib64/python3.11/site-packages")
    #expect(owner(installed, "lib/python3.11/json/decoder.py") == nil)
    #expect(owner(installed, "lib/python3.11/site-packages/a.py") == "a")
  }

  @Test func answersAreKept() throws {
    try folder.install("a", "1.0", files: ["a/x.py"])
    let installed = folder.installed("site")
    #expect(owner(installed, "site/a/x.py") == "a")
    try folder.write(["site/a-1.0.dist-info/RECORD": ""])
    #expect(owner(installed, "site/a/x.py") == "a")
  }
}
