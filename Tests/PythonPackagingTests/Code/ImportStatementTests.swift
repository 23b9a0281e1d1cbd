import PythonPackaging
import Testing

@Suite struct ImportStatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let imports: [ImportStatement]

    init(_ name: String, _ code: String, _ imports: ImportStatement...) {
      (testDescription, self.code, self.imports) = (name, code, imports)
    }
  }

  static let names: [Case] = [
    Case("one module", "import a.b as c", ImportStatement(["a.b"], line: 1)),
    Case("several", "import a, b.c as d", ImportStatement(["a", "b.c"], line: 1)),
    Case("names of a module", "from a.b import c, d as e", ImportStatement(["a.b", "a.b.c", "a.b.d"], line: 1)),
    Case("all names", "from a import *", ImportStatement(["a"], line: 1)),
    Case("in brackets", "from a import (  # why\n  b,\n  c,\n)\n", ImportStatement(["a", "a.b", "a.c"], line: 1)),
    Case("relative", "from . import c", ImportStatement(["p.q", "p.q.c"], line: 1, isRelative: true)),
    Case("relative, one up", "from ..r import c", ImportStatement(["p.r", "p.r.c"], line: 1, isRelative: true)),
    Case("relative, too far", "from .... import c"),
    Case("by a function", "import_module('a.b')", ImportStatement(["a.b"], line: 1)),
    Case(
      "by a function, relative", "m = importlib.import_module('.c', __package__)",
      ImportStatement(["p.q.c"], line: 1, isRelative: true)),
    Case("by a function, something else", "__import__('no name')"),
    Case("two in one line", "import a; import b", ImportStatement(["a"], line: 1), ImportStatement(["b"], line: 1)),
    Case(
      "continued", "from a \\\n  import b\nimport c", ImportStatement(["a", "a.b"], line: 1),
      ImportStatement(["c"], line: 3)),
    Case("in a string", "'''\nimport a\n'''\nx = \"import b\"\n"),
    Case(
      "in a raw string, behind a backslash and a quote", "x = r'\\'; import a'\nimport b",
      ImportStatement(["b"], line: 2)),
    Case("in a comment", "# import a\nx = 1  # import b\n"),
    Case("no keyword", "important = 1\nfromage = 2\nself.import_ = 3\n"),
  ]

  @Test(arguments: names) func namesOfModules(_ row: Case) {
    #expect(PythonSource(Array(row.code.utf8)).imports(in: ["p", "q"]) == row.imports)
  }

  struct Handling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let isHandled: Bool
    var occasion: ImportStatement.Occasion

    init(_ name: String, _ code: String, _ isHandled: Bool, _ occasion: ImportStatement.Occasion = .importing) {
      (testDescription, self.code, self.isHandled, self.occasion) = (name, code, isHandled, occasion)
    }
  }

  static let handlings: [Handling] = [
    Handling("nothing around", "import a", false),
    Handling("any exception", "try:\n  import a\nexcept:\n  pass", true),
    Handling("an ImportError", "try:\n  import a\nexcept ImportError as e:\n  log(e)", true),
    Handling("one of several", "try:\n  import a\nexcept (OSError, ImportError):\n  a = None", true),
    Handling("a later clause", "try:\n  import a\nexcept OSError:\n  raise\nexcept Exception:\n  pass", true),
    Handling("on one line", "try: import a\nexcept ImportError: a = None", true),
    Handling("another exception", "try:\n  import a\nexcept OSError:\n  pass", false),
    Handling("a module that is not there", "try:\n  import a\nexcept ModuleNotFoundError:\n  pass", false),
    Handling("what is caught and raised", "try:\n  import a\nexcept ImportError:\n  if x:\n    raise", false),
    Handling(
      "raised in turn, caught farther out",
      "try:\n  try:\n    import a\n  except ImportError:\n    raise X\nexcept Exception:\n  pass", true),
    Handling("what a function raises later", "try:\n  import a\nexcept ImportError:\n  def a():\n    raise X", true),
    Handling("behind the attempt", "try:\n  x()\nexcept ImportError:\n  pass\nimport a", false),
    Handling(
      "where the attempt went well", "try:\n  x()\nexcept ImportError:\n  pass\nelse:\n  import a", false, .condition),
    Handling("in the clause itself", "try:\n  x()\nexcept ImportError:\n  import a", false, .condition),
    Handling("at the end of an attempt", "try:\n  x()\nfinally:\n  import a", false),
    Handling("in a function", "def f():\n  import a", false, .call),
    Handling(
      "in a function with an attempt", "async def f():\n  try:\n    import a\n  except ImportError:\n    pass", true,
      .call),
    Handling(
      "in an attempt that holds the function", "try:\n  def f():\n    import a\nexcept ImportError:\n  pass", false,
      .call),
    Handling("suppressed", "with contextlib.suppress(ImportError):\n  import a", true),
    Handling("in another context", "with suppress(KeyError):\n  import a", false),
    Handling("on a condition", "if x:\n  pass\nelse:\n  import a", false, .condition),
    Handling("in a class", "class C:\n  import a", false),
    Handling("behind a comment at the margin", "try:\n  x()\n# so\n  import a\nexcept Exception: pass", true),
  ]

  @Test(arguments: handlings) func whatBecomesOfAFailure(_ row: Handling) {
    let imports = PythonSource(Array(row.code.utf8)).imports()
    #expect(imports.map(\.isHandled) == [row.isHandled] && imports.map(\.occasion) == [row.occasion])
  }

  @Test func whatTypeCheckersRead() {
    let code = "if typing.TYPE_CHECKING:\n  import a\nif not TYPE_CHECKING:\n  import b\n"
    #expect(PythonSource(Array(code.utf8)).imports().map(\.modules) == [["b"]])
  }

  @Test(arguments: [("a", true), ("a.b", true), ("a.b.c", false), ("a.bc", false)])
  func modulesOnTheWay(_ module: String, isImported: Bool) {
    #expect(ImportStatement(["a.b"], line: 1).imports(module) == isImported)
  }

  static let mentions: [(code: String, isMentioned: Bool)] = [
    ("load('libx.so')", true), ("libx = 1", true), ("NAMES = [\n  'libx',\n]", true), ("# libx", false),
    ("'''libx'''", false), ("def f():\n  'opens libx'\n  return 1", false), ("load('libxy.so')", false),
  ]

  @Test(arguments: mentions) func words(_ row: (code: String, isMentioned: Bool)) {
    #expect(PythonSource(Array(row.code.utf8)).mentions("libx") == row.isMentioned)
  }

  /// Whatever the bytes are, reading ends; the deepest nests are those that Python refuses.
  @Test(arguments: [
    "try:", "(", "'''", "\\\n", "if a:\n ", "import ", "from . ", "except:", "\0", "\u{FEFF}", "raise;",
  ])
  func noPython(_ piece: String) {
    let code = String(repeating: piece, count: 20_000)
    #expect(PythonSource(Array(code.utf8)).imports(in: []).allSatisfy { !$0.isHandled })
  }

  @Test func cutAnywhere() {
    let code = Array("try:\n  from .a import (b, 'c')\nexcept (ImportError, X) as e: raise\nx = r'\\'; f\"{y}\"\n".utf8)
    for end in code.indices { _ = PythonSource(Array(code[..<end])).imports(in: ["p"]) }
  }
}
