import Testing

@testable import Diagnosis

@Suite struct MissingNameTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: MissingName())
  }

  /// What only nobody imported is not said to be missing.
  @Test(arguments: [
    (ModuleEvidence.Kind.source, "has as a module, but does not bind"), (.folder, "does not have"),
  ]) func tellsWhatIsThereFromWhatIsNot(kind: ModuleEvidence.Kind, words: String) throws {
    let evidence = Sample.live(
      "AttributeError", "module 'torch._inductor' has no attribute 'config'", ["\(Self.site)/vllm/a.py"],
      installed: "torch 2.2.0", "vllm 0.10"
    ) { $0.put("torch._inductor.config", kind, .site, "\(Self.site)/torch/_inductor/config.py", owner: "torch") }
    let finding = try #require(MissingName().finding(in: evidence))
    #expect(finding.summary.contains(words))
    #expect(finding.evidence.contains("the file is there: torch/_inductor/config.py") == (kind == .source))
  }

  /// A distribution logs that another one lacks an attribute, and passlib raises.
  private static func told(by user: String) -> Evidence {
    Sample.live(
      "ValueError", "password too long", ["/w/a.py", "\(site)/passlib/handlers/bcrypt.py"],
      installed: "passlib 1.7.4", "bcrypt 5.0"
    ) {
      $0.failure.told = [
        Sample.exception("AttributeError", "module 'bcrypt' has no attribute '__about__'", ["\(site)/\(user)/x.py"])
      ]
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a name that vanished",
      Sample.text(
        "ImportError", "cannot import name 'triu' from 'scipy.linalg' (\(site)/scipy/linalg/__init__.py)",
        ["\(site)/gensim/matutils.py"]), .versionConflict, .likely, culprits: ["scipy", "gensim"]),
    RuleCase(
      "metadata says that it does not fit",
      Sample.live(
        "ImportError", "cannot import name 'a' from 'urllib3'", ["\(site)/botocore/x.py"], installed: "urllib3 2.0",
        "botocore 1.0"
      ) { $0.conflict("botocore", "urllib3<2", found: "2.0") }, .versionConflict, .certain,
      culprits: ["urllib3", "botocore"]),
    RuleCase(
      "a submodule", Sample.text("ModuleNotFoundError", "No module named 'torch._six'", ["\(site)/apex/x.py"]),
      .versionConflict, culprits: ["torch", "apex"]),
    RuleCase(
      "an attribute",
      Sample.text("AttributeError", "module 'marshmallow' has no attribute 'x'", ["\(site)/environs/a.py"]),
      .versionConflict, culprits: ["marshmallow", "environs"]),
    RuleCase(
      "within one distribution",
      Sample.text("ImportError", "cannot import name 'a' from 'torch.b'", ["\(site)/torch/c.py"]),
      nil),
    RuleCase(
      "of the standard library", Sample.text("ImportError", "cannot import name 'a' from 'os'", ["\(site)/x/c.py"]), nil
    ),
    RuleCase(
      "a text that does not say of what", Sample.text("ImportError", "cannot import name 'log'"), .versionConflict,
      .possible),
    RuleCase(
      "written of before, by code that then raised something else", told(by: "passlib"), .versionConflict, .likely,
      culprits: ["bcrypt", "passlib"]),
    RuleCase("written of by code that has no part in it", told(by: "spam"), nil),
    RuleCase(
      "a module of which nobody says whose it is",
      Sample.text("ImportError", "cannot import name 'Config' from 'ha.core' (/usr/src/ha/ha/core.py)"),
      .versionConflict, .possible),
    RuleCase(
      "a part that is a single file here",
      Sample.text(
        "ModuleNotFoundError", "No module named 'werkzeug.wrappers.json'; 'werkzeug.wrappers' is not a package"),
      .versionConflict, .likely, culprits: ["werkzeug"]),
    RuleCase(
      "of a library that few use", Sample.text("AttributeError", "module 'insomniac' has no attribute 'run'", ["a.py"]),
      .versionConflict, .possible),
    RuleCase(
      "a name that came with a later release",
      Sample.text("AttributeError", "module 'openai' has no attribute 'OpenAI'"), .versionConflict, .likely,
      culprits: ["openai"]),
    RuleCase(
      "a part that Python 2 names like a module of its own", Sample.text("ImportError", "No module named json"),
      .versionConflict, .possible),
    RuleCase(
      "a part of a package that Python 2 does not name", Sample.text("ImportError", "No module named storage.blob"),
      .versionConflict, .possible),
    RuleCase("the same in Python 3", Sample.text("ImportError", "No module named 'json'"), nil),
  ]

  @Test(arguments: [("0.16.1", nil), ("3.1.9", "werkzeug<1.0")])
  func goesBackBeforeTheReleaseThatIsKnownToHaveRemovedIt(version: String, requirement: String?) {
    let evidence = Sample.live(
      "ImportError", "cannot import name 'secure_filename' from 'werkzeug' (\(Sample.site)/werkzeug/__init__.py)",
      ["\(Sample.site)/flask_uploads/x.py"], installed: "flask_uploads 0.2", "werkzeug \(version)")
    let commands = MissingName().finding(in: evidence)?.fixes.flatMap { $0.commands } ?? []
    let isProposed = commands.contains { $0.contains("'\(requirement ?? "werkzeug<1.0")'") }
    #expect(isProposed == (requirement != nil))
  }

  @Test func movesWhatElseTheUserRequires() {
    let evidence = Sample.live(
      "ImportError", "cannot import name 'x' from 'werkzeug' (\(Self.site)/werkzeug/__init__.py)",
      ["\(Self.site)/flask_restplus/x.py"], installed: "flask-restplus 0.13.0", "werkzeug 3.1"
    ) { $0.failure.exception?.frames[0].owner = .distribution("flask-restplus") }
    let fixes = MissingName().finding(in: evidence)?.fixes ?? []
    let install = "/env/bin/python -m pip install "
    #expect(
      fixes.map(\.commands) == [
        ["\(install)--upgrade flask-restplus"], ["\(install)'werkzeug<3' flask-restplus==0.13.0"],
      ])
  }

  @Test func theReleaseThatBroughtANameIsToBeInstalled() {
    let evidence = Sample.text("ImportError", "cannot import name 'OpenAI' from 'openai'")
    let fixes = MissingName().finding(in: evidence)?.fixes ?? []
    #expect(fixes.map(\.title) == ["install openai 1.0 or newer, the first that has it"])
  }
}
