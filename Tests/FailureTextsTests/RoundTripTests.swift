import FailureTexts
import FoundationEssentials
import Probing
import Supervision
import SystemPackage
import TestSupport
import Testing

/// What Python prints of an exception, read back, is what Python's own `traceback` says of it.
@Suite struct RoundTripTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    /// Python's minor version from which on the script runs.
    var since = 0

    init(_ testDescription: String, _ code: String, since: Int = 0) {
      self.testDescription = testDescription
      self.code = code
      self.since = since
    }
  }

  static let scripts: [Script] = [
    Script("absent module", "import absent_module"),
    Script("absent submodule", "import os.absent"),
    Script("absent name", "from os import absent_name"),
    Script("absent attribute", "import os\nos.absent_name"),
    Script("name nearly right", "import os\nos.pth"),
    Script("forgotten import", "def f():\n    return sys.path\nf()"),
    Script("absent import in a function", "def load(name):\n    return __import__(name)\n\nload(\n  'absent')"),
    Script("cause", "try:\n    import absent\nexcept ImportError as e:\n    raise RuntimeError('no') from e"),
    Script("context", "try:\n    import absent\nexcept ImportError:\n    {}['key']"),
    Script(
      "three in a chain",
      "try:\n    try:\n        import absent\n    except ImportError as e:\n        raise OSError('x') from e\n"
        + "except OSError:\n    1 / 0"),
    Script("suppressed context", "try:\n    import absent\nexcept ImportError:\n    raise KeyError('k') from None"),
    Script("message of several lines", "raise ImportError('one:\\n  two\\nthree')"),
    Script("message that begins with empty lines", "raise ImportError('\\n\\nIMPORTANT\\n\\nmore\\nend')"),
    Script("no message", "raise ImportError"),
    Script("message with colons", "raise ImportError('lib.so: version: not found')"),
    Script("message beyond ASCII", "raise ImportError('größer – 你好 😀')"),
    Script("own type", "class Failure(Exception): pass\nraise Failure('own')"),
    Script("own type in a class", "class A:\n    class B(Exception): pass\nraise A.B('own')"),
    Script("type of a module", "import zipfile\nraise zipfile.BadZipFile('not a zip')"),
    Script("recursion", "def f(n):\n    if n: f(n - 1)\n    else: import absent\nf(30)"),
    Script("syntax", "compile('x = = 1', 'file.py', 'exec')"),
    Script("indentation", "compile('if 1:\\nx', 'file.py', 'exec')"),
    Script("warning raised", "raise UserWarning('as an error')"),
    Script("loader", "import ctypes\nctypes.CDLL('libabsent.so.7')"),
    Script(
      "notes", "try:\n    import absent\nexcept ImportError as e:\n    e.add_note('a note')\n    raise", since: 11),
    Script(
      "group",
      "def member(name):\n    try:\n        __import__(name)\n    except ImportError as e:\n        return e\n"
        + "raise ExceptionGroup('two', [member('absent_a'), member('absent_b')])", since: 11),
    Script(
      "group within a group",
      "raise ExceptionGroup('o', [ExceptionGroup('i', [ValueError('1\\n2')]), KeyError('k')])", since: 11),
    Script(
      "group with a cause",
      "try:\n    import absent\nexcept ImportError as e:\n    raise ExceptionGroup('g', [OSError('m')]) from e",
      since: 11),
  ]

  @Test(arguments: TestPython.all)
  func sameFacts(_ python: TestPython) throws {
    let folder = try TestFolder()
    try folder.write(Self.harness, to: "harness.py")
    for script in Self.scripts where python.version.minor >= script.since {
      let file = try folder.write(script.code + "\n", to: "script.py")
      let run = try Program(in: folder.path, ["PYTHONIOENCODING": "utf-8"]).run(
        python.executable, ["harness.py", file.string])
      let failures = FailureText(Array(run.errors.utf8)).failures
      #expect(failures.count == 1, "\(script)")
      let read = try #require(failures.first?.exception, "\(script)")
      let said = try JSONDecoder().decode(Said.self, from: Data(run.output.utf8))
      #expect(Said(read) == said, "\(script.testDescription):\n\(run.errors)")
      #expect(failures.first?.isTruncated == false, "\(script)")
    }
  }

  /// Says on the one stream what the exception is and prints it on the other.
  static let harness = """
    import json, sys, traceback

    def said(error):
        te = traceback.TracebackException.from_exception(error)
        syntax = isinstance(error, SyntaxError)
        suppressed = error.__suppress_context__ and error.__cause__ is None
        before = error.__cause__ or (None if suppressed else error.__context__)
        return {
            "type": type(error).__name__,
            "message": error.msg if syntax else str(error),
            "frames": [[f.filename, str(f.lineno), f.name, f.line] for f in te.stack],
            "place": [error.filename, str(error.lineno)] if syntax else [],
            "notes": list(getattr(error, "__notes__", [])),
            "name": error.name if isinstance(error, ImportError) else None,
            "members": [said(e) for e in getattr(error, "exceptions", [])],
            "before": [said(before)] if before is not None else [],
            "relation": None if before is None else "cause" if error.__cause__ else "context",
        }

    try:
        exec(compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec"), {"__name__": "__main__"})
    except BaseException as error:
        def cut(e):
            # Without the frame of this harness.
            if e is not None and e.__traceback__ and e.__traceback__.tb_frame.f_code.co_filename == __file__:
                e.__traceback__ = e.__traceback__.tb_next
        cut(error)
        json.dump(said(error), sys.stdout)
        traceback.print_exception(type(error), error, error.__traceback__)
    """
}

/// What the harness says.
private struct Said: Codable, Equatable {
  var type: String
  var message: String
  var frames: [[String]]
  var place: [String]
  var notes: [String]
  var name: String?
  var members: [Said]
  var before: [Said]
  var relation: String?

  init(_ facts: ExceptionFacts) {
    type = facts.type
    message = facts.message
    frames = facts.frames.map { [$0.file.description, String($0.line), $0.function, $0.source ?? ""] }
    place = facts.syntax.map { [$0.file?.description ?? "", $0.line.map(String.init) ?? ""] } ?? []
    notes = facts.notes
    // Others have a name from Python 3.10 on.
    name = type == "ImportError" || type == "ModuleNotFoundError" ? facts.name : nil
    members = facts.inner.filter { $0.relation == nil }.map(Said.init)
    before = facts.inner.filter { $0.relation != nil }.map(Said.init)
    relation = facts.inner.lazy.compactMap(\.relation).first?.rawValue
  }
}
