import Testing

@testable import Diagnosis

@Suite struct CircularImportTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: CircularImport())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a cycle in one project",
      Sample.text(
        "ImportError",
        "cannot import name 'A' from partially initialized module 'spam.a' (most likely due to a circular import)",
        ["\(site)/spam/a.py", "\(site)/spam/b.py"]), .circularImport, .likely, culprits: ["spam"]),
    RuleCase(
      "the words alone",
      Sample.text(
        "ImportError",
        "cannot import name 'A' from partially initialized module 'spam' (most likely due to a circular import)"),
      .circularImport, .possible),
    RuleCase(
      "a submodule that is still running",
      Sample.text(
        "AttributeError", "module 'shop' has no attribute 'items'",
        ["/home/me/shop/items.py", "/home/me/shop/orders.py"]),
      .circularImport, .likely),
    RuleCase(
      "a submodule that nobody began",
      Sample.text("AttributeError", "module 'shop' has no attribute 'items'", ["/home/me/shop/orders.py"]), nil),
    RuleCase("no such words", Sample.text("ImportError", "cannot import name 'A' from 'spam'"), nil),
    RuleCase(
      "Python before 3.8, which does not say it",
      Sample.text(
        "ImportError", "cannot import name 'A' from 'shop.items' (/home/me/shop/items.py)",
        ["/home/me/shop/items.py", "/home/me/shop/orders.py"]), .circularImport, .likely),
    RuleCase(
      "a file beside the one that wants it",
      Sample.text(
        "ImportError", "cannot import name 'A'", ["/home/me/shop/items.py", "/home/me/shop/orders.py"],
        source: "from .items import A"), .circularImport, .likely),
    RuleCase(
      "a module whose code has run",
      Sample.text(
        "ImportError", "cannot import name 'A'", ["/home/me/shop/main.py", "/home/me/shop/orders.py"],
        source: "from .items import A"), nil),
    RuleCase(
      "a message in two lines",
      Sample.text(
        "ImportError",
        "cannot import name 'A' from partially\ninitialized module 'spam' (most likely due to a circular import)"),
      .circularImport, .possible),
    RuleCase(
      "a part that is not bound to its package yet",
      Sample.text(
        "AttributeError", "'module' object has no attribute 'txt'", ["\(Sample.site)/just/__init__.py"],
        source: "import just.txt as txt"), .circularImport, .likely, culprits: ["just"]),
    RuleCase(
      "a module under another name",
      Sample.text(
        "AttributeError", "'module' object has no attribute 'b'", ["/home/me/x.py"], source: "import shop as b"), nil),
    RuleCase(
      "a module that is running, of its package, in Python before 3.5",
      Sample.text(
        "ImportError", "cannot import name utc_tdb",
        ["\(site)/spam/__init__.py", "\(site)/spam/utc_tdb.py", "\(site)/spam/PINT_erfautils.py"]),
      .circularImport, .likely, culprits: ["spam"]),
    RuleCase(
      "another project's module of that name",
      Sample.text("ImportError", "cannot import name utils", ["\(site)/eggs/utils.py", "\(site)/spam/a.py"]), nil),
    RuleCase(
      "a script of that name", Sample.text("ImportError", "cannot import name tqdm", ["/home/me/tqdm.py"]), nil),
  ]
}
