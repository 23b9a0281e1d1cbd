import Probing
import Testing

@testable import Diagnosis

@Suite struct EndedWithoutExceptionTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: EndedWithoutException()) }

  private static func evidence(_ outcome: Outcome) -> Evidence {
    var failure = Failure(outcome: outcome)
    failure.module = "spam"
    failure.stack = [
      Frame(file: "<frozen x>", line: 1, function: "f", owner: .interpreter),
      Frame(file: "/x/spam.py", line: 2, function: "g", owner: .distribution("spam")),
    ]
    return Evidence(failure: failure)
  }

  private static func silent() -> Evidence {
    var evidence = evidence(.exited)
    evidence.failure.stack = []
    evidence.failure.importing = "spam"
    evidence.environment = Sample.environment(["spam 1.0"])
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase("a signal", evidence(.crashed), .nativeCrash, .likely, culprits: ["spam"]),
    RuleCase("an end", evidence(.exited), .earlyExit, .likely, culprits: ["spam"]),
    RuleCase("a deadline", evidence(.timedOut), .hang, .likely, culprits: ["spam"]),
    RuleCase("memory", evidence(.outOfMemory), .outOfMemory, .likely, culprits: ["spam"]),
    RuleCase("an end without a frame", silent(), .earlyExit, .likely, culprits: ["spam"]),
    RuleCase("an exception", evidence(.failed), nil),
  ]
}
