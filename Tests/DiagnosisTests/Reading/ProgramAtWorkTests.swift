import Probing
import Testing

@testable import Diagnosis

@Suite struct ProgramAtWorkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let isAtWork: Bool
    let exception: RaisedException

    init(_ name: String, _ isAtWork: Bool, _ type: String, _ message: String, _ frames: (String, String)...) {
      testDescription = name
      self.isAtWork = isAtWork
      exception = RaisedException(
        type: type, message: message,
        frames: frames.map { Frame(file: $0.0, line: 1, function: $0.1, owner: Frame.Owner(ofFile: $0.0)) })
    }
  }

  static let cases: [Case] = [
    Case(
      "a program's own function", true, "ZeroDivisionError", "division by zero", ("/w/a.py", "<module>"),
      ("/w/a.py", "main"), ("/w/b.py", "mean")),
    Case(
      "a module that is imported", false, "ZeroDivisionError", "division by zero", ("/w/a.py", "<module>"),
      ("/w/b.py", "<module>"), ("/w/b.py", "mean")),
    Case(
      "a class that is made", false, "ValueError", "no", ("/w/a.py", "<module>"), ("/w/b.py", "Shop")),
    Case("the file that is run", false, "ZeroDivisionError", "division by zero", ("/w/a.py", "<module>")),
    Case("frames are left out", false, "ZeroDivisionError", "division by zero", ("/w/b.py", "mean")),
    Case(
      "installed code", false, "ValueError", "no", ("/w/a.py", "<module>"), ("\(Sample.site)/spam/x.py", "run")),
    Case(
      "a missing module", false, "ModuleNotFoundError", "No module named 'x'", ("/w/a.py", "<module>"),
      ("/w/a.py", "main")),
    Case(
      "a version", false, "ValueError", "spam 1.2 is too old", ("/w/a.py", "<module>"), ("/w/a.py", "check")),
  ]

  @Test(arguments: cases) func judges(_ row: Case) {
    var failure = Failure(outcome: .failed)
    failure.exception = row.exception
    #expect(failure.isOfProgramAtWork == row.isAtWork)
  }
}
