import PythonPackaging
import SystemPackage
import Testing

/// What is wrong with installations, made by hand.
@Suite struct DefectTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A distribution's own files, and what its RECORD says of them.
  struct Package: Sendable {
    var name: String
    var version = "1.0"
    /// By path; `nil` for those that are listed and not there.
    var files: [String: String?]
    var installer: String? = "pip"
    /// Beside METADATA, INSTALLER and RECORD.
    var extra: [String: String] = [:]
    var hasMetadata = true
    var hasRecord = true
    var site = "site"
  }

  private func write(_ package: Package) throws {
    let info = "\(package.name)-\(package.version).dist-info"
    var own = package.extra
    if package.hasMetadata {
      own["METADATA"] = "Metadata-Version: 2.1\nName: \(package.name)\nVersion: \(package.version)\n"
    }
    own["INSTALLER"] = package.installer.map { "\($0)\n" }
    // The hash of a test is the text itself: equal texts have equal ones.
    let rows = package.files.map { path, text in "\(path),sha256=\(text ?? "gone"),1\n" }
    if package.hasRecord {
      own["RECORD"] = (rows + own.keys.map { "\(info)/\($0),,\n" } + ["\(info)/RECORD,,\n"]).sorted().joined()
    }
    var files = Dictionary(uniqueKeysWithValues: own.map { ("\(package.site)/\(info)/\($0)", $1) })
    for case (let path, let text?) in package.files { files["\(package.site)/\(path)"] = text }
    if own.isEmpty { files["\(package.site)/\(info)/"] = "" }
    try folder.write(files)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let packages: [Package]
    let other: [String: String]
    let expected: [String]

    init(_ name: String, _ packages: [Package], other: [String: String] = [:], _ expected: [String]) {
      testDescription = name
      self.packages = packages
      self.other = other
      self.expected = expected
    }
  }

  static let rows: [Row] = [
    Row("all in order", [Package(name: "a", files: ["a/__init__.py": "", "a/x.py": "x", "six.py": ""])], []),
    Row(
      "a module is gone", [Package(name: "a", files: ["a/__init__.py": nil, "a/x.py": "x"])],
      ["a misses 1 of 5: a/__init__.py"]),
    Row(
      "a folder is gone", [Package(name: "a", files: ["a/__init__.py": nil, "a/x.py": nil, "a.pth": ""])],
      ["a misses 2 of 6: a/__init__.py a/x.py"]),
    Row(
      "all is gone", [Package(name: "a", files: ["a/__init__.py": nil, "b.py": nil])],
      ["a is a shell, 2 of 5 gone: a/__init__.py b.py"]),
    Row(
      "what Python compiles is gone",
      [
        Package(
          name: "a",
          files: ["a.py": "", "__pycache__/a.cpython-311.pyc": nil, "b/__pycache__/x.pyc": nil, "b/c.py": ""])
      ],
      []),
    Row("a wheel's own row for a script", [Package(name: "a", files: ["a.py": "", "a-1.data/scripts/a": nil])], []),
    Row("a script is gone", [Package(name: "a", files: ["a.py": "", "../bin/a": nil, "/nowhere/else": nil])], []),
    Row(
      "a package of a distributor",
      [Package(name: "a", files: ["a.py": "", "scripts-3.10/a": nil], installer: nil)], []),
    Row(
      "a module of a distributor's package",
      [Package(name: "a", files: ["a.py": "", "b.py": nil], installer: nil)], ["a misses 1 of 2: b.py"]),
    Row(
      "one file of two",
      [
        Package(name: "cv", files: ["cv2/__init__.py": "1", "cv2/cv2.abi3.so": "1"]),
        Package(name: "cvh", files: ["cv2/__init__.py": "1", "cv2/cv2.abi3.so": "2"]),
      ],
      ["cv and cvh own 1: cv2/cv2.abi3.so"]),
    Row(
      "files of two, of which none is a module",
      [
        Package(name: "a", files: ["LICENSE": "1", "a/x.txt": "1", "a/x.py": ""]),
        Package(name: "b", files: ["LICENSE": "2", "a/x.txt": "2", "a/y.py": ""]),
      ], []),
    Row(
      "tests of two",
      [Package(name: "a", files: ["tests/__init__.py": "1"]), Package(name: "b", files: ["tests/__init__.py": "2"])], []
    ),
    Row(
      "a namespace of old",
      [
        Package(name: "a", files: ["n/__init__.py": "__path__ = extend_path(__path__, 1)", "n/a.py": ""]),
        Package(name: "b", files: ["n/__init__.py": "__path__ = extend_path(__path__, 2)", "n/b.py": ""]),
      ], []),
    Row(
      "a namespace without a file",
      [Package(name: "a", files: ["n/a.py": ""]), Package(name: "b", files: ["n/b.py": ""])],
      []),
    Row(
      "a plug-in within another's package",
      [Package(name: "a", files: ["a/__init__.py": "1"]), Package(name: "b", files: ["a/plugin.py": "2"])], []),
    Row(
      "a module and a package of one name",
      [Package(name: "a", files: ["m.py": "1"]), Package(name: "b", files: ["m/__init__.py": "2"])],
      ["a and b bring m"]),
    Row(
      "a package in two folders",
      [
        Package(name: "a", files: ["m/__init__.py": "1"]),
        Package(name: "b", files: ["m/__init__.py": "2"], site: "other"),
      ],
      ["a and b bring m"]),
    Row(
      "two versions", [Package(name: "a", files: [:]), Package(name: "a", version: "2.0", files: [:], site: "other")],
      ["a 1.0 hides a 2.0"]),
    Row(
      "an egg-info beside it", [Package(name: "a", files: [:])],
      other: ["site/a.egg-info/PKG-INFO": "Name: a\nVersion: 1.0\n"], []),
    Row(
      "an egg-info of another version beside it", [Package(name: "a", files: [:])],
      other: ["site/a-2.0.egg-info/PKG-INFO": "Name: a\nVersion: 2.0\n"], ["a hides another"]),
    Row("no RECORD", [Package(name: "a", files: [:], hasRecord: false)], ["a lacks RECORD of pip"]),
    Row("no RECORD, of a distributor", [Package(name: "a", files: [:], installer: "debian", hasRecord: false)], []),
    Row("no METADATA", [Package(name: "a", files: [:], hasMetadata: false)], ["a lacks METADATA"]),
    Row(
      "an empty folder of metadata",
      [Package(name: "a", files: [:], installer: nil, hasMetadata: false, hasRecord: false)],
      ["a lacks METADATA"]),
    Row(
      "interrupted removals", [Package(name: "a", files: [:])],
      other: ["site/~orch/x.py": "", "site/~orch-2.2.dist-info/METADATA": ""],
      ["left ~orch", "left ~orch-2.2.dist-info"]),
    Row(
      "a folder in place of a requirement",
      [Package(name: "a", files: [:], extra: ["METADATA": "x"])],
      other: [
        "site/a-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\nRequires-Dist: torch>=2\nRequires-Dist: six\n",
        "site/torch/__pycache__/x.pyc": "", "site/six/__init__.py": "", "site/numpy/": "",
      ], ["six has no metadata, a misses it", "torch is a bare folder, a misses it"]),
    Row(
      "an editable source is gone",
      [
        Package(
          name: "a", files: [:],
          extra: ["direct_url.json": #"{"url": "file:///nowhere/a", "dir_info": {"editable": true}}"#])
      ],
      ["a misses its source /nowhere/a"]),
    Row(
      "the folder of a path file is gone",
      [
        Package(
          name: "a", files: ["a.pth": "/nowhere/src\n"],
          extra: ["direct_url.json": #"{"url": "file:///", "dir_info": {"editable": true}}"#])
      ],
      ["a misses its source /nowhere/src"]),
    Row(
      "a module of a finder is gone",
      [
        Package(
          name: "a", files: ["__editable___a_finder.py": "MAPPING = {'p': '/nowhere/p', 'etc': '/etc'}\n"],
          extra: ["direct_url.json": #"{"url": "file:///", "dir_info": {"editable": true}}"#])
      ],
      ["a misses its source /nowhere/p"]),
  ]

  @Test(arguments: rows)
  func wholeInstallation(_ row: Row) throws {
    for package in row.packages { try write(package) }
    try folder.write(row.other)
    #expect(words(folder.installed("site", "other").defects()) == row.expected)
  }

  /// What a quick look does not see.
  @Test func oneDistribution() throws {
    try write(Package(name: "torch", files: ["torch/__init__.py": "", "torch/x.py": nil, "../bin/t": nil]))
    try write(Package(name: "other", files: ["torch/__init__.py": "other"]))
    try folder.write(["site/~orch/x.py": "", "site/~umpy/x.py": "", "site/numpy/x.so": "", "site/real/__init__.py": ""])
    let installed = folder.installed("site")
    #expect(words(installed.defects()).filter { $0.contains("misses") } == [])
    #expect(words(installed.defects(isThorough: true)).contains("torch misses 1 of 5: torch/x.py, 1 outside"))
    let torch = try #require(installed.distribution(named: DistributionName("torch")))
    let expected = [
      "torch misses 1 of 5: torch/x.py, 1 outside", "other and torch own 1: torch/__init__.py", "left ~orch",
    ]
    #expect(words(installed.defects(of: torch)) == expected)
    #expect(words(installed.defects(ofMissingModule: "numpy")) == ["numpy is a bare folder", "left ~umpy"])
    for name in ["real", "nothing", "torch.x", "..", ""] {
      #expect(words(installed.defects(ofMissingModule: name)) == [])
    }
  }

  private func words(_ defects: [InstallationDefect]) -> [String] { defects.map(words) }

  private func words(_ defect: InstallationDefect) -> String {
    switch defect {
    case .duplicate(let one, let other):
      one.metadata.removingLastComponent() == other.metadata.removingLastComponent()
        ? "\(one.name) hides another"
        : "\(one.name) \(one.version ?? "") hides \(other.name) \(other.version ?? "")"
    case .filesClaimedTwice(let files, let one, let other):
      "\(one.name) and \(other.name) own \(files.count): \(files.first)"
    case .moduleClaimedTwice(let module, let one, let other): "\(one.name) and \(other.name) bring \(module)"
    case .filesMissing(let place, let files): "\(place.name) misses \(words(files))"
    case .fileAltered(let place, let file):
      "\(file.path) of \(place.name) has \(file.size) bytes, \(file.listedSize) are listed"
    case .emptyShell(let place, let files):
      "\(place.name) is a shell, \(files.count) of \(files.listed) gone: \(files.first.joined(separator: " "))"
    case .folderWithoutDistribution(let folder, let requirer):
      "\(folder.lastComponent?.string ?? "") is a bare folder" + (requirer.map { ", \($0.name) misses it" } ?? "")
    case .moduleWithoutDistribution(let path, let requirer):
      "\(path.lastComponent?.string ?? "") has no metadata, \(requirer.name) misses it"
    case .editableSourceMissing(let place, let source): "\(place.name) misses its source \(source)"
    case .metadataMissing(let place): "\(place.name) lacks METADATA"
    case .recordMissing(let place, let installer): "\(place.name) lacks RECORD of \(installer)"
    case .interruptedRemoval(let path): "left \(path.lastComponent?.string ?? "")"
    }
  }

  private func words(_ files: MissingFiles) -> String {
    let outside = files.outside == 0 ? "" : ", \(files.outside) outside"
    return "\(files.count) of \(files.listed): \(files.first.joined(separator: " "))" + outside
  }
}
