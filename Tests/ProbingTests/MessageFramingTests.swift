import Probing
import TestSupport
import Testing

@Suite struct MessageFramingTests {
  static func exception() -> ExceptionFacts {
    var inner = ExceptionFacts(type: "KeyError", qualifiedType: "builtins.KeyError", message: "'x'")
    inner.relation = .context
    var facts = ExceptionFacts(type: "ImportError", qualifiedType: "builtins.ImportError", message: "no\u{1B}\u{2028}")
    facts.notes = ["a note"]
    var frame = FrameFacts(file: PythonPath(bytes: [0x2F, 0xFF]), line: 41, function: "<module>")
    frame.source = "import x"
    frame.mark = 0..<8
    frame.variables = [VariableFacts(name: "x", value: "1")]
    facts.frames = [frame]
    facts.suggestion = "Did you mean: 'y'?"
    facts.relation = .cause
    facts.inner = [inner]
    facts.syntax = SyntaxFacts(file: PythonPath(text: "x.py"), line: 1, column: nil, text: "def\n")
    facts.name = "x"
    facts.path = PythonPath(text: "/x")
    facts.exitCode = -1
    facts.traceback = "Traceback (most recent call last):\n"
    return facts
  }

  static let imported = ImportFacts(
    exception: exception(), file: nil, wallSeconds: 0.25, cpuSeconds: 1e-9, peakResidentBytes: 1 << 40,
    modulesLoaded: 0,
    objects: [
      LoadedObjectFacts(file: PythonPath(text: "/lib/libc.so.6"), wasLoadedBefore: true),
      LoadedObjectFacts(file: PythonPath(bytes: [0x2F, 0xFF, 0x2E, 0x73, 0x6F]), wasLoadedBefore: false),
    ])

  static let run = RunFacts(
    warnings: ["w"], warningCount: 7,
    hiddenFailures: [HiddenFailure(module: "a._C", file: PythonPath(text: "/a/_C.so"), exception: exception())])

  /// Every case of ``WorkerMessage``, and every case within them.
  static let messages: [WorkerMessage] = [
    .cannotStart(.libraryNotLoaded("libx.so: cannot open")), .cannotStart(.functionMissing("Py_BytesMain")),
    .ready(
      InterpreterFacts(
        version: "3.11.7", implementation: "cpython", executable: PythonPath(text: "/bin/python"),
        prefix: PythonPath(text: "/"), basePrefix: PythonPath(text: "/usr"), platform: "linux",
        path: [PythonPath(text: ""), PythonPath(bytes: [0xFE])])),
    .began(0), .imported(1, imported), .version(2, .absent), .version(2, .text("1.0")),
    .version(2, .other(type: "tuple", text: "(1, 0)")), .version(2, .unreadable("ValueError: x")),
    .attribute(3, AttributeFacts(path: "a.b", missingAt: "m.a", exception: exception())),
    .attribute(3, AttributeFacts(path: "a", missingAt: nil, exception: nil)),
    .expression(3, ExpressionFacts(expression: "a.b == 1", holds: true)),
    .expression(
      3,
      ExpressionFacts(
        expression: "a\n> '\u{1B}'", holds: false, values: [ExpressionValue(expression: "a", value: "'ü'")],
        exception: exception())),
    .expression(0, ExpressionFacts(expression: "(a, 'b')", holds: true, trueForm: "Tuple")),
    .submodule(4, path: "a.b", SubmoduleFacts(importable: true, file: PythonPath(text: "/b.py"))),
    .done(run),
    .forked(7), .preloaded(PreloadFacts(succeeded: true, threads: 2)), .reaped(7, status: 9), .reaped(8, status: nil),
    .kept(9),
  ]

  @Test func everyMessageComesBack() throws {
    for message in Self.messages {
      var reader = MessageReader<WorkerMessage>()
      let received = reader.receive(MessageFraming.frame(message))
      #expect(received.map { "\($0)" } == ["\(message)"])
    }
  }

  @Test func cutAtEachByte() throws {
    let stream = Self.messages.prefix(4).flatMap { MessageFraming.frame($0) }
    let whole = Self.messages.prefix(4).map { "\($0)" }
    for cut in stream.indices {
      var reader = MessageReader<WorkerMessage>()
      let received = reader.receive(Array(stream[..<cut])) + reader.receive(Array(stream[cut...]))
      #expect(received.map { "\($0)" } == whole)
      #expect(!reader.isGarbled)
    }
  }

  @Test func byteByByte() throws {
    let stream = Self.messages.flatMap { MessageFraming.frame($0) }
    var reader = MessageReader<WorkerMessage>()
    let received = stream.flatMap { reader.receive([$0]) }
    #expect(received.map { "\($0)" } == Self.messages.map { "\($0)" })
  }

  @Test func severalAtOnce() throws {
    let stream = Self.messages.flatMap { MessageFraming.frame($0) }
    var reader = MessageReader<WorkerMessage>()
    #expect(reader.receive(stream + [1, 0]).count == Self.messages.count)
    #expect(reader.receive([]).isEmpty && !reader.isGarbled)
  }

