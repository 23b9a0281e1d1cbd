import FailureTexts
import Probing
import Testing

/// Forms of texts, each by what must be read out of it: `Type: message`, the signal, or the message alone.
@Suite struct FormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let failures: [String]

    init(_ testDescription: String, _ text: String, _ failures: String...) {
      self.testDescription = testDescription
      bytes = Array(text.utf8)
      self.failures = failures
    }

    init(_ testDescription: String, bytes: [UInt8], _ failures: String...) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.failures = failures
    }
  }

  /// A traceback whose lines stand behind something.
  private static func prefixed(_ prefix: String) -> String {
    traceback.split(separator: "\n").map { prefix + $0 }.joined(separator: "\n")
  }

  private static let traceback = """
    Traceback (most recent call last):
      File "/x/app.py", line 3, in <module>
        import torch
    ModuleNotFoundError: No module named 'torch'

    """
  private static let expected = "ModuleNotFoundError: No module named 'torch' [/x/app.py:3 <module> import torch]"

  private static func utf16(_ low: Int) -> [UInt8] {
    ("\u{FEFF}" + traceback).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return low == 0 ? bytes : bytes.reversed()
    }
  }

  static let encodings: [Case] = [
    Case("carriage returns", traceback.split(separator: "\n").joined(separator: "\r\n"), expected),
    Case("two carriage returns", traceback.split(separator: "\n").joined(separator: "\r\r\n"), expected),
    Case("byte order mark", "\u{FEFF}" + traceback, expected),
    Case("UTF-16, low byte first", bytes: utf16(0), expected),
    Case("UTF-16, high byte first", bytes: utf16(1), expected),
    Case("UTF-16 without a mark", bytes: traceback.utf8.flatMap { [$0, 0] }, expected),
    Case("NULs", bytes: [0, 0] + Array(traceback.utf8) + [0], expected),
    Case("Latin-1", bytes: Array("ImportError: gr".utf8) + [0xF6, 0xDF] + Array("er".utf8), "ImportError: größer"),
    Case("no-break spaces", traceback.split(separator: " ").joined(separator: "\u{A0}"), expected),
    Case("colours", "\u{1B}[1;31mImportError\u{1B}[0m: \u{1B}[1mx\u{1B}[m", "ImportError: x"),
    Case("colours without their escapes", "[1;31mImportError[0m: x[0m", "ImportError: x"),
    Case("colours with escapes written out", #"\x1b[1;31mImportError^[[0m: x\033[0m"#, "ImportError: x"),
    Case("link", "ImportError: \u{1B}]8;;http://x\u{1B}\\see\u{1B}]8;;\u{7}", "ImportError: see"),
    Case("link without an end", "\u{1B}]8;;\(String(repeating: "x", count: 200))\n" + traceback, expected),
    Case("progress bar", " 10%|#\r 20%|##\rImportError: x\n", "ImportError: x"),
    Case("cursor moved", "50%\u{1B}[1A\u{1B}[2KImportError: x\n", "ImportError: x"),
    Case("backspaces", "ImportErrr\u{8}or: x", "ImportError: x"),
    Case(
      "HTML",
      traceback.split(separator: "<").joined(separator: "&lt;").split(separator: ">").joined(separator: "&gt;")
        .split(separator: "\"").joined(separator: "&quot;").split(separator: "'").joined(separator: "&#39;"), expected),
    Case("no HTML", "ImportError: <x> &lt; y", "ImportError: <x> &lt; y"),
    Case("Markdown quotation", prefixed("> "), expected),
    Case("quotation in a quotation", prefixed("> > "), expected),
    Case("fenced", "It fails:\n```\n\(traceback)```\nWhat now?", expected),
    Case("indented by four", prefixed("    "), expected),
    Case("emphasised", "**ImportError: x**", "ImportError: x"),
  ]

  static let prefixes: [Case] = [
    "web_1  | ", "my-app-7d9f | ", "(EngineCore_DP0 pid=123) ERROR 08-10 12:00:00 [core.py:700] ",
    "ERROR 08-10 12:00:00 core.py:700] ", "(RayWorker pid=12, ip=10.0.0.1) ", "(raylet) ", "[rank0]: ",
    "2024-01-31T12:00:00.000000000Z stderr F ", "2024-01-31T12:00:00.0000000Z ", "2024-01-31 12:00:00,123 ",
    "[2024-01-31 12:00:00 +0000] [7] [ERROR] ", "[2024-01-31 12:00:00,123: ERROR/ForkPoolWorker-1] ",
    "Jan 31 12:00:00 host python[123]: ", "#12 3.456 ", "2024-01-31 12:00:00.000 | ERROR    | a.b:f:12 - ",
    "2024-01-31 12:00:00,123 - worker - ERROR - ",
    "2024-01-31 12:00:00.123456: E a/b/c.cc:64] ", "E0131 12:00:00.123456 7 c.cc:64] ", "ERROR:root:",
    "31.01 12:00:00 [Bot] ", "31.01.2024 12:00:00 ", "2024-01-31 12:00:00,123 5770 ERROR ",
  ].map { Case($0, prefixed($0), expected) }

  static let cut: [Case] = [
    Case(
      "without a head", "  File \"/x.py\", line 3, in f\n    import a\nImportError: b",
      "ImportError: b [/x.py:3 f import a]"),
    Case(
      "from the midst of a line", "x\\y.py\", line 3, in f\n    import a\nImportError: b",
      "ImportError: b [x\\y.py:3 f import a]"),
    Case("without an end", "Traceback (most recent call last):\n  File \"/x.py\", line 3, in f\n", "?:  [/x.py:3 f]"),
    Case(
      "without an end, below code that Python could not read",
      "  File \"/x.py\", line 3, in f\n    import a\n  File \"/a.py\", line 60\n    print(f\"{b}\")\n           ^\n",
      "SyntaxError:  [/x.py:3 f import a]"),
    Case(
      "without frames, below the statement that failed", "from a.b import c, d\nImportError: cannot import name d",
      "ImportError: cannot import name d [<stdin>:1 <module> from a.b import c, d]"),
    Case(
      "the same at a prompt, and the head of a traceback",
      ">>> from a.b import c\nTraceback (most recent call last):\nImportError: No module named b",
      "ImportError: No module named b [<stdin>:1 <module> from a.b import c]"),
    Case(
      "below another statement", "from a.b import c\nImportError: cannot import name 'd'",
      "ImportError: cannot import name 'd'"),
    Case(
      "below a statement that tells no more", "from a import b\nImportError: cannot import name 'b' from 'a' (/a.py)",
      "ImportError: cannot import name 'b' from 'a' (/a.py)"),
    Case("no code below it", "  File \"/a.py\", line 60\n", "?:  [/a.py:60 ?]"),
    Case(
      "something left out",
      "Traceback (most recent call last):\n  File \"/x.py\", line 3, in f\n[...]\nNo module named 'a'",
      "?: No module named 'a' [/x.py:3 f]"),
    Case(
      "a line broken in two",
      "Traceback (most recent call last):\n  File \"/x.py\",\n line 3, in f\n    import a\nImportError: b",
      "ImportError: b [/x.py:3 f import a]"),
    Case(
      "indentation lost", "Traceback (most recent call last):\nFile \"/x.py\", line 3, in f\nimport a\nImportError: b",
      "ImportError: b [/x.py:3 f import a]"),
    Case(
      "code that looks like an exception",
      "Traceback (most recent call last):\n  File \"/x.py\", line 3, in f\n    ImportError: x\nOSError: b",
      "OSError: b [/x.py:3 f ImportError: x]"),
    Case("IPython without its last line", "NameError                 Traceback (most recent call last)", "NameError: "),
    Case("two tracebacks", traceback + "\n" + traceback, expected, expected),
    Case(
      "an exception's type that tells nothing",
      "Traceback (most recent call last):\n  File \"/x.py\", line 3, in f\n    import a\npkg.Trouble: b",
      "Trouble: b [/x.py:3 f import a]"),
    Case("a prompt ends the message", "ImportError: a\nuser@host:~$ ls", "ImportError: a"),
    Case(
      "IPython's place of a module, without a header",
      "/x/a.py in <module>()\n      1 \n----> 2 from .b import c\n\nImportError: No module named b",
      "ImportError: No module named b [/x/a.py:2 <module> from .b import c]"),
    Case(
      "Colab's link of a place",
      "ImportError            Traceback (most recent call last)\n[/x/a.py](https://localhost:8080/#) in <module>\n----> 2 import c\n\nImportError: d",
      "ImportError: d [/x/a.py:2 <module> import c]"),
    Case(
      "a type that ends as no exception does, of a module for exceptions",
      "django.core.exceptions.ImproperlyConfigured: x", "ImproperlyConfigured: x"),
    Case(
      "exceptions of pkg_resources", "pkg_resources.DistributionNotFound: The 'a' distribution was not found",
      "DistributionNotFound: The 'a' distribution was not found"),
    Case("a module for something else", "some.module.Thing: x"),
    Case("an empty line ends the message", "ImportError: a\n\nI tried all.", "ImportError: a"),
  ]

  /// The same traceback as a string.
  private static let escaped = traceback.split(separator: "\n").map { line in
    line.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: #"\""#)
  }.joined(separator: #"\n"#)

  static let strings: [Case] = [
    Case("a field of a log", #"{"level": "error", "exc_info": ""# + escaped + #"", "at": 1}"#, expected),
    Case(
      "what repr shows",
      "b'" + escaped.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"\'"#) + "'", expected),
    Case(
      "an error of a notebook in Visual Studio Code",
      #"""
      {
        "name": "ImportError",
        "message": "cannot import name 'a' from 'b' (/x/b.py)",
        "stack": "----------\nImportError        Traceback (most recent call last)\nFile /x/c.py:6\n      4 import os\n----> 6 from b import a\n\nImportError: cannot import name 'a' from 'b' (/x/b.py)"
      }
      """#, "ImportError: cannot import name 'a' from 'b' (/x/b.py) [/x/c.py:6 <module> from b import a]"),
    Case("a Windows path", #"ImportError: "message": C:\new\table"#, #"ImportError: "message": C:\new\table"#),
    Case(
      "what a terminal sent to Ansible",
      #""module_stdout": "Traceback (most recent call last):\r\n  File \"/x/ping\", line 44, in <module>\r\n    import exceptions\r\nImportError: No module named 'exceptions'\r\n","#,
      "ImportError: No module named 'exceptions' [/x/ping:44 <module> import exceptions]"),
    Case("no end", #"{"stack": "x\n"#),
    Case("an end behind a return", #"{"stack": "x\r\"#), Case("a return and no new line", #"{"stack": "x\ry"#),
    Case("an escape at the end", #"{"stack": "x\n\"#),
  ]

  static let nothing: [Case] = [
    Case("empty", ""), Case("prose", "I installed torch and now nothing works.\nCan you help?"),
    Case("a clean log", "2024-01-31 12:00:00,123 INFO worker ready\nexit code: 0\n"),
    Case("an ordinary exit", "Process finished with exit code 1"), Case("a head", "Traceback (most recent call last):"),
    Case("words of everyday", "The request was aborted and the job killed."),
    Case("another code", "the exception code is 42"), Case("a list with numbers", "#0 read 0x10\n#1 write it"),
    Case("a list of packages", "torch 2.1.0+cu121\nnumpy  1.26.0"), Case("an error of a shell", "error: no such file"),
  ]

  private static func program(_ start: [UInt8]) -> [UInt8] {
    start + (0..<4096).flatMap { index -> [UInt8] in [UInt8(truncatingIfNeeded: index), 0, 0, 1, 2, 3] }
      + Array("\nImportError: x\nAborted (core dumped)\n".utf8)
  }

  static let programs: [Case] = [
    Case("a program", bytes: program([0x7F, 0x45, 0x4C, 0x46])),
    Case("random bytes", bytes: (0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 >> 3) }),
    Case("a text in which a few bytes are strange", bytes: [1, 2, 3] + Array(traceback.utf8), expected),
  ]

  @Test func deadlines() throws {
    let text = "Timeout (0:00:30)!\nThread 0x00007f (most recent call first):\n  File \"/x.py\", line 3 in f\n"
    let failure = try #require(FailureText(Array(text.utf8)).failures.first)
    guard case .death(let facts) = failure.ending else { return #expect(Bool(false), "not read as stacks") }
    #expect(facts.isTimeout)
    #expect(facts.frames.map(\.line) == [3])
  }

  @Test func stacksThatSomebodyAskedFor() throws {
    let text = "Current thread 0x00007f (most recent call first):\n  File \"/x.py\", line 3 in f\n"
    let failure = try #require(FailureText(Array(text.utf8)).failures.first)
    guard case .death(let facts) = failure.ending else { return #expect(Bool(false), "not read as stacks") }
    #expect(facts.isTimeout)
  }

  @Test func importsAtAPrompt() throws {
    let text = ">>> import pyarrow as pa\n>>> x = 1\n>>> from ray.data import a\nSegmentation fault\n"
    let failure = try #require(FailureText(Array(text.utf8)).failures.first)
    guard case .death(let facts) = failure.ending else { return #expect(Bool(false), "not read as a death") }
    #expect(facts.imports == ["pyarrow", "ray.data"])
  }

  @Test(arguments: [
    ("$ python3 -c 'import torch, scipy.misc as m'\nSegmentation fault (core dumped)\n", ["torch", "scipy.misc"]),
    (
      "$ python -c \"import a\"\n$ python -c \"from b.c import d; import a\"\nSegmentation fault\n", ["b.c", "a"]
    ),
    ("import a\nimport b.c as d\n\nSegmentation fault\n", ["a", "b.c"]),
    ("import a\nprint(1)\nSegmentation fault\n", []),
    ("$ sh -c 'import torch'\nSegmentation fault\n", []),
    ("$ python -c 'import", []),
  ])
  func importsOfACommand(_ text: String, _ imports: [String]) {
    let failure = FailureText(Array(text.utf8)).failures.first
    guard case .death(let facts)? = failure?.ending else { return #expect(imports.isEmpty) }
    #expect(facts.imports == imports)
  }

  @Test(arguments: encodings + prefixes + cut + words + strings + nothing + programs)
  func failures(_ row: Case) {
    #expect(FailureText(row.bytes).failures.map(Self.shown) == row.failures)
  }

  private static func shown(_ failure: TextFailure) -> String {
    switch failure.ending {
    case .exception(let facts):
      let frames = facts.frames.map { frame in
        " [\(frame.file):\(frame.line) \(frame.function)\(frame.source.map { " " + $0 } ?? "")]"
      }
      return "\(facts.type): \(facts.message)" + frames.joined()
    case .death(let facts): return facts.signal ?? "?"
    case .message(let text): return text
    }
  }
}
