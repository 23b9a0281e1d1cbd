import Probing
import Testing

@Suite struct VerdictTests {
  /// What the worker of module `m`, and of `later` after it, said before it ended.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let messages: [WorkerMessage]
    let ending: Observation.Ending
    let attributes: [String]
    let expressions: [String]
    let verdict: Verdict

    init(
      _ testDescription: String, _ messages: [WorkerMessage], ending: Observation.Ending = .exited(0),
      attributes: [String] = [], expressions: [String] = [], _ outcome: Outcome, _ phase: Phase? = nil
    ) {
      self.testDescription = testDescription
      self.messages = messages
      self.ending = ending
      self.attributes = attributes
      self.expressions = expressions
      verdict = Verdict(outcome, phase)
    }
  }

  static let began = WorkerMessage.began(0)
  static let version = WorkerMessage.version(0, .absent)
  static let done = WorkerMessage.done(RunFacts(warnings: [], warningCount: 0))
  static let whole: [WorkerMessage] = [began, imported(), version]

  static func exception(_ type: String = "ImportError", exitCode: Int32? = nil) -> ExceptionFacts {
    var facts = ExceptionFacts(type: type, qualifiedType: "builtins.\(type)", message: "")
    facts.exitCode = exitCode
    return facts
  }

  static func imported(_ exception: ExceptionFacts? = nil) -> WorkerMessage {
    .imported(
      0,
      ImportFacts(
        exception: exception, file: nil, wallSeconds: 0, cpuSeconds: 0, peakResidentBytes: 0, modulesLoaded: 0))
  }

  static func attribute(_ path: String, _ exception: ExceptionFacts? = nil) -> WorkerMessage {
    .attribute(0, AttributeFacts(path: path, missingAt: exception == nil ? nil : "m", exception: exception))
  }

  static func expression(_ text: String, _ holds: Bool = false, _ exception: ExceptionFacts? = nil) -> WorkerMessage {
    .expression(0, ExpressionFacts(expression: text, holds: holds, exception: exception))
  }

  static let ofTheImport: [Case] = [
    Case("it passed", whole + [done], .passed),
    Case("a status of Python's own after the last message", whole + [done], ending: .exited(120), .passed),
    Case("an exception", [began, imported(exception()), done], .failed, .import),
    Case("an exception, then a crash", [began, imported(exception())], ending: .signalled(11), .failed, .import),
    Case("SystemExit", [began, imported(exception("SystemExit", exitCode: 0)), done], .exited, .import),
    Case("SystemExit(3)", [began, imported(exception("SystemExit", exitCode: 3)), done], .exited, .import),
    Case("MemoryError", [began, imported(exception("MemoryError")), done], .outOfMemory, .import),
    Case("os._exit(0)", [began], .exited, .import),
    Case("os._exit(9)", [began], ending: .exited(9), .exited, .import),
    Case("a crash", [began], ending: .signalled(11), .crashed, .import),
    Case("a crash before anything was said", [], ending: .signalled(6), .crashed, .import),
    Case("the deadline", [began], ending: .timedOut, .timedOut, .import),
    Case("Ctrl-C", [began], ending: .interrupted, .timedOut, .import),
  ]

  static let ofTheLookups: [Case] = [
    Case("a crash while the version is read", [began, imported()], ending: .signalled(11), .crashed, .version),
    Case("an exit while the version is read", [began, imported()], ending: .exited(0), .exited, .version),
    Case("the deadline while the version is read", [began, imported()], ending: .timedOut, .timedOut, .version),
    Case("found", whole + [attribute("a"), attribute("b"), done], attributes: ["b"], .passed),
    Case("missing", whole + [attribute("a", exception()), done], attributes: ["a"], .failed, .attribute),
    Case(
      "another target's is missing", whole + [attribute("a", exception()), attribute("b"), done],
      attributes: ["b"], .passed),
    Case("nothing of it is asked", whole + [attribute("a", exception()), done], .passed),
    Case(
      "sys.exit in the lookup", whole + [attribute("a", exception("SystemExit", exitCode: 1)), done],
      attributes: ["a"], .exited, .attribute),
    Case(
      "no memory in the lookup", whole + [attribute("a", exception("MemoryError")), done], attributes: ["a"],
      .outOfMemory, .attribute),
    Case(
      "a crash in the lookup", whole + [attribute("a")], ending: .signalled(8), attributes: ["a", "b"], .crashed,
      .attribute),
    Case("an exit in the lookup", whole, attributes: ["a"], .exited, .attribute),
    Case("the deadline in the lookup", whole, ending: .timedOut, attributes: ["a"], .timedOut, .attribute),
  ]

  static let ofTheExpressions: [Case] = [
    Case("true", whole + [expression("a", true), expression("b", true), done], expressions: ["a", "b"], .passed),
    Case("not true", whole + [expression("a"), done], expressions: ["a"], .failed, .attribute),
    Case(
      "the second is not true", whole + [expression("a", true), expression("b"), done], expressions: ["a", "b"],
      .failed, .attribute),
    Case(
      "another check's is not true", whole + [expression("a"), expression("b", true), done], expressions: ["b"], .passed
    ),
    Case("it raises", whole + [expression("a", false, exception()), done], expressions: ["a"], .failed, .attribute),
    Case(
      "sys.exit in it", whole + [expression("a", false, exception("SystemExit", exitCode: 0)), done],
      expressions: ["a"], .exited, .attribute),
    Case(
      "no memory for it", whole + [expression("a", false, exception("MemoryError")), done], expressions: ["a"],
      .outOfMemory, .attribute),
    Case("a crash in it", whole, ending: .signalled(11), expressions: ["a"], .crashed, .attribute),
    Case(
      "a crash in the second", whole + [expression("a", true)], ending: .signalled(6), expressions: ["a", "b"],
      .crashed, .attribute),
    Case("an exit in it", whole, ending: .exited(0), expressions: ["a"], .exited, .attribute),
    Case("the deadline in it", whole, ending: .timedOut, expressions: ["a"], .timedOut, .attribute),
    Case(
      "an attribute before it is missing", whole + [attribute("a", exception()), expression("b", true), done],
      attributes: ["a"], expressions: ["b"], .failed, .attribute),
    Case("the import failed before it", [began, imported(exception()), done], expressions: ["a"], .failed, .import),
    Case(
      "a crash after it", whole + [expression("a", true)], ending: .signalled(11), expressions: ["a"], .crashed,
      .shutdown),
  ]

  static let ofTheEnd: [Case] = [
    Case("an exit before the last message", whole, .exited, .shutdown),
    Case("a crash before the last message", whole, ending: .signalled(11), .crashed, .shutdown),
    Case("a crash after the last message", whole + [done], ending: .signalled(11), .crashed, .shutdown),
    Case("the deadline after the last message", whole + [done], ending: .timedOut, .timedOut, .shutdown),
    Case("Ctrl-C after the last message", whole + [done], ending: .interrupted, .timedOut, .shutdown),
    Case("a crash on a later module", whole + [.began(1)], ending: .signalled(11), .passed),
    Case("the deadline on a later module", whole + [.began(1)], ending: .timedOut, .passed),
  ]

  @Test(arguments: ofTheImport + ofTheLookups + ofTheExpressions + ofTheEnd)
  func verdict(_ row: Case) {
    var observation = Observation(of: [
      ModulePlan(module: "m", attributes: row.attributes, expressions: row.expressions),
      ModulePlan(module: "later", attributes: []),
    ])
    for message in row.messages { observation.note(message) }
    observation.ending = row.ending
    #expect(observation.verdict(of: 0, attributes: row.attributes, expressions: row.expressions) == row.verdict)
  }

  @Test func aModuleAfterTheCrash() {
    var observation = Observation(of: [
      ModulePlan(module: "m", attributes: []), ModulePlan(module: "later", attributes: []),
    ])
    for message in Self.whole + [.began(1)] { observation.note(message) }
    observation.ending = .signalled(11)
    #expect(observation.verdict(of: 1, attributes: []) == Verdict(.crashed, .import))
  }

  @Test func everyOutcomeAndPhaseIsInTheTables() {
    let verdicts = (Self.ofTheImport + Self.ofTheLookups + Self.ofTheEnd).map(\.verdict)
    #expect(Set(verdicts.map(\.outcome)) == Set(Outcome.allCases).subtracting([.skipped]))
    #expect(Set(verdicts.compactMap(\.phase)) == Set(Phase.allCases))
  }

  @Test func namesOfTheContract() {
    #expect(
      Outcome.allCases.map(\.rawValue)
        == ["passed", "failed", "crashed", "exited", "timed-out", "out-of-memory", "skipped"])
    #expect(Phase.allCases.map(\.rawValue) == ["import", "attribute", "version", "shutdown"])
  }
}
