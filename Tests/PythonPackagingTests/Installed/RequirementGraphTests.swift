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
    ("base-lib", ["core (>=1)"]), ("core", ["app"]), ("later", []),
    ("tool", ["core@ https://example.org/core.whl", "deep[Of_Deep] ; extra == 'extra'", "later; extra == 'other'"]),
    ("deep", ["of-deep ; python_version > '3' and extra=='of-deep'", "later; extra in 'of-deep'"]), ("of-deep", []),
  ]

  private func names(_ names: String...) -> Set<DistributionName> { Set(names.map(DistributionName.init)) }

  @Test func extrasThatAreAskedForCount() {
    #expect(graph.requirements(of: DistributionName("tool")) == names("core", "deep"))
    #expect(graph.requirements(of: DistributionName("deep")) == names("of-deep"))
  }

  @Test func requirementsAreThoseThatAreInstalledAndNotOfExtras() {
    #expect(graph.requirements(of: DistributionName("app")) == names("base-lib", "tool"))
  }

  @Test func theClosureEndsThoughThereIsACycle() {
    #expect(graph.closure(of: DistributionName("tool")) == names("core", "app", "base-lib", "tool", "deep", "of-deep"))
  }

  @Test func whatIsNotInstalledNeedsNothing() {
    #expect(graph.closure(of: DistributionName("absent")).isEmpty)
  }
}
