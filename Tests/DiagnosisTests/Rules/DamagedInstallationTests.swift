import Testing

@testable import Diagnosis

@Suite struct DamagedInstallationTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: DamagedInstallation())
  }

  private static func six(_ kind: Defect.Kind) -> Evidence {
    Sample.live("ModuleNotFoundError", "No module named 'six'", installed: "six 1.16") {
      $0.environment?.defects = [Defect(kind, ["six"], "it is so")]
    }
  }

  @Test func anEditableProjectIsNotTakenFromAnIndex() throws {
    let evidence = Sample.live("ModuleNotFoundError", "No module named 'six'", installed: "six 1.16") {
      $0.environment?.defects = [Defect(.editableSourceMissing, ["six"], "it is so", file: "/src/six")]
    }
    let finding = try #require(DamagedInstallation().finding(in: evidence))
    #expect(finding.confidence == .certain)
    #expect(finding.fixes.first?.title == "put /src/six back, or install the project from where it lies now")
    #expect(finding.fixes.flatMap(\.commands) == [evidence.installer.uninstall("six")])
  }

  /// requests, which requires these and does not find a file, beside a certifi of which one is gone.
  private static func lost(_ required: [String]) -> Evidence {
    Sample.live(
      "FileNotFoundError", "[Errno 2] No such file or directory", ["\(Sample.site)/requests/adapters.py"],
      installed: "requests 2.32", "certifi 2024.1"
    ) {
      $0.environment?.distributions["requests"]?.requirements = required.map {
        RequirementEvidence(text: $0, name: $0, specifiers: "", extra: nil)
      }
      $0.environment?.defects = [Defect(.filesMissing, ["certifi"], "certifi/cacert.pem is not there")]
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a compiled file that ends too early, seen here",
      Sample.live(
        "EOFError", "marshal data too short", ["\(Sample.site)/toml/encoder.py"], source: "from toml.decoder import x",
        installed: "toml 0.10"), .brokenInstall, .likely, culprits: ["toml"]),
    RuleCase("data of the package's own that ends", Sample.live("EOFError", "no more data", ["/w/a.py"]), nil),
    RuleCase(
      "a file of what is required", lost(["certifi"]), .brokenInstall, .likely, culprits: ["certifi", "requests"]),
    RuleCase("a file of something else", lost(["idna"]), nil),
    RuleCase(
      "a compiled file that ends too early", Sample.text("EOFError", "marshal data too short"), .brokenInstall, .likely),
    RuleCase(
      "a file of nulls",
      Sample.text("ValueError", "source code string cannot contain null bytes", ["\(Sample.site)/spam/__init__.py"]),
      .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "a file of one's own",
      Sample.text("ValueError", "source code string cannot contain null bytes", ["/home/me/a.py"]), nil),
    RuleCase("nothing but metadata is left", six(.emptyShell), .brokenInstall, .certain, culprits: ["six"]),
    RuleCase("some files are gone", six(.filesMissing), .brokenInstall, .likely),
    RuleCase("two in one folder", six(.duplicate), .brokenInstall, .certain),
    RuleCase("two in different folders", six(.hiddenElsewhere), nil),
    RuleCase(
      "nothing is wrong", Sample.live("ModuleNotFoundError", "No module named 'six'", installed: "six 1.16"), nil),
    RuleCase("a text alone", Sample.text("ModuleNotFoundError", "No module named 'six'"), nil),
    RuleCase(
      "pip warned of what is left",
      Sample.text(
        Sample.exception("ModuleNotFoundError", "No module named 'numpy'"),
        output: "WARNING: Ignoring invalid distribution -umpy (/x/site-packages)"), .brokenInstall, .likely,
      culprits: ["numpy"]),
    RuleCase(
      "pip warned of another one",
      Sample.text(
        Sample.exception("ModuleNotFoundError", "No module named 'numpy'"),
        output: "WARNING: Ignoring invalid distribution -ip (/x/site-packages)"), nil),
    RuleCase(
      "a link that leads nowhere, of which nothing shows the modules",
      Sample.live("ModuleNotFoundError", "No module named 'tool_y'") {
        $0.environment?.distributions["tool-y"] = InstalledEvidence(
          name: "tool-y", version: "1.0", location: Sample.site)
        $0.environment?.defects = [
          Defect(.editableSourceMissing, ["tool-y"], "its folder is gone", file: "/src/tool_y")
        ]
      }, .brokenInstall, .certain, culprits: ["tool-y"]),
    RuleCase(
      "a library that is cut off, in a text",
      Sample.text("ImportError", "\(Sample.site)/pandas/_libs/tslib.so: file too short"), .brokenInstall, .likely,
      culprits: ["pandas"]),
    RuleCase(
      "an empty library of the driver",
      Sample.text("ImportError", "/usr/lib/x86_64-linux-gnu/libcuda.so.1: file too short"), nil),
  ]

  /// pymongo and bson write one folder, and the check is of pymongo.
  @Test func keepsTheOneThatIsAskedFor() {
    let evidence = Sample.live(
      "ModuleNotFoundError", "No module named 'six'", ["\(Sample.site)/bson/codec.py"], installed: "pymongo 4.9",
      "bson 0.5"
    ) {
      $0.failure.module = "pymongo"
      $0.put("pymongo", .package, .site, "\(Sample.site)/pymongo/__init__.py", owner: "pymongo")
      $0.environment?.owners["six"] = ["bson"]
      $0.environment?.defects = [Defect(.filesClaimedTwice, ["bson", "pymongo"], "both own bson/__init__.py")]
    }
    let fix = DamagedInstallation().finding(in: evidence)?.fixes.first
    #expect(fix?.title == "keep pymongo and remove bson")
    #expect(fix?.commands.first?.hasSuffix("uninstall --yes bson") == true)
  }
}