  struct Garbage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ testDescription: String, _ bytes: [UInt8]) {
      self.testDescription = testDescription
      self.bytes = bytes
    }
  }

  /// Without the length before it.
  private static let began = Array(MessageFraming.frame(WorkerMessage.began(1)).dropFirst(4))

  private static var endless: ImportFacts {
    var facts = imported
    facts.wallSeconds = .infinity
    return facts
  }

  private static func nested(_ depth: Int) -> ImportFacts {
    var facts = imported
    facts.exception = nestedException(depth)
    return facts
  }

  private static func nestedException(_ depth: Int) -> ExceptionFacts {
    var exception = ExceptionFacts(type: "E", qualifiedType: "m.E", message: "")
    for _ in 0..<depth {
      var outer = ExceptionFacts(type: "E", qualifiedType: "m.E", message: "")
      outer.inner = [exception]
      exception = outer
    }
    return exception
  }

  static let garbage: [Garbage] = [
    Garbage("the highest length", [0xFF, 0xFF, 0xFF, 0xFF]),
    Garbage("one more than is believed", [0x01, 0, 0, 0x10]),
    Garbage("text instead of a length", Array("Traceback".utf8)),
    Garbage("an empty message", [0, 0, 0, 0]),
    Garbage("text instead of a message", MessageFraming.frame(body: Array("began".utf8))),
    Garbage("half of a message", MessageFraming.frame(body: Array(began.dropLast()))),
    Garbage("more than a message", MessageFraming.frame(body: began + [0])),
    Garbage("a message that nobody sends", MessageFraming.frame(body: [0xFF])),
    Garbage("text that is no UTF-8", MessageFraming.frame(body: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xFF])),
    Garbage("text longer than all there is", MessageFraming.frame(body: [0, 0] + [UInt8](repeating: 0xFF, count: 8))),
    Garbage("neither true nor false", MessageFraming.frame(body: [9, 2] + [UInt8](repeating: 0, count: 8))),
    Garbage("an infinite number", MessageFraming.frame(WorkerMessage.imported(0, endless))),
    Garbage("deeper than any chain", MessageFraming.frame(WorkerMessage.imported(0, nested(1000)))),
  ]

  @Test(arguments: garbage)
  func nothingIsUnderstoodAfterwards(_ row: Garbage) throws {
    let good = MessageFraming.frame(WorkerMessage.began(1))
    var reader = MessageReader<WorkerMessage>()
    #expect(reader.receive(good + row.bytes + good).map { "\($0)" } == ["\(WorkerMessage.began(1))"])
    #expect(reader.isGarbled)
    #expect(reader.receive(good).isEmpty)
  }

  @Test func lengths() {
    #expect(MessageFraming.length(header: [0x01, 0x02, 0x03, 0x00]) == 0x030201)
    #expect(MessageFraming.length(header: [0, 0, 0, 0x10]) == MessageFraming.limit)
    #expect(MessageFraming.length(header: [0x01, 0, 0, 0x10]) == nil)
    #expect(MessageFraming.length(header: [1, 0, 0]) == nil)
    #expect(MessageFraming.length(header: [1, 0, 0, 0, 0xFF]) == 1)
    #expect(MessageFraming.frame(body: []) == [0, 0, 0, 0])
    #expect(MessageFraming.frame(body: [UInt8](repeating: 0x20, count: 258)).prefix(4) == [2, 1, 0, 0])
  }

  @Test func aLongChainOfExceptions() throws {
    let message = WorkerMessage.imported(0, Self.nested(500))
    var reader = MessageReader<WorkerMessage>()
    #expect(reader.receive(MessageFraming.frame(message)).map { "\($0)" } == ["\(message)"])
  }

  /// Imported code can write anything into the pipe.
  @Test func anyBytesAreReadOrRefused() {
    var generator = SeededGenerator(seed: 7)
    let whole = Self.messages.flatMap { MessageFraming.frame($0) }
    for _ in 0..<3000 {
      var reader = MessageReader<WorkerMessage>()
      #expect(reader.receive(generator.mutate(whole)).count <= Self.messages.count + 4)
    }
  }

  static let orders: [WorkerOrder] = [
    .start(
      WorkerStart(
        libpython: PythonPath(text: "/l"), executable: PythonPath(bytes: [0x2F, 0xFF]), safePath: true,
        channels: WorkerChannels(front: 1, messages: 2, evidence: 3))),
    .probe([ModulePlan(module: "a", attributes: ["b.c"])], then: .whole, stays: false),
    .probe(
      [ModulePlan(module: "a"), ModulePlan(module: "b", expressions: ["b.x > 1", ""])], then: .whole, stays: false),
    .probe([withQuestions], then: .whole, stays: false),
    .probe([], then: .brief, stays: true), .keep(WorkerChannels(front: 1, messages: 2, evidence: 3)), .finish,
    .cacheBytecode(PythonPath(text: "/tmp/x")),
    .preload("torch"), .fork(WorkerChannels(front: 1, messages: -1, evidence: 3)), .reap(4),
  ]

  private static var withQuestions: ModulePlan {
    var plan = ModulePlan(module: "a", expressions: ["a.x"])
    plan.questions = ["a.y", "str(\n1)"]
    return plan
  }

  @Test func everyOrderComesBack() {
    var reader = MessageReader<WorkerOrder>()
    let received = reader.receive(Self.orders.flatMap { MessageFraming.frame($0) })
    #expect(received.map { "\($0)" } == Self.orders.map { "\($0)" })
  }
}
