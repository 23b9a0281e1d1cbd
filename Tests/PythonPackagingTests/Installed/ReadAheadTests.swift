import PythonPackaging
import Testing

/// What is told of an environment does not depend on which thread has read its files.
@Suite struct ReadAheadTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<20 {
      let files = ["package_\(number)/__init__.py", "module_\(number).py"]
      try folder.install("whole-\(number)", "1.\(number)", files: files, extra: ["WHEEL": "Tag: py3-none-any\n"])
    }
    let origin = #"{"url": "file:///gone", "dir_info": {"editable": true}}"#
    try folder.install("editable", "1.0", files: [], extra: ["direct_url.json": origin])
    try folder.write([
      "site/missing-1.0.dist-info/METADATA": "Name: missing\nVersion: 1.0\nRequires-Dist: absent\n",
      "site/missing-1.0.dist-info/RECORD": "gone.py,,\nthere.py,,\n/etc/passwd,,\n", "site/there.py": "",
      "site/folders-1.0.dist-info/METADATA/": "", "site/folders-1.0.dist-info/RECORD/": "",
      "site/empty-1.0.dist-info/": "", "site/absent/data.txt": "",
      "site/old-1.0.egg-info/PKG-INFO": "Name: old\nVersion: 1.0\n", "site/old-1.0.egg-info/SOURCES.txt": "old.py\n",
    ])
  }

  /// All that is asked of the files, in one text.
  private func description(of installed: InstalledDistributions) -> String {
    let distributions = installed.all.map { distribution in
      "\(distribution.name) \(distribution.versionText ?? "-") \(distribution.installer ?? "-") "
        + "\(distribution.wheelTags?.count ?? -1) \(distribution.files.map { Array($0.paths) } ?? [])"
    }
    let defects = installed.defects().map { "\($0)" }
    return (distributions + defects + installed.problems.map { "\($0)" }).joined(separator: "\n")
  }

  /// Often, since threads meet at another file each time.
  @Test func everythingIsAsWithoutIt() {
    let expected = description(of: folder.installed("site"))
    #expect(expected.contains("filesMissing") && expected.contains("folderWithoutDistribution"))
    for _ in 0..<10 {
      let installed = folder.installed("site")
      installed.readAhead()
      #expect(description(of: installed) == expected)
    }
  }

  @Test func nobodyNeedsToAsk() {
    for _ in 0..<5 { folder.installed("site").readAhead() }
    #expect(folder.installed("site").all.count == 25)
  }
}
