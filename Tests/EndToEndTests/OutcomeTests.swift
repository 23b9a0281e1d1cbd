import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Imports that end badly without an exception, and such that only seem to.
struct OutcomeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let outcome: Outcome
    let phase: Phase?
    var exitCode: Int32?
    var signal: String?

    init(
      _ name: String, _ source: String, _ outcome: Outcome, _ phase: Phase? = nil, exit: Int32? = nil,
      signal: String? = nil
    ) {
      testDescription = name
      self.source = source
      self.outcome = outcome
      self.phase = phase
      exitCode = exit
      self.signal = signal
    }
  }

  static let cases: [Case] = [
    Case("sys.exit(3)", "import sys; sys.exit(3)", .exited, .import, exit: 3),
    Case("sys.exit()", "import sys; sys.exit()", .exited, .import, exit: 0),
    Case("sys.exit of a text", "import sys; sys.exit('bye')", .exited, .import, exit: 1),
    Case("os._exit(0)", "import os; os._exit(0)", .exited, .import, exit: 0),
    Case("os._exit(7)", "import os; os._exit(7)", .exited, .import, exit: 7),
    Case("abort", "import os; os.abort()", .crashed, .import, signal: "SIGABRT"),
    Case("a null pointer", "import ctypes; ctypes.string_at(0)", .crashed, .import, signal: "SIGSEGV"),
    Case("a kill", "import os; os.kill(os.getpid(), 9)", .crashed, .import, signal: "SIGKILL"),
    Case("abort at exit", "import atexit, os; atexit.register(os.abort)", .crashed, .shutdown, signal: "SIGABRT"),
    Case("an endless loop", "while True: pass", .timedOut, .import),
    Case(
      "a sleep that ignores SIGTERM",
      "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)", .timedOut, .import),
    Case(
      "a thread that is waited for at exit",
      "import threading, time; threading.Thread(target=time.sleep, args=(600,)).start()", .timedOut, .shutdown),
    Case("a fork that outlives its parent", "import os, time\nif os.fork() == 0: time.sleep(600)", .passed),
    Case("a fork that goes on with the import", "import os\nos.fork()", .passed),
    Case("a program that holds the pipes", "import subprocess; subprocess.Popen(['sleep', '600'])", .passed),
    Case("closed descriptors", "import os; os.closerange(0, 100)", .passed),
    Case("another working directory", "import os; os.chdir('/')", .passed),
    Case("a closed standard output", "import sys; sys.stdout.close()", .passed),
    Case("an audit hook that raises", "import sys\ndef hook(*_): raise ValueError\nsys.addaudithook(hook)", .passed),
  ]

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"), arguments: cases)
  func isTold(row: Case) throws {
    let folder = try TestFolder()
    try folder.write(row.source, to: "subject.py")
    let python = try #require(TestPython.any)
    let check = try Program(in: folder.path).check(
      "--python", python.executable.string, "--timeout", "2", "subject")
    #expect(check.outcome == row.outcome)
    #expect(check.phase == row.phase)
    #expect(check.exitCode == row.exitCode)
    #expect(check.signal == row.signal)
    #expect(check.confirmed == (row.outcome == .passed ? nil : true))
  }

  @Test func outputIsKeptInOrderAndCounted() throws {
    let python = try #require(TestPython.any)
    let folder = try TestFolder()
    let source = """
      import os
      os.write(1, b'one '), os.write(2, b'two '), os.write(1, b'\\xff\\x1b[31m ')
      print('four', flush=True)
      """
    try folder.write(source, to: "subject.py")
    let output = try Program(in: folder.path).check("--python", python.executable.string, "subject").output
    #expect(output.text == "one two \u{FFFD}␛[31m four\n")
    #expect(output.bytes == 20)
    #expect(!output.truncated)
  }

  @Test func aFloodIsCutInTheMiddle() throws {
    let python = try #require(TestPython.any)
    let folder = try TestFolder()
    let source = "import os\nfor _ in range(4096): os.write(1, b'y' * 65536)\nos.write(1, b'END')"
    try folder.write(source, to: "subject.py")
    let output = try Program(in: folder.path).check("--python", python.executable.string, "subject").output
    #expect(output.bytes == 4096 * 65536 + 3)
    #expect(output.truncated)
    #expect(output.text.hasSuffix("END"))
    #expect(output.text.utf8.count < 200_000)
  }
}
