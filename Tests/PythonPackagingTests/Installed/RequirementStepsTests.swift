import PythonPackaging
import Testing

@Suite struct RequirementStepsTests {
  private let installed: InstalledDistributions

  init() throws {
    let folder = try TemporaryFolder()
    for (name, requirements) in Self.requirements {
      let lines = requirements.map { "Requires-Dist: \($0)\n" }.joined()
      try folder.write([
        "\(name)-1.dist-info/METADATA":
          "Metadata-Version: 2.1\nName: \(name)\nVersion: 1\nProvides-Extra: more\nProvides-Extra: most\n\(lines)"
      ])
    }
    installed = InstalledDistributions(searchPath: [folder.path])
    // Metadata is read as it is asked for, and the folder ends with this.
    _ = installed.requirementSteps(from: installed.all.map(\.key), .linux)
  }

  private static let requirements: [(name: String, requirements: [String])] = [
    ("app", ["base", "windows; sys_platform == 'win32'", "tool[more]", "unasked; extra == 'more'", "absent"]),
    ("base", ["core", "tool[most]"]), ("tool", ["extra1; extra == 'more'", "extra2; extra == 'most'"]),
    ("core", ["app"]), ("windows", []), ("unasked", []), ("extra1", []), ("extra2", []),
  ]

  private func steps(_ name: String) -> [String] {
    installed.requirementSteps(from: [DistributionName(name)], .linux).map {
      "\($0.distribution.name.text) \($0.distance)"
    }
  }

  @Test func markersAndExtrasAreEvaluated() {
    #expect(steps("app") == ["app 0", "base 1", "tool 1", "core 2", "extra1 2", "extra2 3"])
  }

  @Test func aCycleEnds() {
    #expect(steps("core") == ["core 0", "app 1", "base 2", "tool 2", "extra1 3", "extra2 4"])
  }

  @Test func whatIsNotInstalled() {
    #expect(steps("absent").isEmpty)
  }
}
