import Probing
import Reporting
import Testing

/// `torch._inductor.config` under torch 2.2.0 is the model: what a missing attribute is as a submodule decides.
@Suite struct AttributeSentenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let importable: Bool?
    let file: String?
    let sentence: String
    var testDescription: String { sentence }

    init(importable: Bool?, file: String?, _ sentence: String) {
      self.importable = importable
      self.file = file
      self.sentence = sentence
    }
  }

  static let cases: [Case] = [
    Case(
      importable: true, file: "/t/_inductor/config.py",
      """
        `torch._inductor` has no attribute `config`; its file exists
        (/t/_inductor/config.py) and `import torch._inductor.config` works, but
        `import torch` alone does not bind it.
      """),
    Case(
      importable: true, file: nil,
      """
        `torch._inductor` has no attribute `config`; `import torch._inductor.config`
        works, but `import torch` alone does not bind it.
      """),
    Case(
      importable: false, file: "/t/_inductor/config.py",
      """
        `torch._inductor` has no attribute `config`; a file of that name exists
        (/t/_inductor/config.py), but `import torch._inductor.config` fails.
      """),
    Case(
      importable: false, file: nil,
      """
        `torch._inductor` has no attribute `config`, and no module of that name can be
        imported.
      """),
    Case(importable: nil, file: nil, "  `torch._inductor` has no attribute `config`."),
  ]

  @Test(arguments: cases)
  func sentence(_ row: Case) {
    let text = summary(missingAt: "torch._inductor") { attribute in
      attribute.importable = row.importable
      attribute.file = row.file
    }
    let line = "  AttributeError: no attribute 'config'"
    #expect(text == "\ntorch:_inductor.config: failed\n\(row.sentence)\n\(line)\n\n1 failed in 1.50 s")
  }

  @Test func theFirstNameIsMissing() {
    let text = summary(missingAt: "torch") { _ in }
    #expect(text.contains("  `torch` has no attribute `_inductor`.\n"))
  }

  @Test func theLookupRaisedSomethingElse() {
    let text = summary(missingAt: "torch._inductor") { $0.exception = Samples.exception("RuntimeError", "no GPU") }
    #expect(text.contains("  Looking up `config` in `torch._inductor` raised RuntimeError.\n  RuntimeError: no GPU\n"))
  }

  @Test func aFileThatCommandsTheTerminal() {
    let text = summary(missingAt: "torch._inductor") { ($0.importable, $0.file) = (true, "/\u{1B}[2J\n.py") }
    #expect(text.contains("(/␛[2J .py)"))
  }

  private func summary(missingAt: String, _ change: (inout AttributeReport) -> Void) -> String {
    var attribute = AttributeReport(path: "_inductor.config", found: false)
    attribute.missingAt = missingAt
    attribute.exception = Samples.exception("AttributeError", "no attribute 'config'")
    change(&attribute)
    let check = Samples.check("torch:_inductor.config", .failed, .attribute) { $0.attributes = [attribute] }
    return Samples.renderer().summary(Samples.report(check))
  }
}
