import PythonPackaging
import Testing

/// Extras that are asked for, beside what the metadata of the distribution says of them.
@Suite struct UnknownExtraTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let requirement: String
    /// Below the site folder.
    let files: [String: String]
    let unknown: [String]

    init(_ testDescription: String, _ requirement: String, _ files: [String: String], _ unknown: String...) {
      self.testDescription = testDescription
      self.requirement = requirement
      self.files = files
      self.unknown = unknown
    }
  }

  private static func wheel(_ fields: String...) -> [String: String] {
    ["a-1.0.dist-info/METADATA": "Name: a\nVersion: 1.0\n" + fields.map { "\($0)\n" }.joined()]
  }

  private static func egg(_ requires: String, _ fields: String...) -> [String: String] {
    let metadata = "Name: a\nVersion: 1.0\n" + fields.map { "\($0)\n" }.joined()
    return ["a-1.0.egg-info/PKG-INFO": metadata, "a-1.0.egg-info/requires.txt": requires]
  }

  static let rows: [Row] = [
    Row("provided", "a[x]", wheel("Provides-Extra: x")),
    Row("not provided", "a[y]", wheel("Provides-Extra: x"), "y"),
    Row("none is provided", "a[y]", wheel(), "y"),
    Row("one of several", "a[x,Y,z]", wheel("Provides-Extra: x", "Provides-Extra: z"), "Y"),
    Row("other spellings", "a[Test.All]", wheel("Provides-Extra: test__all")),
    Row("no extra", "a", wheel()),
    Row("only in a marker", "a[x-y]", wheel("Requires-Dist: b; os_name == 'nt' and (extra == 'X_Y')")),
    Row("in a marker the other way round", "a[x]", wheel("Requires-Dist: b; 'x' == extra")),
    Row("a section of an egg", "a[x]", egg("b\n[x]\nc\n")),
    Row("an empty section", "a[x]", egg("[x]\n\n[y]\n")),
    Row("a section with a condition", "a[x]", egg("[x:os_name=='nt']\nc\n")),
    Row("a condition is no extra", "a[y]", egg("[:os_name=='nt']\nc\n"), "y"),
    Row("sections beside fields", "a[x,y,z]", egg("[y]\nb\n", "Provides-Extra: x"), "z"),
    Row("without metadata nobody can tell", "a[x]", ["a-1.0.dist-info/RECORD": ""]),
  ]

  @Test(arguments: rows)
  func unknownExtras(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.write(row.files)
    let installed = try #require(InstalledDistributions(searchPath: [folder.path]).all.first)
    let discrepancies = try Requirement(row.requirement).discrepancies(with: installed)
    #expect(discrepancies.map(\.kind) == row.unknown.map { .unknownExtra($0) })
    #expect(discrepancies.allSatisfy { $0.stater == nil && $0.subjectVersion == "1.0" })
  }

  /// In the order of who states them, each once; what does not concern this environment, or is a conflict, is none.
  @Test func ofAWholeEnvironment() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "a-1.0.dist-info/METADATA":
        "Name: a\nVersion: 1.0\nProvides-Extra: all\nRequires-Dist: a[lost]; extra == 'all'\n",
      "b-2.0.dist-info/METADATA": """
      Name: B
      Version: 2.0
      Requires-Dist: a[All,none]
      Requires-Dist: a[none, all]
      Requires-Dist: a[nt]; os_name == 'nt'
      Requires-Dist: a[old]>=2
      Requires-Dist: a @ https://example.org/a

      """,
    ])
    let claims = InstalledDistributions(searchPath: [folder.path]).unmetClaims(with: try .linux())
    let told = claims.discrepancies.map { "\($0.stater?.text ?? "") \($0.staterVersion): \($0.requirement) \($0.kind)" }
    #expect(
      told == [
        "a 1.0: a[lost] unknownExtra(\"lost\")", "B 2.0: a[All,none] unknownExtra(\"none\")",
        "B 2.0: a[all,none] unknownExtra(\"none\")",
        "B 2.0: a @ https://example.org/a otherSource(PythonPackaging.SourceDifference.unrecorded)",
      ])
    #expect(claims.conflicts.map(\.requirement) == ["a[old]>=2"])
    #expect(claims.conflicts.map(\.subject?.text) == ["a"])
  }
}
