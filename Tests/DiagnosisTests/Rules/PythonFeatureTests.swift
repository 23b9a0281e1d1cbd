import Testing

@testable import Diagnosis

@Suite struct PythonFeatureTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: PythonFeature())
  }

  struct Release: Sendable, CustomTestStringConvertible {
    let minor: Int?
    let sentence: String
    var testDescription: String { "3.\(minor.map(String.init) ?? "?")" }
  }

  static let releases: [Release] = [
    Release(minor: nil, sentence: "f-strings exist from Python 3.6 on"),
    Release(minor: 5, sentence: "f-strings exist from Python 3.6 on"),
    Release(minor: 11, sentence: "f-strings of this form exist from Python 3.12 on"),
  ]

  @Test(arguments: releases) func datesFormattedStrings(_ row: Release) {
    let evidence = Sample.text(
      "SyntaxError", "invalid syntax", ["\(Self.site)/a/x.py"], source: #"log(f"{a}")"#, minor: row.minor)
    let finding = PythonFeature().finding(in: evidence)
    #expect(finding.map { $0.summary.contains(row.sentence) } == true)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "an f-string in installed code is no syntax of this Python",
      Sample.text("SyntaxError", "invalid syntax", ["\(site)/python_ta/x.py"], source: "f'{a}'", minor: 5),
      .pythonVersionUnsupported),
    RuleCase(
      "print of Python 2", Sample.text("SyntaxError", "Missing parentheses in call to 'print'"),
      .pythonVersionUnsupported),
    RuleCase(
      "a mistake of the user's own", Sample.text("SyntaxError", "invalid syntax", ["/home/me/x.py"], source: "a = = b"),
      nil),
    RuleCase("unicode", Sample.text("NameError", "name 'unicode' is not defined"), .pythonVersionUnsupported, .likely),
    RuleCase("another name", Sample.text("NameError", "name 'spam' is not defined"), nil),
    RuleCase(
      "types joined in 3.9",
      Sample.text("TypeError", "unsupported operand type(s) for |: 'type' and 'NoneType'", minor: 9),
      .pythonVersionUnsupported, .certain),
    RuleCase(
      "types joined in 3.12, where that is something else",
      Sample.text("TypeError", "unsupported operand type(s) for |: 'type' and 'NoneType'", minor: 12), nil),
    RuleCase(
      "a mutable default",
      Sample.text("ValueError", "mutable default <class 'X'> for field y is not allowed", minor: 11),
      .pythonVersionUnsupported),
    RuleCase(
      "an old copy of six",
      Sample.text("ModuleNotFoundError", "No module named 'kafka.vendor.six.moves'", ["\(site)/kafka/x.py"], minor: 12),
      .pythonVersionUnsupported, .certain),
    RuleCase(
      "what six never had", Sample.text("ModuleNotFoundError", "No module named 'six.moves.spam'", minor: 12), nil),
    RuleCase(
      "a copy of six where its importer is asked",
      Sample.text("ModuleNotFoundError", "No module named 'kafka.vendor.six.moves'", minor: 11), nil),
    RuleCase(
      "it says so", Sample.text("RuntimeError", "spam requires Python 3.12 or newer"), .pythonVersionUnsupported),
    RuleCase(
      "metadata says so, too",
      Sample.live(
        "SyntaxError", "invalid syntax", ["\(site)/polars/x.py"], source: "match x:", minor: 9, installed: "polars 1.9"
      ) {
        $0.conflict("polars", "python>=3.10", found: "3.9.1", .python)
      }, .pythonVersionUnsupported, .certain, culprits: ["polars"]),
    RuleCase(
      "flags amid a regular expression",
      Sample.text("error", "global flags not at the start of the expression at position 6", minor: 11),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "what classes of 3.13 have",
      Sample.text("AssertionError", "additional attributes {'__firstlineno__', '__static_attributes__'}", minor: 13),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "the library refuses to define a class of installed code",
      Sample.text("TypeError", "no", ["\(site)/spam/__init__.py", "/usr/lib/python3.11/enum.py"], minor: 11),
      .pythonVersionUnsupported, .possible, culprits: ["spam"]),
    RuleCase(
      "the same of a user's own code",
      Sample.text("TypeError", "no", ["/w/spam.py", "/usr/lib/python3.11/enum.py"], minor: 11), nil),
    RuleCase(
      "the library fails at work",
      Sample.text("ValueError", "no", ["\(site)/spam/__init__.py", "/usr/lib/python3.11/json/decoder.py"], minor: 11),
      nil),
    RuleCase(
      "a future that is not there yet", Sample.text("SyntaxError", "future feature annotations is not defined"),
      .pythonVersionUnsupported),
    RuleCase(
      "types of `typing` joined",
      Sample.text("TypeError", "unsupported operand type(s) for |: 'ABCMeta' and 'NoneType'"),
      .pythonVersionUnsupported),
    RuleCase(
      "numbers joined", Sample.text("TypeError", "unsupported operand type(s) for |: 'float' and 'int'"), nil),
    RuleCase(
      "quotation marks in an f-string", Sample.text("SyntaxError", "f-string: unmatched '['"),
      .pythonVersionUnsupported),
    RuleCase(
      "it says so of itself", Sample.text("SystemExit", "Python 3.9 or newer is required"), .pythonVersionUnsupported),
    RuleCase(
      "an importer as it was before 3.12",
      Sample.text("AttributeError", "'VendorImporter' object has no attribute 'find_spec'"), .pythonVersionUnsupported),
    RuleCase(
      "a wheel of another release",
      Sample.text("?", "ERROR: spam-1.0-cp39-cp39-win32.whl is not a supported wheel on this platform."),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "arguments behind `*x`", Sample.text("SyntaxError", "only named arguments may follow *expression"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "characters beyond ASCII in Python 2",
      Sample.text("SyntaxError", "Non-ASCII character '\\xe2' in file x.py on line 3, but no encoding declared"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "the type of a variable", Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "names: List[str]"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "the type of a variable in a Python that has such",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "names: List[str]", minor: 8), nil),
    RuleCase(
      "an entry of a dictionary", Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "name: Value,"), nil
    ),
    RuleCase("a block", Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "else: X = 1"), nil),
    RuleCase(
      "a condition", Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "if x: str = y"), nil),
    RuleCase(
      "the types of parameters",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "def update(path: str):"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "a function without types",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "def update(path):"),
      nil),
    RuleCase(
      "raise of Python 2",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "raise ValueError, \"no\""),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "raise with two arguments",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "raise ValueError(a, b"), nil),
    RuleCase(
      "`async def`", Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "async def main():"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "a misplaced `await`",
      Sample.text("SyntaxError", "'await' outside function", ["main.py"], source: "await main()"), nil),
    RuleCase(
      "print as a function",
      Sample.text("SyntaxError", "invalid syntax", ["main.py"], source: "print(x, file=sys.stderr)"),
      .pythonVersionUnsupported, .likely),
    RuleCase("a number of Python 2", Sample.text("SyntaxError", "invalid token"), .pythonVersionUnsupported, .likely),
    RuleCase(
      "super of Python 3", Sample.text("TypeError", "super() takes at least 1 argument (0 given)"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "a list of Python 2", Sample.text("TypeError", "'dict_keys' object is not subscriptable"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "an exception that is younger", Sample.text("NameError", "name 'FileNotFoundError' is not defined"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "an exception that is not so young",
      Sample.text("NameError", "name 'FileNotFoundError' is not defined", minor: 8), nil),
    RuleCase(
      "an argument of Python 3",
      Sample.text("TypeError", "'encoding' is an invalid keyword argument for this function"),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "PEP 479", Sample.text("RuntimeError", "generator raised StopIteration", ["\(Sample.site)/spam/x.py"]),
      .pythonVersionUnsupported, culprits: ["spam"]),
    RuleCase(
      "an argument of a class of nobody",
      Sample.text("TypeError", "__init__() got an unexpected keyword argument 'version'"),
      nil),
    RuleCase(
      "a package of Python 2 that imports what lies beside it",
      Sample.text(
        "ModuleNotFoundError", "No module named 'node'", ["\(site)/roshelper/__init__.py"],
        source: "from node import Node"), .pythonVersionUnsupported, .likely),
    RuleCase(
      "a requirement of a package",
      Sample.text(
        "ModuleNotFoundError", "No module named 'vine'", ["\(site)/kombu/__init__.py"],
        source: "from vine import promise"),
      nil),
    RuleCase(
      "a string of Python 2 and of 3.3",
      Sample.text("SyntaxError", "invalid syntax", ["/w/pbs.py"], source: "else: return u\"\"", minor: 2),
      .pythonVersionUnsupported, .certain),
    RuleCase(
      "such a string in a release that takes it",
      Sample.text("SyntaxError", "invalid syntax", ["/w/pbs.py"], source: "else: return u\"\"", minor: 8), nil),
    RuleCase(
      "a version that is required", Sample.text("RuntimeError", "Python version 2.7 or 3.4+ is required."),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "what a package warned of before the text ends",
      Sample.text(
        Sample.exception(RaisedException.unknownType, "", ["\(site)/spacy/__init__.py"]),
        output: "UserWarning: Core Pydantic V1 functionality isn't compatible with Python 3.14 or greater."),
      .pythonVersionUnsupported, .likely, culprits: ["spacy"]),
    RuleCase(
      "such a warning before another exception",
      Sample.text(
        Sample.exception("ImportError", "cannot import name 'a' from 'b'", ["\(site)/spacy/__init__.py"]),
        output: "UserWarning: Core Pydantic V1 functionality isn't compatible with Python 3.14 or greater."), nil),
  ]

  /// What compilers say of code for another release, or the code, and whether it is older than this one.
  static let syntax: [(message: String, code: String, minor: Int, python: String)] = [
    ("can not delete variable 'mask' referenced in nested scope", "del mask", 1, "3.2 or newer"),
    ("unqualified exec is not allowed in function 'f' it contains a nested function", "exec(x)", -1, "3"),
    ("more than 255 arguments", "f(1, 2)", 6, "3.7 or newer"),
    ("'continue' not supported inside 'finally' clause", "continue", 7, "3.8 or newer"),
    ("'yield' inside async function", "yield x", 5, "3.6 or newer"),
    ("import * only allowed at module level", "from os import *", 11, "2.7"),
    ("cannot assign to True", "True = 1", 11, "2.7"),
    ("bytes can only contain ASCII literal characters", "x = b'ä'", 11, "2.7"),
    ("name 'x' is assigned to before global declaration", "global x", 11, "3.5 or older"),
    ("invalid decimal literal", "x = 10L", 11, "2.7"), ("invalid syntax", "x = ur\"a\"", 11, "2.7"),
    ("invalid syntax", "key=lambda (k, v): v)", 8, "2.7"), ("invalid syntax", "def f(self, (a, b)):", 8, "2.7"),
  ]

  @Test(arguments: syntax) func knowsTheReleaseThatTakesIt(
    _ row: (message: String, code: String, minor: Int, python: String)
  ) {
    let exception = Sample.exception("SyntaxError", row.message, ["/w/x.py"], source: row.code)
    #expect(LanguageFeature(exception, minor: row.minor, isInstalled: false)?.python == row.python)
  }
}
