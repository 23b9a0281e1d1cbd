import Probing
import Testing

@Suite struct TargetTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let module: String
    let attribute: String?
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ module: String, _ attribute: String? = nil) {
      self.text = text
      self.module = module
      self.attribute = attribute
    }
  }

  static let readings: [Reading] = [
    Reading("torch", "torch"), Reading("torch.nn", "torch.nn"), Reading("_", "_"), Reading("__main__", "__main__"),
    Reading("a1.b2", "a1.b2"), Reading("torch:_inductor.config", "torch", "_inductor.config"),
    Reading("torch.nn:functional", "torch.nn", "functional"),
    // Soft keywords and the names of built-in functions are names like any other.
    Reading("match.case:type", "match.case", "type"), Reading("print", "print"), Reading("true", "true"),
    Reading("größe.變量:имя", "größe.變量", "имя"), Reading("e\u{301}", "e\u{301}"), Reading("a\u{663}", "a\u{663}"),
    Reading("l\u{B7}l", "l\u{B7}l"), Reading("ªº", "ªº"), Reading("𝐭orch", "𝐭orch"),
  ]

  @Test(arguments: readings)
  func isRead(_ reading: Reading) throws {
    let target = try Target(parsing: reading.text)
    #expect(target.module == reading.module)
    #expect(target.attribute == reading.attribute)
    #expect(target.text == reading.text)
  }

  /// Whatever an `import` statement cannot hold must not reach a Python program as its text.
  static let noNames: [String] = [
    "torch;rm", "torch rm", " torch", "torch ", "torch\n", "torch\u{0}", "a..b", ".a", "a.", ".", ":", ":a", "a:",
    "a::b",
    "a:b:c", "a:b.", "a:.b", "a:b..c", "a-b", "a/b", "../a", "~/a", "-c", "1a", "a.1b", "a:1b", "\u{663}a", "a,b",
    "a()",
    "a[0]", "a=1", "a#", "a\\", "'a'", "`a`", "a\u{AD}b", "a\u{A0}b", "a\u{202E}b", "\u{301}e", "🐍", "a:\u{301}b",
    "a.\u{301}b",
  ]

  @Test(arguments: noNames)
  func isNoName(_ text: String) {
    #expect(throws: TargetProblem.notAName(text)) { try Target(parsing: text) }
  }

  @Test(arguments: ["", " ", "\t\n", "\u{A0}\u{2003}"])
  func isEmpty(_ text: String) {
    #expect(throws: TargetProblem.empty) { try Target(parsing: text) }
  }

  static let keywords: [Reading] = [
    Reading("import", "import"), Reading("None", "None"), Reading("a.class.b", "class"), Reading("a:lambda", "lambda"),
    Reading("a:b.True", "True"), Reading("async", "async"), Reading("nonlocal.x", "nonlocal"),
  ]

  @Test(arguments: keywords)
  func isKeyword(_ row: Reading) {
    #expect(throws: TargetProblem.keyword(row.module, in: row.text)) { try Target(parsing: row.text) }
  }

  @Test func wordsOfTheProblems() {
    #expect(
      TargetProblem.empty.message
        == "a target is empty; write a module such as `torch` or an attribute such as `torch:_inductor.config`")
    #expect(
      TargetProblem.notAName("a..b").message
        == "`a..b` is no module name; write a module such as `torch.nn` or an attribute such as `torch:_inductor.config`"
    )
    #expect(
      TargetProblem.keyword("if", in: "a:if").message == "`a:if` cannot be imported: `if` is a keyword of Python")
  }

  struct Merging: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let targets: [String]
    let plans: [ModulePlan]

    init(_ testDescription: String, _ targets: [String], _ plans: [ModulePlan]) {
      self.testDescription = testDescription
      self.targets = targets
      self.plans = plans
    }
  }

  static let mergings: [Merging] = [
    Merging("nothing", [], []),
    Merging("the same twice", ["a", "a"], [ModulePlan(module: "a", attributes: [])]),
    Merging(
      "attributes of one module", ["a:y", "a", "a:x", "a:y"], [ModulePlan(module: "a", attributes: ["y", "x"])]),
    Merging(
      "the order of first mention", ["b:z", "a", "b", "a.c", "b:y"],
      [
        ModulePlan(module: "b", attributes: ["z", "y"]), ModulePlan(module: "a", attributes: []),
        ModulePlan(module: "a.c", attributes: []),
      ]),
    Merging(
      "an attribute is no submodule", ["a:b", "a.b"],
      [ModulePlan(module: "a", attributes: ["b"]), ModulePlan(module: "a.b", attributes: [])]),
  ]

  @Test(arguments: mergings)
  func targetsShareImports(_ row: Merging) throws {
    let targets = try row.targets.map { text throws(TargetProblem) in try Target(parsing: text) }
    #expect(targets.modulePlans == row.plans)
  }
}
