import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Whatever comes out of an import is reported as Python itself would print it, in every version.
struct ExceptionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    var type = "ValueError"
    var message: String?
    var outcome = Outcome.failed

    init(
      _ name: String, _ source: String, type: String = "ValueError", message: String? = nil, outcome: Outcome = .failed
    ) {
      testDescription = name
      self.source = source
      self.type = type
      self.message = message
      self.outcome = outcome
    }
  }

  static let cases: [Case] = [
    Case("an exception raised in a function", "def f():\n  raise ValueError('no')\nf()", message: "no"),
    Case("a cause", "try: 1 / 0\nexcept ZeroDivisionError as e: raise ValueError('v') from e", message: "v"),
    Case("a context", "try: 1 / 0\nexcept ZeroDivisionError: raise ValueError('v')", message: "v"),
    Case("a context that is suppressed", "try: 1 / 0\nexcept ZeroDivisionError: raise ValueError('v') from None"),
    Case(
      "a chain that is a cycle",
      "a, b = ValueError('a'), KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a", message: "a"),
    Case("a message of several lines", #"raise ValueError('one\ntwo\n  three')"#, message: "one\ntwo\n  three"),
    Case("a message with escapes of a terminal", #"raise ValueError('\x1b[31mred\x07')"#),
    Case("a message with a lone surrogate", #"raise ValueError('x\udcffy')"#, message: #"x\udcffy"#),
    Case("no message", "raise ValueError", message: ""),
    Case(
      "a __str__ that raises", "class E(Exception):\n  def __str__(self): raise KeyError\nraise E", type: "E",
      message: "<exception str() failed>"),
    Case(
      "a __str__ that is no string", "class E(Exception):\n  def __str__(self): return 7\nraise E", type: "E",
      message: "<exception str() failed>"),
    Case("a BaseException", "class E(BaseException): pass\nraise E('base')", type: "E", message: "base"),
    Case("KeyboardInterrupt", "raise KeyboardInterrupt", type: "KeyboardInterrupt"),
    Case("GeneratorExit", "raise GeneratorExit", type: "GeneratorExit"),
    Case("a syntax error", "def f(:\n  pass", type: "SyntaxError"),
    Case("wrong indentation", "if 1:\npass", type: "IndentationError"),
    Case("a null byte in the source", "x = 1\0", type: "*"),
    Case("deep recursion", "def f(): f()\nf()", type: "RecursionError"),
    Case("a recursion through two functions", "def f(): g()\ndef g(): f()\nf()", type: "RecursionError"),
    Case("a missing module", "import no_such_module_here", type: "ModuleNotFoundError"),
    Case("a missing name in a module", "from os import no_such_name", type: "ImportError"),
    Case("an import of itself", "from subject import nothing", type: "ImportError"),
    Case("an exception of a foreign module", "import json\njson.loads('{')", type: "JSONDecodeError"),
    Case("MemoryError", "raise MemoryError('all of it')", type: "MemoryError", outcome: .outOfMemory),
    Case(
      "builtins that are gone", "import builtins\ndel builtins.ValueError, builtins.str\nraise KeyError(1)",
      type: "KeyError", message: "1"),
    Case("modules that are gone", "import sys\nsys.modules.clear()\nraise ValueError('v')", message: "v"),
    Case("stderr that is gone", "import sys\nsys.stderr = None\nraise ValueError('v')", message: "v"),
  ]

  @Test(arguments: TestPython.all, cases)
  func isReportedAsPythonPrintsIt(python: TestPython, row: Case) throws {
    let folder = try TestFolder()
    try folder.write(row.source, to: "subject.py")
    let program = Program(in: folder.path)

    let check = try program.check("--python", python.executable.string, "subject")

    #expect(check.outcome == row.outcome)
    #expect(check.phase == .import)
    #expect(check.confirmed == true)
    let exception = try #require(check.exception)
    if row.type != "*" { #expect(exception.type == row.type) }
    if let message = row.message { #expect(exception.message == message) }
    let plain = try program.run(python.executable, ["-c", "import subject"])
    if row.type == "RecursionError" {
      #expect(exception.traceback.map(Self.distinctLines) == Self.distinctLines(plain.errors))
    } else if !plain.errors.isEmpty {
      #expect(exception.traceback == plain.errors)
    }
  }

  /// The frames of realimport's own start count towards the limit, so that some frames fewer fit below it.
  private static func distinctLines(_ traceback: String) -> Set<Substring> {
    Set(traceback.split(separator: "\n").filter { !$0.contains("Previous line repeated") })
  }

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func keepsTheShapeOfAGroup() throws {
    let python = try #require(TestPython.any)
    let folder = try TestFolder()
    let source = """
      first = ValueError('first')
      first.add_note('a note')
      try: raise first
      except ValueError as error: group = ExceptionGroup('group', [error, ExceptionGroup('inner', [OSError(2, 'no')])])
      raise group
      """
    try folder.write(source, to: "subject.py")
    let exception = try #require(
      try Program(in: folder.path).check("--python", python.executable.string, "subject").exception)
    #expect(exception.qualifiedType == "builtins.ExceptionGroup")
    #expect(exception.inner.map(\.type) == ["ValueError", "ExceptionGroup"])
    #expect(exception.inner.map(\.relation) == [nil, nil])
    #expect(exception.inner.first?.notes == ["a note"])
    #expect(exception.inner.last?.inner.first?.message == "[Errno 2] no")
  }

  @Test(arguments: TestPython.all)
  func aHugeMessageIsReportedWhole(python: TestPython) throws {
    let folder = try TestFolder()
    try folder.write("raise ValueError('x' * 10_000_000)", to: "subject.py")
    let check = try Program(in: folder.path).check("--python", python.executable.string, "subject")
    #expect(check.exception?.message.utf8.count == 10_000_000)
    let text = try Program(in: folder.path).run("--python", python.executable.string, "subject")
    #expect(text.status == 1)
    #expect(text.output.utf8.count < 10_000)
  }
}
