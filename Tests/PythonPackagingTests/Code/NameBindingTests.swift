import PythonPackaging
import Testing

@Suite struct NameBindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let binding: NameBinding?

    init(_ name: String, _ code: String, _ binding: NameBinding?) {
      (testDescription, self.code, self.binding) = (name, code, binding)
    }
  }

  static let bindings: [Case] = [
    Case("a module", "import x", .module("x")),
    Case("a module in a package", "import x.y.z", .module("x.y.z")),
    Case("a module by another name", "import a, b.c as x", .module("b.c")),
    Case("a name of a module", "from a.b import c, x", .member("x", of: "a.b")),
    Case("a name by another name", "from a import (\n  b,\n  c as x,  # so\n)", .member("c", of: "a")),
    Case("relative", "from . import x", .member("x", of: "p.q")),
    Case("relative, one up", "from ..r import y as x", .member("y", of: "p.r")),
    Case("relative, too far", "from .... import x", nil),
    Case("the other name of another one", "from a import x as b", nil),
    Case("all names", "from a import *", nil),
    Case("what another name leads to", "x = a.b(c)", .name("a")),
    Case("with a type", "x: T[int] = a()", .name("a")),
    Case("of itself", "x = x.y", nil),
    Case("a number", "x = 3", nil),
    Case("compared", "x == a", nil),
    Case("part of it", "x.y = a", nil),
    Case("a class", "class x(a.B, C):\n  pass", .name("a")),
    Case("a class of nothing", "class x:\n  pass", nil),
    Case("a decorated function", "@a.b(c)\ndef x():\n  pass", .name("a")),
    Case("with two decorators", "@a\n@b\nasync def x(): pass", .name("a")),
    Case("a function after something decorated", "@a\ndef y(): pass\ndef x(): pass", nil),
    Case("decorated by itself", "@x\ndef x(): pass", nil),
    Case("the last", "import x\nfrom a import x", .member("x", of: "a")),
    Case("behind the line", "import x\n\n\n\nfrom a import x", .module("x")),
    Case("where the first fails", "try:\n  import x\nexcept ImportError:\n  import b as x", .module("x")),
    Case("on a condition alone", "if a:\n  import b as x", .module("b")),
    Case("in a function", "def f():\n  from a import x\n  x.y", .member("x", of: "a")),
    Case("for type checkers", "if TYPE_CHECKING:\n  import x", nil),
    Case("in a string", "'''\nimport x\n'''", nil),
  ]

  @Test(arguments: bindings) func whatANameStandsFor(_ row: Case) {
    #expect(PythonSource(Array(row.code.utf8)).binding(of: "x", before: 5, in: ["p", "q"]) == row.binding)
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let attribute: String?
    let names: [String]

    init(_ name: String, _ code: String, before attribute: String? = nil, _ names: String...) {
      (testDescription, self.code, self.attribute, self.names) = (name, code, attribute, names)
    }
  }

  static let lines: [Line] = [
    Line("of an attribute", "a = b.c.want + d.want", before: "want", "b", "d"),
    Line("of what a call gives", "a = b(c.d).e[0].want", before: "want", "b"),
    Line("inside of a call", "f(b.want)", before: "want", "b"),
    Line("of something else", "a.b.c", before: "want"),
    Line("of a string", "''.want", before: "want"),
    Line("in brackets that nobody opened", ").want", before: "want"),
    Line("all", "f(a.b, c=d)", "f", "a", "d"),
    Line("of a class", "class A(b.C, metaclass=D):", "class", "A", "b", "D"),
    Line("over several lines", "f(a,\n  b,\n  c)", "f", "a", "b", "c"),
    Line("nothing", ""),
  ]

  @Test(arguments: lines) func namesInALine(_ row: Line) {
    #expect(PythonSource(Array("\(row.code)\n".utf8)).names(at: 3, before: row.attribute) == row.names)
  }

  struct Call: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let names: [String]

    init(_ name: String, _ code: String, _ names: String...) {
      (testDescription, self.code, self.names) = (name, code, names)
    }
  }

  static let calls: [Call] = [
    Call("by a name", "r = f(a, want=1)", "f"),
    Call("by an attribute", "r = a.b(c(d), want=1)", "a"),
    Call("inside of another call", "f(g(want=1), x=2)", "g"),
    Call("of what a call gives", "f(x).b(want=1)", "f"),
    Call("compared", "f(want == 1)"),
    Call("in no brackets", "want = 1"),
    Call("in brackets of nothing", "(want=1)"),
    Call("of another name", "f(x=1)"),
  ]

  @Test(arguments: calls) func whatIsCalledWithAKeyword(_ row: Call) {
    #expect(PythonSource(Array("\(row.code)\n".utf8)).names(at: 1, calledWith: "want") == row.names)
  }

  @Test func theClassAroundALine() {
    let code = "class A(b.C):\n  x = 1\n  def f(self):\n    super().f(1)\ny = 2\n"
    let source = PythonSource(Array(code.utf8))
    #expect([1, 2, 4, 5].map { source.classLine(around: $0) } == [nil, 1, 1, nil])
    #expect(source.classLine(around: 0) == nil)
  }

  @Test func cutAnywhere() {
    let code = Array("from .a import (b as c)\nx: T = f(y)[0].want\nclass x(z): pass\n".utf8)
    for end in code.indices {
      let source = PythonSource(Array(code[..<end]))
      _ = (source.binding(of: "x", in: ["p"]), source.names(at: 2, before: "want"), source.names(at: 9))
      _ = source.names(at: 2, calledWith: "y")
      _ = source.classLine(around: end)
    }
  }
}
