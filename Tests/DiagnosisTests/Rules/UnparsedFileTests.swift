import Probing
import Testing

@testable import Diagnosis

@Suite struct UnparsedFileTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: UnparsedFile()) }

  private static func mistake(in file: String?) -> Evidence {
    var exception = Sample.exception("IndentationError", "expected an indented block")
    exception.syntax = SyntaxFacts(file: file.map(PythonPath.init(text:)), line: 2, column: 1, text: "return 1\n")
    var evidence = Sample.text(exception)
    evidence.environment = Sample.environment()
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase("a user's own", mistake(in: "/w/a.py"), .importSideEffect, .likely),
    RuleCase("an installed one", mistake(in: "\(Sample.site)/a.py"), nil),
    RuleCase("what was typed", mistake(in: "<string>"), nil),
    RuleCase("a file that is not known", mistake(in: nil), nil),
  ]
}
