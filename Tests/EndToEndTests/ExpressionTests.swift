import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// What is told of expressions that are not true after the import of a module with known values.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct ExpressionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let expression: String
    let values: [String]
    var exception: String?
    var testDescription: String { expression }

    init(_ expression: String, _ values: String..., exception: String? = nil) {
      (self.expression, self.values, self.exception) = (expression, values, exception)
    }
  }

  static let rows: [Row] = [
    Row("m.one == 2", "m.one = 1"), Row("m.one > m.two", "m.one = 1", "m.two = 2"),
    Row("1 < m.one < m.two", "m.one = 1"), Row("not m.one", "m.one = 1"),
    Row("m.zero", "m.zero = 0"), Row("m.one and m.zero", "m.one = 1", "m.zero = 0"),
    Row("m.zero or m.same(m.zero)", "m.zero = 0", "m.same(m.zero) = 0"),
    Row("m.same(m.zero)", "m.zero = 0"), Row("m.text == 'ü'", #"m.text = "it's""#),
    Row("m.one == m.one == 3", "m.one = 1"),
    Row("m.two == 2 # two\n and m.zero", "m.two = 2", "m.two == 2 = True", "m.zero = 0"),
    // What was evaluated once may come out otherwise: then the first answer counts, and the values are the second's.
    Row("m.first() == 2", "m.first() = 2"),
    Row("m.bad == 1", "m.bad = <repr raises ValueError>"),
    Row("m.long == 1", "m.long = '" + String(repeating: "x", count: 499) + "…"),
    Row("m.nothing", exception: "AttributeError"), Row("m.one +", exception: "SyntaxError"),
    Row("m.one = 1", exception: "SyntaxError"), Row("m.truthless", exception: "ZeroDivisionError"),
    Row("n == 1", exception: "NameError"),
  ]

  static let alwaysTrue: [(expression: String, isTold: Bool)] = [
    ("m.one == 2, 'one is not two'", true), ("(m.one == 2, 'one is not two')", true), ("'text'", true), ("1", true),
    ("[m.zero]", true), ("{m.zero}", true), ("{'a': m.zero}", true), ("lambda: m.zero", true),
    ("(0 for _ in m.text)", true),
    ("True", true), ("m.pair", false), ("(*m.pair,)", false), ("{**m.table}", false), ("m.one == 1", false),
    ("(m.one == 1)", false), ("m.one == 1 # one, two", false),
  ]

  /// Python itself warns of the first where it stands in a statement.
  @Test(arguments: alwaysTrue)
  func trueWhateverWasImported(_ expression: String, _ isTold: Bool) throws {
    let folder = try TestFolder()
    try folder.write(Self.module, to: "m.py")
    try folder.write("[tool.realimport.checks.m]\nexpressions = [\"\(expression)\"]\n", to: "pyproject.toml")
    let (report, status) = try Program(in: folder.path).report()
    let told = report.checks.flatMap(\.warnings)
    #expect(status == 0 && told.map(\.code) == (isTold ? ["always-true"] : []))
    #expect(
      told.allSatisfy { $0.message.hasPrefix("the expression `\(expression)` is true whatever was imported: it is") })
    #expect(try Program(in: folder.path).report("--strict").status == (isTold ? 1 : 0))
  }

  private static let module = """
    one, two, zero, text, long = 1, 2, 0, "it's", 'x' * 1000
    calls, pair, table = [], (0, 0), {'a': 1}
    def same(value): return value
    def first(): calls.append(1); return len(calls)
    class Bad:
        def __repr__(self): raise ValueError
        def __eq__(self, other): return False
    class Truthless:
        def __bool__(self): return 1 / 0 > 0
    bad, truthless = Bad(), Truthless()
    """

  /// Each in a process of its own, since evaluating may change what the next one finds.
  @Test(arguments: rows)
  func notTrue(_ row: Row) throws {
    let folder = try TestFolder()
    try folder.write(Self.module, to: "m.py")
    let literal = row.expression.replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    try folder.write("[tool.realimport.checks.m]\nexpressions = [\"\(literal)\"]\n", to: "pyproject.toml")
    let check = try Program(in: folder.path).check()
    #expect(check.outcome == .failed && check.phase == .attribute)
    // The one whose answer differs from call to call fails once more in plain Python, which calls it for the first time.
    #expect(check.confirmed == true)
    let expression = try #require(check.expressions.first)
    #expect(check.expressions.count == 1 && !expression.holds && expression.expression == row.expression)
    #expect(expression.values.map { "\($0.expression) = \($0.value)" } == row.values)
    #expect(expression.exception?.type == row.exception)
  }
}
