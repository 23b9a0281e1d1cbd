import Probing
@testable import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)), .needsPython) struct ControlRunTests {
  private let folder: TestFolder
  private let python: RealPython

  init() throws {
    folder = try TestFolder()
    python = try #require(RealPython.any)
  }

  private func run(
    _ module: String, _ attributes: [String] = [], expressions: [String] = [], after earlier: [String] = [],
    safePath: Bool = false,
    timeout: Duration = .seconds(30)
  ) throws -> ControlResult {
    let environment = ProcessEnvironment(["PYTHONPATH": folder.path.string])
    let question = ControlQuestion(
      ModulePlan(module: module, attributes: attributes, expressions: expressions),
      after: earlier.map { ModulePlan(module: $0, attributes: []) })
    // As a supervisor asks, which itself would take every child of this process for its own.
    let command = Command(
      executable: python.executable, arguments: ["-c", question.program(safePath: safePath)],
      environment: environment.entries)
    let result = try runCommand(command, timeout: timeout)
    return ControlResult(result.ending, errorOutput: String(decoding: result.errorOutput, as: UTF8.self))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let program: String
    let attributes: [String]
    let expressions: [String]
    let result: ControlResult

    init(
      _ testDescription: String, _ program: String, attributes: [String] = [], expressions: [String] = [],
      _ result: ControlResult
    ) {
      self.testDescription = testDescription
      self.program = program
      self.attributes = attributes
      self.expressions = expressions
      self.result = result
    }
  }

  static let cases: [Case] = [
    Case("it passes", "x = 1", .passed), Case("found", "x = 1", attributes: ["x"], .passed),
    Case("missing", "", attributes: ["x"], .failed("AttributeError: module 'm' has no attribute 'x'")),
    Case("an exception", "raise ValueError('no')", .failed("ValueError: no")),
    Case("os._exit(0)", "import os; os._exit(0)", .failed("exit status 0")),
    Case("SystemExit", "raise SystemExit", .failed("exit status 0")),
    Case("sys.exit('text')", "import sys; sys.exit('text')", .failed("text")),
    Case("a signal", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)", .failed("killed by SIGTERM")),
    Case("os.abort", "import os; os.abort()", .failed("killed by SIGABRT")),
    Case("it prints", "import sys; print('out'); sys.stderr.write('err')", .passed),
    Case(
      "a crash while Python shuts down", "import atexit, os; atexit.register(os._exit, 5)", .failed("exit status 5")),
  ]

  @Test(arguments: cases)
  func result(_ row: Case) throws {
    try folder.write(row.program, to: "m.py")
    #expect(try run("m", row.attributes) == row.result)
  }

  static let expressions: [Case] = [
    Case("true", "x = 1", expressions: ["m.x == 1", "m.x"], .passed),
    Case("two lines", "x = 1", expressions: ["m.x\n  == 1"], .passed),
    Case("a comment", "x = 1", expressions: ["m.x # it is"], .passed),
    Case("not true", "x = 0", expressions: ["m.x"], .failed("AssertionError: an expression is not true")),
    Case(
      "the second of two", "x = 1", expressions: ["m.x", "not m.x"],
      .failed("AssertionError: an expression is not true")),
    Case("an exception", "", expressions: ["m.x"], .failed("AttributeError: module 'm' has no attribute 'x'")),
    Case(
      "no truth value", "class X:\n  def __bool__(self): raise ValueError('no')\nx = X()", expressions: ["m.x"],
      .failed("ValueError: no")),
    Case("no expression", "", expressions: ["x = 1"], .failed("SyntaxError")),
    Case("os._exit", "import os", expressions: ["m.os._exit(3)"], .failed("exit status 3")),
  ]

  @Test(arguments: expressions)
  func expression(_ row: Case) throws {
    try folder.write(row.program, to: "m.py")
    let result = try run("m", expressions: row.expressions)
    // What the compiler says besides differs from version to version.
    if row.result == .failed("SyntaxError"), case .failed(let line) = result {
      #expect(line.hasPrefix("SyntaxError: "))
    } else {
      #expect(result == row.result)
    }
  }

  /// A string literal ends nowhere else than in a file.
  @Test func expressionsMayHoldAnyText() throws {
    try folder.write("x = 'ü\\n\"\\''", to: "m.py")
    #expect(try run("m", expressions: [#"m.x == 'ü\n"\''"#]) == .passed)
  }

  @Test func deadline() throws {
    try folder.write("while True: pass", to: "m.py")
    #expect(try run("m", timeout: .milliseconds(300)) == .failed("still running at the deadline"))
  }

  @Test func earlierImports() throws {
    try folder.write("import builtins; builtins.mark = 1; raise ValueError", to: "a.py")
    try folder.write("mark", to: "m.py")
    #expect(try run("m", after: ["a", "nowhere"]) == .passed)
    #expect(try run("m") == .failed("NameError: name 'mark' is not defined"))
  }

  /// Only the empty entry for the working directory goes.
  @Test func safePath() throws {
    try folder.write("import sys; assert '' not in sys.path", to: "m.py")
    #expect(try run("m", safePath: true) == .passed)
    #expect(try run("m") == .failed("AssertionError"))
  }

  @Test func variablesOfWorkers() {
    let bytecode = "PYTHONDONTWRITEBYTECODE"
    #expect(ProcessEnvironment([:]).forWorkers[bytecode] == Array("1".utf8))
    #expect(ProcessEnvironment([bytecode: ""]).forWorkers[bytecode] == [])
  }
}
