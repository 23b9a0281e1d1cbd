import PythonPackaging
import Testing

/// What the metadata of a small environment claims against itself, under CPython 3.11 on x86_64 with glibc 2.36.
@Suite struct ConflictTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let distributions: [Stated]
    /// `distribution version: requirement, found, kind`, in order.
    let conflicts: [String]
    /// How many things in the metadata are noted as wrong.
    let problems: Int

    init(_ testDescription: String, _ distributions: [Stated], _ conflicts: [String] = [], problems: Int = 0) {
      self.testDescription = testDescription
      self.distributions = distributions
      self.conflicts = conflicts
      self.problems = problems
    }
  }

  /// A distribution, and what its metadata states.
  struct Stated: Sendable {
    var name: String
    var version: String
    var requires: [String]
    var python: String?
    var tags: [String]

    init(_ name: String, _ version: String = "1.0", _ requires: String..., python: String? = nil, tags: [String] = []) {
      (self.name, self.version, self.requires, self.python, self.tags) = (name, version, requires, python, tags)
    }
  }

  static let versions: [Row] = [
    Row("all is there", [Stated("a", "1.0", "b>=1", "c"), Stated("b", "1.5"), Stated("c")]),
    Row("missing", [Stated("a", "2.1", "b>=1")], ["a 2.1: b>=1, nil, missing"]),
    Row("another version", [Stated("a", "1.0", "b>=2"), Stated("b", "1.5")], ["a 1.0: b>=2, 1.5, version"]),
    Row("the name in another spelling", [Stated("a", "1.0", "B_c.D>=1"), Stated("b-C_d", "1")]),
    Row(
      "several, in the order of the file",
      [Stated("a", "1.0", "z", "b>2", "y"), Stated("b", "2")],
      ["a 1.0: z, nil, missing", "a 1.0: b>2, 2, version", "a 1.0: y, nil, missing"]),
    Row(
      "sorted by who states them", [Stated("b", "1", "x"), Stated("A", "1", "x")],
      ["A 1: x, nil, missing", "b 1: x, nil, missing"]),
    Row("told once", [Stated("a", "1", "x>=1", "x >= 1", "x>=1; os_name == 'posix'")], ["a 1: x>=1, nil, missing"]),
    Row("two conditions on one", [Stated("a", "1", "b>=2", "b<4"), Stated("b", "1")], ["a 1: b>=2, 1, version"]),
    Row("a local version fulfils", [Stated("a", "1", "b==2.2.0", "b>=2.2"), Stated("b", "2.2.0+cu121")]),
    Row(
      "another local version", [Stated("a", "1", "b==2.2.0+cpu"), Stated("b", "2.2.0+cu121")],
      ["a 1: b==2.2.0+cpu, 2.2.0+cu121, version"]),
    Row(
      "a local version is not above its own", [Stated("a", "1", "b>2.2"), Stated("b", "2.2+x")],
      ["a 1: b>2.2, 2.2+x, version"]),
    Row("an installed pre-release fulfils", [Stated("a", "1", "b>=2"), Stated("b", "3.0rc1")]),
    Row(
      "a pre-release is below its release", [Stated("a", "1", "b>=3"), Stated("b", "3.0rc1")],
      ["a 1: b>=3, 3.0rc1, version"]),
    Row("a wildcard", [Stated("a", "1", "b==3.*"), Stated("b", "3.0.post1")]),
    Row("old parentheses", [Stated("a", "1", "b (>=2)"), Stated("b", "1")], ["a 1: b>=2, 1, version"]),
    Row("a URL asks for no version", [Stated("a", "1", "b @ https://example.org/b-9.whl"), Stated("b", "1")]),
    Row(
      "a URL of what is missing", [Stated("a", "1", "b @ https://example.org/b.whl")],
      ["a 1: b @ https://example.org/b.whl, nil, missing"]),
    Row("itself", [Stated("a", "1", "a>=2")], ["a 1: a>=2, 1, version"]),
    Row("a cycle", [Stated("a", "1", "b"), Stated("b", "1", "a>1")], ["b 1: a>1, 1, version"]),
  ]

  static let markers: [Row] = [
    Row("one that does not hold", [Stated("a", "1", "b; sys_platform == 'win32'", "c; python_version < '3.9'")]),
    Row("one that holds", [Stated("a", "1", "b; python_version >= '3.9'")], ["a 1: b, nil, missing"]),
    Row("an extra that nobody asks for", [Stated("a", "1", "b; extra == 'x'")]),
    Row(
      "an extra that another asks for", [Stated("a", "1", "c; extra == 'x'"), Stated("b", "1", "a[x]")],
      ["a 1: c, nil, missing"]),
    Row(
      "an extra that an earlier one asks for", [Stated("b", "1", "c; extra == 'x'"), Stated("a", "1", "b[x]")],
      ["b 1: c, nil, missing"]),
    Row(
      "an extra in another spelling", [Stated("a", "1", "c; extra == 'X_y'"), Stated("b", "1", "a[x-Y]")],
      ["a 1: c, nil, missing"]),
    Row("an extra that does not exist", [Stated("a", "1"), Stated("b", "1", "a[nothing]")]),
    Row("an extra of what is missing", [Stated("b", "1", "a[x]")], ["b 1: a[x], nil, missing"]),
    Row(
      "an extra that asks for others of its own",
      [Stated("a", "1", "a[x,y]; extra == 'all'", "c; extra == 'x'", "d; extra == 'y'"), Stated("b", "1", "a[all]")],
      ["a 1: c, nil, missing", "a 1: d, nil, missing"]),
    Row(
      "extras that ask for one another",
      [
        Stated("a", "1", "b[y]; extra == 'x'", "m; extra == 'z'"), Stated("b", "1", "a[z]; extra == 'y'"),
        Stated("c", "1", "a[x]"),
      ], ["a 1: m, nil, missing"]),
    Row(
      "an extra under a marker that does not hold",
      [Stated("a", "1", "c; extra == 'x'"), Stated("b", "1", "a[x]; os_name == 'nt'")]),
    Row(
      "an extra and another condition",
      [Stated("a", "1", "c; extra == 'x' and os_name == 'nt'"), Stated("b", "1", "a[x]")]),
  ]

  static let pythons: [Row] = [
    Row("a Python that is admitted", [Stated("a", python: ">=3.8,<4")]),
    Row("a Python that is too old", [Stated("a", python: ">=3.12")], ["a 1.0: python>=3.12, 3.11.7, python"]),
    Row("a patch release", [Stated("a", python: "!=3.11.7")], ["a 1.0: python!=3.11.7, 3.11.7, python"]),
    Row(
      "a wildcard", [Stated("a", python: ">=2.7,!=3.0.*,!=3.11.*")],
      ["a 1.0: python!=3.0.*,!=3.11.*,>=2.7, 3.11.7, python"]),
    Row("no condition", [Stated("a", python: "")]),
    Row(
      "a wheel for all", [Stated("a", tags: ["py3-none-any"]), Stated("b", tags: ["py2-none-any", "py3-none-any"])]),
    Row(
      "a wheel for another Python", [Stated("a", tags: ["cp312-cp312-manylinux_2_17_x86_64"])],
      ["a 1.0: cp312-cp312-manylinux_2_17_x86_64, here, python"]),
    Row("a wheel for Python 2", [Stated("a", tags: ["py2-none-any"])], ["a 1.0: py2-none-any, here, python"]),
    Row(
      "a wheel for another machine", [Stated("a", tags: ["cp311-cp311-manylinux_2_17_aarch64"])],
      ["a 1.0: cp311-cp311-manylinux_2_17_aarch64, here, platform"]),
    Row(
      "a wheel for another system", [Stated("a", tags: ["cp39-abi3-macosx_10_12_universal2"])],
      ["a 1.0: cp39-abi3-macosx_10_12_universal2, here, platform"]),
    Row(
      "a wheel for a newer glibc", [Stated("a", tags: ["cp311-cp311-manylinux_2_39_x86_64"])],
      ["a 1.0: cp311-cp311-manylinux_2_39_x86_64, here, platform"]),
    Row("one of several tags fits", [Stated("a", tags: ["cp312-cp312-linux_x86_64", "cp311-cp311-linux_x86_64"])]),
    Row("no tag", [Stated("a", tags: [])]),
    Row(
      "all at once", [Stated("a", "1", "b", python: "<3", tags: ["py2-none-any"])],
      ["a 1: python<3, 3.11.7, python", "a 1: py2-none-any, here, python", "a 1: b, nil, missing"]),
  ]

  static let broken: [Row] = [
    Row(
      "a requirement that is none", [Stated("a", "1", "=nonsense", "b")], ["a 1: b, nil, missing"], problems: 1),
    Row("a tag that is none", [Stated("a", tags: ["nonsense"])], problems: 1),
    Row("a tag that is none beside one that fits", [Stated("a", tags: ["nonsense", "py3-none-any"])], problems: 1),
    Row("a marker that is none", [Stated("a", "1", "b; nonsense == '1'", "c")], ["a 1: c, nil, missing"], problems: 1),
    Row(
      "a marker without meaning", [Stated("a", "1", "b; 'x' ~= 'y'", "c; os_name ~= 'posix'", "d")],
      ["a 1: d, nil, missing"], problems: 2),
    Row(
      "a version that is none fulfils no condition", [Stated("a", "1", "b>=1"), Stated("b", "not-a-version")],
      ["a 1: b>=1, not-a-version, version"], problems: 1),
    Row("a version that is none fulfils none", [Stated("a", "1", "b"), Stated("b", "not-a-version")], problems: 1),
    Row(
      "a version that is none states all the same", [Stated("a", "not-a-version", "b")],
      ["a not-a-version: b, nil, missing"], problems: 1),
    Row(
      "a condition on Python that is none", [Stated("a", "1", "b", python: "three")], ["a 1: b, nil, missing"],
      problems: 1),
  ]

  @Test(arguments: versions + markers + pythons + broken)
  func conflicts(_ row: Row) throws {
    let folder = try TemporaryFolder()
    for distribution in row.distributions { try folder.write(distribution.files) }
    let installed = InstalledDistributions(searchPath: [folder.path])
    let found = installed.conflicts(with: python).map {
      "\($0.distribution.text) \($0.version): \($0.requirement), \($0.found ?? "nil"), \($0.kind)"
    }
    #expect(found == row.conflicts)
    #expect(installed.problems.count == row.problems, "\(installed.problems)")
  }

  /// Of two installations of one name Python finds the first, and only that one counts.
  @Test func theOneThatPythonFinds() throws {
    let folder = try TemporaryFolder()
    for (site, version) in [("first", "1"), ("second", "2")] {
      let files = Stated("b", version, "missing-\(version)").files
      try folder.write(Dictionary(uniqueKeysWithValues: files.map { ("\(site)/\($0)", $1) }))
    }
    try folder.write(["second/a-1.dist-info/METADATA": "Name: a\nVersion: 1\nRequires-Dist: b>=2\n"])
    let conflicts = folder.installed("first", "second").conflicts(with: python)
    #expect(conflicts.map(\.requirement) == ["b>=2", "missing-1"])
    #expect(conflicts.map(\.found) == ["1", nil])
  }

  /// Every distribution asks for an extra of the next: the number of looks must not explode.
  @Test(.timeLimit(.minutes(5))) func manyExtrasOfOneAnother() throws {
    let folder = try TemporaryFolder()
    let count = 200
    for index in 0..<count {
      let next = (index + 1) % count
      let extras = (0..<20).map { "Requires-Dist: d\(next)[e\($0)]; extra == 'e\($0)'\n" }.joined()
      let start = index == 0 ? (0..<20).map { "Requires-Dist: d0[e\($0)]\n" }.joined() : ""
      let text = "Name: d\(index)\nVersion: 1\nRequires-Dist: lost; extra == 'e7'\n\(start)\(extras)"
      try folder.write(["d\(index)-1.dist-info/METADATA": text])
    }
    let conflicts = InstalledDistributions(searchPath: [folder.path]).conflicts(with: python)
    #expect(conflicts.count == count && conflicts.allSatisfy { $0.requirement == "lost" })
  }

  private let python: TargetPython

  init() throws { python = try .linux() }
}

extension ConflictTests.Stated {
  /// Below a site folder, as an installer would write them.
  var files: [String: String] {
    let folder = "\(name.replacing("-", with: "_"))-\(version.replacing("-", with: "_")).dist-info"
    let lines = requires.map { "Requires-Dist: \($0)\n" } + (python.map { ["Requires-Python: \($0)\n"] } ?? [])
    let metadata = "Metadata-Version: 2.1\nName: \(name)\nVersion: \(version)\n" + lines.joined()
    let wheel = "Wheel-Version: 1.0\n" + tags.map { "Tag: \($0)\n" }.joined()
    return ["\(folder)/METADATA": metadata, "\(folder)/WHEEL": wheel]
  }
}
