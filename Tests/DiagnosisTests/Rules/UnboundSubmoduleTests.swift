import Testing

@testable import Diagnosis

@Suite struct UnboundSubmoduleTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: UnboundSubmodule())
  }

  private static func seed(conflict: Bool, importable: Bool) -> Evidence {
    Sample.live(
      "AttributeError", "module 'torch._inductor' has no attribute 'config'", installed: "torch 2.2.0", "vllm 0.10"
    ) {
      $0.failure.attribute = Failure.MissingAttribute(
        path: "torch._inductor.config", missingAt: "torch._inductor", isImportable: importable,
        file: "\(site)/torch/_inductor/config.py")
      if conflict { $0.conflict("vllm", "torch==2.7.1", found: "2.2.0") }
    }
  }

  private static func refusing() -> Evidence {
    Sample.live("LookupError", "Resource stopwords not found.", installed: "nltk 3.9") {
      $0.failure.attribute = Failure.MissingAttribute(
        path: "nltk.corpus.stopwords", missingAt: "nltk.corpus", isImportable: false, file: nil)
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "the submodule is there, and metadata asks for more", seed(conflict: true, importable: true), .versionConflict,
      .certain, culprits: ["torch", "vllm"]),
    RuleCase(
      "the submodule is there", seed(conflict: false, importable: true), .versionConflict, .likely, culprits: ["torch"]),
    RuleCase("nothing of the name is there", seed(conflict: false, importable: false), .versionConflict, .possible),
    RuleCase("no attribute was asked for", Sample.live("AttributeError", "x", installed: "torch 2.2.0"), nil),
    RuleCase("the lookup raised for a reason of its own", refusing(), nil),
  ]

  @Test func advisesNoReleaseWhereNoneIsKnownToHaveIt() {
    let finding = UnboundSubmodule().finding(in: Self.seed(conflict: false, importable: false))
    #expect(
      finding?.fixes.flatMap(\.commands) == ["/env/bin/python -c 'import torch; print(dir(torch._inductor))'"])
  }

  @Test(arguments: [("numpy 2.5.0", true), ("numpy 1.22.4", false)] as [(String, Bool)])
  func advisesAReleaseThatHasTheName(_ installed: String, _ isAdvised: Bool) {
    let evidence = Sample.live("AttributeError", "module 'numpy' has no attribute 'float'", installed: installed) {
      $0.failure.attribute = Failure.MissingAttribute(
        path: "numpy.float", missingAt: "numpy", isImportable: false, file: nil)
    }
    let commands = UnboundSubmodule().finding(in: evidence)?.fixes.flatMap(\.commands) ?? []
    #expect(commands.contains { $0.contains("'numpy<1.24'") } == isAdvised)
  }
}
