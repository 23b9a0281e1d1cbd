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

  private static func sent(_ signal: String) -> Evidence {
    var evidence = evidence(.crashed)
    evidence.failure.signal = signal
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase("a signal", evidence(.crashed), .nativeCrash, .likely, culprits: ["spam"]),
    RuleCase("an end", evidence(.exited), .earlyExit, .likely, culprits: ["spam"]),
    RuleCase("a deadline", evidence(.timedOut), .hang, .likely, culprits: ["spam"]),
    RuleCase("memory", evidence(.outOfMemory), .outOfMemory, .likely, culprits: ["spam"]),
    RuleCase("an end without a frame", silent(), .earlyExit, .likely, culprits: ["spam"]),
    RuleCase("an exception", evidence(.failed), nil),
    RuleCase("a signal that somebody sends", sent("SIGTERM"), .nativeCrash, .likely),
    RuleCase(
      "a text of a module that ends the process",
      Sample.text("SystemExit", "1", ["/home/me/run.py", "\(Sample.site)/spam/__init__.py"]), .earlyExit, .likely,
      culprits: ["spam"]),
    RuleCase("a text of nothing but the end", Sample.text("SystemExit", "2"), .earlyExit, .likely),
    RuleCase("another exception", Sample.text("KeyboardInterrupt", ""), nil),
  ]

  @Test func accusesNoNativeCodeOfASignalThatIsSent() {
    let summary = EndedWithoutException().finding(in: Self.sent("SIGTERM"))?.summary ?? ""
    #expect(summary.hasPrefix("SIGTERM ended the process"))
  }

  @Test func seesAStackThatRanOver() {
    var evidence = Self.sent("SIGSEGV")
    evidence.failure.stack = (0..<50).map { _ in Frame(file: "/w/a.py", line: 6, function: "f", owner: .local) }
    let lines = EndedWithoutException().finding(in: evidence)?.evidence ?? []
    #expect(lines.first == "`f` calls itself over and over, at /w/a.py:6: the stack ran over")
  }

  @Test func namesTheModuleThatWasLookedForLast() {
    var evidence = Self.silent()
    (evidence.failure.importing, evidence.failure.soughtInVain) = ("yaml", ["tkinter", "yaml"])
    let finding = EndedWithoutException().finding(in: evidence)
    #expect(finding?.evidence.contains("the module that was looked for last, `yaml`, is not here") == true)
    #expect(finding?.fixes.first?.title.hasPrefix("install pyyaml") == true)
  }

  private static func atShutdown(_ outcome: Outcome, in function: String, of file: String) -> Evidence {
    var evidence = evidence(outcome)
    evidence.failure.phase = .shutdown
    evidence.failure.stack = [Frame(file: file, line: 1, function: function, owner: .standardLibrary)]
    evidence.failure.otherStacks = [
      [
        Frame(file: "/lib/python3.11/queue.py", line: 9, function: "get", owner: .standardLibrary),
        Frame(file: "/x/eggs.py", line: 7, function: "work", owner: .distribution("eggs")),
      ]
    ]
    return evidence
  }

  @Test func looksAtTheThreadThatPythonWaitsFor() {
    let evidence = Self.atShutdown(.timedOut, in: "_shutdown", of: "/lib/python3.11/threading.py")
    let finding = EndedWithoutException().finding(in: evidence)
    #expect(finding?.summary == "Python did not end before the deadline, after `spam` had been imported.")
    #expect(finding?.culprits == ["eggs"])
    #expect(finding?.evidence.first == "at /x/eggs.py:7, of eggs")
    #expect(finding?.fixes.first?.title.hasPrefix("make it a daemon thread") == true)
  }

  @Test func looksAtNoOtherThreadWhereThisOneIsAtWork() {
    let evidence = Self.atShutdown(.timedOut, in: "accept", of: "/lib/python3.11/socket.py")
    let finding = EndedWithoutException().finding(in: evidence)
    #expect(finding?.culprits == [])
    #expect(finding?.evidence == ["it waits in `accept` of socket.py"])
  }

  @Test func saysThatTheImportHadPassedWhereItDiedLater() {
    let evidence = Self.atShutdown(.crashed, in: "f", of: "/lib/python3.11/ctypes/__init__.py")
    let summary = EndedWithoutException().finding(in: evidence)?.summary ?? ""
    #expect(summary.hasSuffix(" while Python shut down, after `spam` had been imported."))
  }
}
