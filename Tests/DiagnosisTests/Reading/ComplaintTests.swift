import Testing

@testable import Diagnosis

@Suite struct ComplaintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let exception: RaisedException
    let expected: Complaint

    init(_ type: String, _ message: String, _ expected: Complaint, source: String? = nil) {
      testDescription = "\(type): \(message.prefix(80))"
      exception = Sample.exception(type, message, ["/x.py"], source: source)
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case("ModuleNotFoundError", "No module named 'a.b'", .noModule("a.b", isInNoPackage: false)),
    Case("ModuleNotFoundError", "No module named 'a.b'; 'a' is not a package", .noModule("a.b", isInNoPackage: true)),
    Case("ImportError", "No module named yaml", .noModule("yaml", isInNoPackage: false)),
    Case("ImportError", "No module named '_sqlite3", .noModule("_sqlite3", isInNoPackage: false)),
    Case("ImportError", "cannot import name ‘n‘ from ‘m‘", .noName("n", module: "m", file: nil, isPartial: false)),
    Case(
      "ImportError", "cannot import name 'n' from 'm' (/x/m.py)",
      .noName("n", module: "m", file: "/x/m.py", isPartial: false)),
    Case(
      "ImportError",
      "cannot import name 'n' from partially initialized module 'm' (most likely due to a circular import) (/x/m.py)",
      .noName("n", module: "m", file: "/x/m.py", isPartial: true)),
    Case(
      "ImportError", "cannot import name 'n' from 'm' (unknown location)",
      .noName("n", module: "m", file: nil, isPartial: false)),
    Case("ImportError", "cannot import name 'n'", .noName("n", module: nil, file: nil, isPartial: false)),
    Case(
      "ImportError", "cannot import name 'n'", .noName("n", module: "a.b", file: nil, isPartial: false),
      source: "from a.b import n"),
    Case(
      "AttributeError", "module 'm' has no attribute 'n'", .noModuleAttribute("n", module: "m", isPartial: false)),
    Case(
      "AttributeError", "partially initialized module 'm' has no attribute 'n' (most likely due to a circular import)",
      .noModuleAttribute("n", module: "m", isPartial: true)),
    Case("AttributeError", "'T' object has no attribute 'n'", .noAttribute("n", type: "T")),
    Case("AttributeError", "type object 'T' has no attribute 'n'", .noAttribute("n", type: "T")),
    Case(
      "RuntimeError", "Failed to import x because of the following error:\n'T' object has no attribute 'n'",
      .noAttribute("n", type: "T")),
    Case("TypeError", "f() got an unexpected keyword argument 'x'", .arguments(of: "f")),
    Case("TypeError", "C.__init__() missing 1 required positional argument: 'x'", .arguments(of: "C.__init__")),
    Case("ValueError", "no", .other),
    Case("ImportError", "cannot import name ''", .other),
    Case("AttributeError", "' has no attribute '", .other),
    Case("ImportError", "No module named ", .other),
    Case("ImportError", String(repeating: "(", count: 100_000), .other),
    Case(
      "ImportError", "cannot import name 'n' from 'm'\n(/x/m.py)",
      .noName("n", module: "m", file: "/x/m.py", isPartial: false)),
    Case(
      "ImportError", "No module named parser.core", .noModule("pkg.parser.core", isInNoPackage: false),
      source: "from pkg.parser.core import x"),
    Case(
      "ImportError", "cannot import name 'n'", .noName("n", module: "a.b", file: nil, isPartial: false),
      source: "from a.b import ("),
    Case(
      "TypeError", "f(): incompatible function arguments. The following argument types are supported:",
      .arguments(of: "f")),
  ]

  @Test(arguments: cases) func reads(_ row: Case) {
    #expect(row.exception.complaint == row.expected)
  }
}
