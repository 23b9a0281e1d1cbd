import PythonPackaging
import Testing

struct RequirementGraphTests {
  private let folder: TemporaryFolder
  private let graph: RequirementGraph

  init() throws {
    folder = try TemporaryFolder()
    for (name, requirements) in Self.requirements {
      let lines = requirements.map { "Requires-Dist: \($0)\n" }.joined()
      let metadata = "Metadata-Version: 2.1\nName: \(name)\nVersion: 1\n\(lines)"
      try folder.write(["\(name.replacing("-", with: "_"))-1.dist-info/METADATA": metadata])
    }
    graph = RequirementGraph(InstalledDistributions(searchPath: [folder.path]))
  }

  private static let requirements: [(name: String, requirements: [String])] = [
    ("app", ["Base_Lib >=1.0 ; python_version > '3'", "tool[extra]==2", "absent", "later; extra == 'all'"]),
    ("base-lib", ["core (>=1)"]), ("tool", ["core@ https://example.org/core.whl"]), ("core", ["app"]), ("later", []),
  ]

  private func names(_ names: String...) -> Set<DistributionName> { Set(names.map(DistributionName.init)) }

  @Test func requirementsAreThoseThatAreInstalledAndNotOfExtras() {
    #expect(graph.requirements(of: DistributionName("app")) == names("base-lib", "tool"))
  }

  @Test func theClosureEndsThoughThereIsACycle() {
    #expect(graph.closure(of: DistributionName("tool")) == names("core", "app", "base-lib", "tool"))
  }

  @Test func whatIsNotInstalledNeedsNothing() {
    #expect(graph.closure(of: DistributionName("absent")).isEmpty)
  }
}
