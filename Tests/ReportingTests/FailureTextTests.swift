import Probing
import Reporting
import Testing

/// Failures as the summary tells them, at width 80 and without colour.
@Suite struct FailureTextTests {
  private func summary(_ checks: CheckReport..., isVerbose: Bool = false) -> String {
    Samples.renderer(isVerbose: isVerbose).summary(
      Report(environment: EnvironmentReport(), checks: checks, elapsedSeconds: 1.5))
  }

  private let traceback = """
    Traceback (most recent call last):
      File "app.py", line 1, in <module>
        import vllm
    ImportError: cannot import name 'nope' from 'torch'

    """

  @Test func exception() {
    let site = "/env/lib/python3.11/site-packages"
    let exception = Samples.exception(
      "ImportError", "cannot import name 'nope' from 'torch'",
      frames: [
        Samples.frame("<frozen importlib._bootstrap>", 241), Samples.frame("app.py", 1, "import vllm"),
        Samples.frame("\(site)/vllm/__init__.py", 3, "from . import config", of: "vllm"),
        Samples.frame("\(site)/vllm/config.py", 41, "from torch import nope", of: "vllm"),
      ], traceback: traceback)
    let check = Samples.check("vllm", .failed, .import, output: "loading\n") { check in
      (check.exception, check.confirmed) = (exception, true)
    }
    let text = """

      vllm: failed
        app.py:1
          import vllm
        … 1 frame between …
        vllm/config.py:41, of vllm
          from torch import nope
        ImportError: cannot import name 'nope' from 'torch'
        Plain Python fails, too.

        Traceback (most recent call last):
          File "app.py", line 1, in <module>
            import vllm
        ImportError: cannot import name 'nope' from 'torch'

      1 failed in 1.50 s
      """
    #expect(summary(check) == text)
    #expect(summary(check, isVerbose: true).contains("'torch'\n\n  It wrote:\n  loading\n\n1 failed"))
  }

  @Test func chain() {
    let first = Samples.exception("KeyError", "'x'", frames: [Samples.frame("a.py", 1, "d['x']")], relation: .context)
    let second = Samples.exception(
      "ValueError", "no", frames: [Samples.frame("b.py", 2)], relation: .cause, inner: [first])
    let last = Samples.exception("ImportError", "failed\nfor two reasons", inner: [second])
    let text = """

      m: failed
        a.py:1
          d['x']
        KeyError: 'x'
        and while that was handled
        b.py:2
        ValueError: no
        which was the cause of
        ImportError: failed

      1 failed in 1.50 s
      """
    #expect(summary(Samples.check("m", .failed, .import) { $0.exception = last }) == text)
  }

  @Test func group() {
    let members = [Samples.exception("TypeError", "one"), Samples.exception("OSError", "two")]
    let group = Samples.exception("ExceptionGroup", "both (2 sub-exceptions)", inner: members)
    let text = """

      m: failed
        ExceptionGroup: both (2 sub-exceptions)
        one of the group:
        TypeError: one
        one of the group:
        OSError: two

      1 failed in 1.50 s
      """
    #expect(summary(Samples.check("m", .failed, .import) { $0.exception = group }) == text)
  }

  @Test func syntaxErrorAndNotes() {
    var facts = ExceptionFacts(type: "SyntaxError", qualifiedType: "builtins.SyntaxError", message: "invalid syntax")
    facts.syntax = SyntaxFacts(file: PythonPath(text: "/x/bad.py"), line: 7, column: 3, text: "print 'x'\n")
    facts.notes = ["a note\u{1B}[0m"]
    let exception = ExceptionReport(facts) { _ in Samples.frame("", 0) }
    let text = """

      m: failed
        /x/bad.py:7
          print 'x'
        SyntaxError: invalid syntax
        a note␛[0m

      1 failed in 1.50 s
      """
    #expect(summary(Samples.check("m", .failed, .import) { $0.exception = exception }) == text)
  }

  struct Ending: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: CheckReport
    let text: String

    init(_ testDescription: String, _ check: CheckReport, _ text: String) {
      self.testDescription = testDescription
      self.check = check
      self.text = text
    }
  }

  static let endings: [Ending] = [
    Ending(
      "crashed",
      Samples.check("m", .crashed, .import, output: "loading\u{1B}[0m\n") { check in
        (check.signal, check.importing, check.confirmed) = ("SIGSEGV", "m._C", false)
      },
      """

      m: crashed
        SIGSEGV ended the process while `m` was imported, at `m._C`.
        Plain Python passes.

        It wrote:
        loading␛[0m

      1 crashed in 1.50 s
      """),
    Ending(
      "crashed at the end",
      Samples.check("m", .crashed, .shutdown) { $0.signal = "SIGABRT" },
      """

      m: crashed
        SIGABRT ended the process while Python shut down; the import itself had
        passed.

      1 crashed in 1.50 s
      """),
    Ending(
      "exited", Samples.check("m", .exited, .import) { $0.exitCode = 0 },
      """

      m: exited
        The process ended with status 0 while `m` was imported.

      1 exited in 1.50 s
      """),
    Ending(
      "timed out", Samples.check("m:x", .timedOut, .attribute),
      """

      m:x: timed-out
        Not finished at the deadline, while an attribute of `m` was looked up.

      1 timed-out in 1.50 s
      """),
    Ending("skipped", Samples.check("m", .skipped), "\n1 skipped in 1.50 s"),
    Ending("passed", Samples.check("m", .passed, output: "x"), "\n1 passed in 1.50 s"),
  ]

  @Test(arguments: endings)
  func ending(_ row: Ending) {
    #expect(summary(row.check) == row.text)
  }

  /// An import that failed for several targets is told once, under all their names.
  @Test func severalTargetsOfOneImport() {
    let targets = ["m", "m:x", "m:y"].map { target in
      Samples.check(target, .failed, .import) { $0.exception = Samples.exception("E", "") }
    }
    let other = Samples.check("other", .exited, .import) { $0.exitCode = 1 }
    let text = summary(targets[0], other, targets[1], targets[2])
    #expect(text.contains("\nm, m:x, m:y: failed\n  E\n\nother: exited\n"))
    #expect(text.hasSuffix("\n3 failed, 1 exited in 1.50 s"))
  }

  @Test func longLinesAreCut() {
    let long = String(repeating: "x", count: 5000)
    let exception = Samples.exception("E", long, traceback: "Traceback:\n\(long)\n")
    let check = Samples.check("m", .failed, .import) { $0.exception = exception }
    let text = summary(check)
    #expect(text.contains("  E: " + String(repeating: "x", count: 74) + "…\n"))
    #expect(text.contains("x… (5000 characters; --verbose shows them)"))
    #expect(summary(check, isVerbose: true).contains("  \(long)\n"))
  }

  @Test func longTracebacksAreFolded() {
    let frames = (1...40).map { "  File \"\($0).py\", line 1, in <module>\n" }.joined()
    let exception = Samples.exception("E", "", traceback: "Traceback:\n\(frames)E\n")
    let check = Samples.check("m", .failed, .import) { $0.exception = exception }
    #expect(summary(check).contains("    … 20 frames; --verbose shows them …\n"))
    #expect(summary(check, isVerbose: true).contains("File \"20.py\""))
  }
}
