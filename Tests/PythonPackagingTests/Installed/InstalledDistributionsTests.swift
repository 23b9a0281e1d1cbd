import PythonPackaging
import SystemPackage
import Testing

@Suite struct InstalledDistributionsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func listsEveryForm() throws {
    try folder.install("Zeta", "2.0", files: [])
    try folder.write([
      "site/alpha_x-1.0-py3.11.egg-info/PKG-INFO": "Name: alpha-x\nVersion: 1.0\n",
      "site/old.egg-info": "Name: Old\nVersion: 0.1\n",
      "site/linked-thing.egg-link": "../source\n.",
      "source/linked_thing.egg-info/PKG-INFO": "Name: linked-thing\nVersion: 3.0\n",
      "site/packed-4.0-py3.11.egg/EGG-INFO/PKG-INFO": "Name: packed\nVersion: 4.0\n",
      "site/Upper-1.0.DIST-INFO/METADATA": "Name: upper\nVersion: 1.0\n",
      "site/readme.txt": "", "site/-1.0.dist-info/": "",
    ])
    let installed = folder.installed("site", "site/packed-4.0-py3.11.egg", "source")
    #expect(installed.all.map(\.name.text) == ["alpha-x", "linked-thing", "Old", "packed", "upper", "Zeta"])
    #expect(installed.all.map(\.versionText) == ["1.0", "3.0", "0.1", "4.0", "1.0", "2.0"])
    #expect(installed.hidden.isEmpty)
    #expect(installed.problems.isEmpty)
  }

  @Test func earlierEntriesWin() throws {
    try folder.install("some-thing", "1.0", in: "first", files: [])
    try folder.install("Some.Thing", "2.0", in: "second", files: [])
    let installed = folder.installed("first", "second")
    #expect(installed.all.map(\.versionText) == ["1.0"])
    #expect(installed.hidden.map(\.versionText) == ["2.0"])
    #expect(
      installed.distribution(named: DistributionName("SOME_THING"))?.location
        == folder.path.appending("first"))
    #expect(installed.distribution(named: DistributionName("other")) == nil)
  }

  @Test func oneFolderUnderTwoNames() throws {
    try folder.install("thing", "1.0", files: [])
    try folder.link("site64", to: "site")
    let installed = folder.installed("site", "site/../site", "site64")
    #expect(installed.all.count == 1)
    #expect(installed.hidden.isEmpty)
  }

  @Test func nothingIsReadBeforeItIsAsked() throws {
    let installed = folder.installed("site")
    try folder.install("thing", "1.0", files: [])
    #expect(installed.all.count == 1)
    try folder.write(["site/thing-1.0.dist-info/METADATA": "Name: thing\nVersion: 1.0.post1\n"])
    #expect(installed.all.first?.versionText == "1.0.post1")
  }

  @Test func metadataDecides() throws {
    try folder.write(["site/a_b-1.0_1.dist-info/METADATA": "Name: A.b\nVersion: 1.0.post1\n"])
    let found = folder.installed("site").all.first
    #expect(found?.name.text == "A.b")
    #expect(try found?.version == Version("1.0-1"))
    #expect(found?.installer == nil)
  }

  @Test func whatIsThereWithoutMetadata() throws {
    try folder.write(["site/a_b-1.0_1.dist-info/INSTALLER": "uv\n"])
    let installed = folder.installed("site")
    let found = installed.all.first
    #expect(found?.name.text == "a_b" && found?.versionText == "1.0-1" && found?.installer == "uv")
    #expect(installed.problems.map(\.kind) == [.metadataMissing])
  }

  @Test func foldersThatAreNotThere() throws {
    try folder.write(["python311.zip": "PK"])
    let installed = folder.installed("python311.zip", "nowhere", "python311.zip/deeper")
    #expect(installed.all.isEmpty)
    #expect(installed.problems.isEmpty)
    #expect(InstalledDistributions(searchPath: []).all.isEmpty)
  }
}
