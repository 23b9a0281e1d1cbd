import Probing
import Testing

@testable import Diagnosis

@Suite struct NamesakeInstalledTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: NamesakeInstalled())
  }

  private static func unparsed(_ distribution: String) -> Evidence {
    Sample.live("SyntaxError", "Missing parentheses in call to 'print'", installed: "\(distribution) 1.0") {
      $0.failure.exception?.syntax = SyntaxFacts(
        file: PythonPath(text: "\(Sample.site)/jose.py"), line: 1, column: 1, text: "print x")
      $0.put("jose", .source, .site, "\(Sample.site)/jose.py", owner: distribution)
    }
  }

  /// A line of code leads into a package, whose own code fails.
  private static func asking(_ source: String, of distribution: String) -> Evidence {
    var exception = Sample.exception("AttributeError", "module 'tensorflow' has no attribute 'contrib'")
    exception.frames = [
      Frame(file: "/w/a.py", line: 1, function: "<module>", source: source, owner: .local),
      Frame(
        file: "\(site)/\(distribution)/__init__.py", line: 2, function: "<module>",
        owner: .distribution(distribution)),
    ]
    return Sample.live("", "", installed: "\(distribution) 1.0") { $0.failure.exception = exception }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a name that only the one that is meant has",
      Sample.text("AttributeError", "module 'jwt' has no attribute 'encode'"),
      .wrongDistribution, .likely, culprits: ["jwt", "pyjwt"]),
    RuleCase("a name that neither has", Sample.text("AttributeError", "module 'jwt' has no attribute 'spam'"), nil),
    RuleCase(
      "a module that only the namesake wants",
      Sample.text("ModuleNotFoundError", "No module named 'frontend'", ["\(site)/fitz/__init__.py"]),
      .wrongDistribution,
      culprits: ["fitz", "pymupdf"]),
    RuleCase(
      "the namesake is installed",
      Sample.live("ModuleNotFoundError", "No module named 'Crypto'", installed: "crypto 1.4") {
        $0.modules["Crypto"] = ModuleEvidence(name: "Crypto")
      }, .wrongDistribution, .certain, culprits: ["crypto", "pycryptodome"]),
    RuleCase("it is not", Sample.live("ModuleNotFoundError", "No module named 'Crypto'", installed: "six 1.4"), nil),
    RuleCase(
      "what pymongo's bson has",
      Sample.text(
        "ImportError", "cannot import name EPOCH_AWARE", ["\(site)/spam/x.py"],
        source: "from bson import EPOCH_AWARE"), .wrongDistribution, culprits: ["bson", "pymongo"]),
    RuleCase("a namesake of the time of Python 2", unparsed("jose"), .wrongDistribution),
    RuleCase("the one that is meant", unparsed("python-jose"), nil),
    RuleCase(
      "a name of the other one", Sample.text("AttributeError", "module 'discord' has no attribute 'Bot'"),
      .wrongDistribution, .likely, culprits: ["discord.py", "py-cord"]),
    RuleCase(
      "a name of the other one, which is there",
      Sample.live("AttributeError", "module 'discord' has no attribute 'Bot'", installed: "py-cord 2.4"), nil),
    RuleCase(
      "a module that only the namesake of grpcio wants",
      Sample.text("ImportError", "No module named gevent.socket", ["\(site)/grpc/__init__.py"]), .wrongDistribution,
      .likely, culprits: ["grpc", "grpcio"]),
    RuleCase(
      "code of the namesake that fails, when a name of the one that is meant is wanted",
      asking("from apex import amp", of: "apex"), .wrongDistribution, .certain, culprits: ["apex"]),
    RuleCase("the same with a name that nobody is known for", asking("from apex import spam", of: "apex"), nil),
    RuleCase("the same of the one that is meant", asking("from agents import Agent", of: "openai-agents"), nil),
  ]
}
