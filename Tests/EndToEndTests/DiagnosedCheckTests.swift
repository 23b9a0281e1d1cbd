import Diagnosis
import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Failures that are made here, and the cause that a check names.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct DiagnosedCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let target: String
    let cause: Cause?
    let confidence: Confidence?

    init(_ name: String, _ files: [String: String], _ target: String, _ cause: Cause?, _ confidence: Confidence? = nil)
    {
      testDescription = name
      self.files = files
      self.target = target
      self.cause = cause
      self.confidence = confidence
    }
  }

  static let cases: [Case] = [
    Case("what passes", ["fine.py": ""], "fine", nil),
    Case("a missing module", ["a.py": "import spam_and_eggs"], "a", .missingDistribution, .certain),
    Case(
      "a file that hides the standard library", ["json.py": "", "a.py": "import json\njson.dumps"], "a", .shadowedModule
    ),
    Case("an empty folder", ["torch/readme.txt": ""], "torch:nn", .shadowedModule, .certain),
    Case("a file where a package is wanted", ["b.py": "", "a.py": "import b.c"], "a", .shadowedModule),
    Case(
      "a cycle", ["p/__init__.py": "from p import a", "p/a.py": "from p.b import x", "p/b.py": "from p.a import y"],
      "p",
      .circularImport, .certain),
    Case("a missing variable", ["a.py": "import os\nos.environ['SPAM_AND_EGGS']"], "a", .importSideEffect, .certain),
    Case("an exception of its own", ["a.py": "raise RuntimeError('no')"], "a", .importSideEffect, .possible),
    Case("an end", ["a.py": "raise SystemExit(3)"], "a", .earlyExit),
    Case("a crash", ["a.py": "import os\nos.abort()"], "a", .nativeCrash),
    Case(
      "an end after an exception that was only written",
      [
        "a.py":
          "import os\ntry:\n  import spam_and_eggs\nexcept ImportError as e:\n  print(e, flush=True)\n  os._exit(1)"
      ],
      "a", .missingDistribution, .likely),
    Case(
      "an end after a search in vain, of which nothing is written",
      ["a.py": "import os\ntry:\n  import spam_and_eggs\nexcept ImportError:\n  os._exit(1)"], "a", .earlyExit),
    Case("a signal that is sent", ["a.py": "import os\nos.kill(os.getpid(), 15)"], "a", .nativeCrash),
    Case("the compiled part of a source tree", ["p/__init__.py": "from p import _C"], "p", .incompleteBuild),
    Case(
      "a part of which only the source is there", ["p/__init__.py": "from .core import x", "p/core.pyx": ""], "p",
      .incompleteBuild, .certain),
    Case(
      "a part that protoc has not written", ["p/__init__.py": "from . import a_pb2", "p/a.proto": ""], "p",
      .incompleteBuild, .certain),
    Case(
      "what was looked for in vain and is named",
      [
        "a.py":
          "try:\n  import spam_and_eggs\nexcept ImportError: pass\nraise RuntimeError('spam_and_eggs must be installed')"
      ], "a", .missingDistribution, .likely),
    Case("a syntax of Python 2", ["a.py": "print 'x'"], "a", .pythonVersionUnsupported),
    Case("a name of Python 2", ["a.py": "unicode('x')"], "a", .pythonVersionUnsupported),
  ]

  @Test(arguments: cases) func cause(_ row: Case) throws {
    let folder = try TestFolder()
    for (name, text) in row.files { try folder.write(text, to: name) }
    let python = try #require(TestPython.any)
    let check = try Program(in: folder.path).check("--python", python.executable.string, row.target)
    #expect(check.diagnosis.first?.cause == row.cause)
    if let confidence = row.confidence { #expect(check.diagnosis.first?.confidence == confidence) }
  }

  /// The evidence of a refused variable shows its value.
  @Test(arguments: [("SPAM_BACKEND", "bogus-value", true), ("SPAM_API_KEY", "bogus-value", false)])
  func theValueOfAVariable(_ name: String, _ value: String, _ isShown: Bool) throws {
    let folder = try TestFolder()
    try folder.write("import os\nraise ValueError(\"\(name) is not valid\")", to: "site/spam/__init__.py")
    try folder.write("Name: spam\nVersion: 1.0\n", to: "site/spam-1.0.dist-info/METADATA")
    try folder.write("spam/__init__.py,,\n", to: "site/spam-1.0.dist-info/RECORD")
    let python = try #require(TestPython.any)
    let program = Program(in: folder.path, ["PYTHONPATH": folder.path.appending("site").string, name: value])
    let check = try program.check("--python", python.executable.string, "spam")
    let diagnosis = try #require(check.diagnosis.first)
    #expect(diagnosis.cause == .environmentVariable)
    #expect(diagnosis.evidence.contains { $0.contains(name) && $0.contains(value) } == isShown)
    #expect(diagnosis.evidence.contains("\(name) is set to `<redacted>`") == !isShown)
  }

  @Test(arguments: [
    ("PYTHONWARNINGS", "error", "import warnings\nwarnings.warn('old')"),
    ("PYTHONOPTIMIZE", "2", "'a docstring'\n__doc__.strip()"),
    ("SPAM_LEVEL", "other", "import logging, os\nlogging.basicConfig(level=os.environ['SPAM_LEVEL'])"),
  ])
  func aVariable(_ name: String, _ value: String, _ code: String) throws {
    let folder = try TestFolder()
    try folder.write(code, to: "a.py")
    let python = try #require(TestPython.any)
    let check = try Program(in: folder.path, [name: value]).check("--python", python.executable.string, "a")
    #expect(check.diagnosis.first?.cause == .environmentVariable)
    #expect(check.diagnosis.first?.evidence.contains("\(name) is set to `\(value)`") == true)
  }

  /// The code that fails does not name the variable.
  @Test(arguments: [
    ("SPAM_FOLDER", "/gone/spam", "raise FileNotFoundError(2, 'No such file', '/gone/spam/a.db')", true),
    ("SPAM_FOLDER", "/", "raise FileNotFoundError(2, 'No such file', '/gone/spam/a.db')", false),
    ("EGGS_LIMIT", "unlimited", "int('unlimited')", true),
    ("EGGS_LIMIT", "unlimited", "raise ValueError('it is unlimited')", false),
    ("EGGS_BACKENDS", "alpha,gamma", "raise ValueError('Backend gamma not found')", true),
    ("EGGS_HOSTS", "alpha,gamma", "raise ValueError('Backend gamma not found')", false),
    ("EGGS_BACKENDS", "alpha,gamma", "raise ValueError('Backend gamma is slow')", false),
  ])
  func aVariableThatIsRepeated(_ name: String, _ value: String, _ code: String, _ isBlamed: Bool) throws {
    let folder = try TestFolder()
    try folder.write(code, to: "site/ham/__init__.py")
    try folder.write("Name: ham\nVersion: 1.0\n", to: "site/ham-1.0.dist-info/METADATA")
    try folder.write("ham/__init__.py,,\n", to: "site/ham-1.0.dist-info/RECORD")
    let python = try #require(TestPython.any)
    let program = Program(in: folder.path, ["PYTHONPATH": folder.path.appending("site").string, name: value])
    let check = try program.check("--python", python.executable.string, "ham")
    #expect((check.diagnosis.first?.cause == .environmentVariable) == isBlamed, "\(check.diagnosis)")
    #expect(!isBlamed || check.diagnosis.first?.evidence.contains("\(name) is set to `\(value)`") == true)
  }

  /// Nothing shows which modules it has: the import by its name fails, and is no check to be left out.
  @Test func anEditableLinkThatLeadsNowhere() throws {
    let folder = try TestFolder()
    try folder.write("Name: spam\nVersion: 1.0\n", to: "site/spam-1.0.dist-info/METADATA")
    try folder.write(
      #"{"url": "file:///nowhere/spam", "dir_info": {"editable": true}}"#, to: "site/spam-1.0.dist-info/direct_url.json"
    )
    let python = try #require(TestPython.any)
    let program = Program(in: folder.path, ["PYTHONPATH": folder.path.appending("site").string])
    let check = try program.check("--python", python.executable.string, "spam")
    #expect(check.outcome == .failed && check.diagnosis.first?.cause == .brokenInstall, "\(check.diagnosis)")
  }

  /// An object without a module of its own is followed through the sources to the distribution that it comes from.
  @Test func whereANameComesFrom() throws {
    let made = try MadeDistributions()
    try made.install("eggs", files: ["eggs/__init__.py": "", "eggs/binding.py": "class Binding:\n  lib = object()\n"])
    try made.install(
      "spam",
      files: [
        "spam/__init__.py": "from ._util import lib as _lib\n_lib.NOTIFY_POLICY\n",
        "spam/_util.py": "from eggs.binding import Binding\nbinding = Binding()\nlib = binding.lib\n",
      ])
    let python = try #require(TestPython.any)
    let diagnosis = try #require(
      made.program.check("--python", python.executable.string, "spam").diagnosis.first)
    #expect(diagnosis.cause == .versionConflict && diagnosis.culprits == ["spam", "eggs"])
    #expect(diagnosis.evidence.contains("`_lib` comes from `eggs.binding` of eggs 1.0"), "\(diagnosis.evidence)")
  }
}
