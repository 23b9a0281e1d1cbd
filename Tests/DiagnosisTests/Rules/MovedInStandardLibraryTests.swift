import Testing

@testable import Diagnosis

@Suite struct MovedInStandardLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: MovedInStandardLibrary())
  }

  private static func cutOff(_ minor: Int?) -> Evidence {
    Sample.text(
      RaisedException.unknownType, "", ["\(Sample.site)/pkg_resources/__init__.py"],
      source: "register_finder(pkgutil.ImpImporter, find_on_path)", minor: minor)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "collections.Mapping in 3.10",
      Sample.text(
        "ImportError", "cannot import name 'Mapping' from 'collections' (/usr/lib/python3.10/collections/__init__.py)",
        ["\(site)/sanic_jinja2/__init__.py"], minor: 10),
      .pythonVersionUnsupported, .certain, culprits: ["sanic-jinja2"]),
    RuleCase(
      "collections.Mapping in 3.9",
      Sample.text("ImportError", "cannot import name 'Mapping' from 'collections'", minor: 9), nil),
    RuleCase(
      "typing.ParamSpec in 3.9", Sample.text("ImportError", "cannot import name 'ParamSpec' from 'typing'", minor: 9),
      .pythonVersionUnsupported),
    RuleCase(
      "an attribute", Sample.text("AttributeError", "module 'inspect' has no attribute 'getargspec'", minor: 11),
      .pythonVersionUnsupported),
    RuleCase(
      "a method", Sample.text("AttributeError", "'Thread' object has no attribute 'isAlive'", minor: 9),
      .pythonVersionUnsupported),
    RuleCase(
      "a name in no list, of the library itself",
      Sample.text("ImportError", "cannot import name 'spam' from 'os' (/usr/lib/python3.11/os.py)", minor: 11),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "a file of the user that bears the name",
      Sample.text("ImportError", "cannot import name 'spam' from 'random' (/home/me/random.py)", minor: 11), nil),
    RuleCase("another project", Sample.text("ImportError", "cannot import name 'a' from 'b'", minor: 11), nil),
    RuleCase(
      "a private name that a package takes",
      Sample.text(
        "ImportError", "cannot import name _uuid_generate_random", ["/usr/lib/python2.7/dist-packages/kombu/x.py"],
        source: "from uuid import UUID, _uuid_generate_random"), .pythonVersionUnsupported, .likely,
      culprits: ["kombu"]),
    RuleCase(
      "a name that one's own script takes",
      Sample.text("ImportError", "cannot import name spam", ["/home/me/x.py"], source: "from uuid import spam"), nil),
    RuleCase(
      "Python before 3.5, which does not say of which module",
      Sample.text(
        "AttributeError", "'module' object has no attribute 'module_from_spec'",
        ["/usr/lib/python3.4/site-packages/spacy/x.py"], source: "module = importlib.util.module_from_spec(spec)"),
      .pythonVersionUnsupported, .likely, culprits: ["spacy"]),
    RuleCase(
      "the same of a project's module",
      Sample.text(
        "AttributeError", "'module' object has no attribute 'x'", ["\(Sample.site)/spam/x.py"], source: "eggs.x()"),
      nil),
    RuleCase(
      "a part that nobody imported",
      Sample.text("AttributeError", "module 'distutils' has no attribute 'version'", ["\(Sample.site)/torch/x.py"]),
      nil),
    RuleCase(
      "of Python 2, without its module",
      Sample.text("ImportError", "cannot import name 'izip_longest'", ["\(Sample.site)/spam/x.py"]),
      .pythonVersionUnsupported, .likely, culprits: ["spam"]),
    RuleCase(
      "not yet there, without its module", Sample.text("ImportError", "cannot import name 'NoReturn'"),
      .pythonVersionUnsupported, .likely),
    RuleCase("Python 2 has it", Sample.text("ImportError", "cannot import name izip_longest"), nil),
    RuleCase("others have it, too", Sample.text("ImportError", "cannot import name 'quote'"), nil),
    RuleCase("of nobody, without a module", Sample.text("ImportError", "cannot import name 'spam'"), nil),
    RuleCase(
      "a text that ends before the exception", cutOff(12), .pythonVersionUnsupported, culprits: ["setuptools"]),
    RuleCase("the same under a release that has the name", cutOff(11), nil),
    RuleCase("the same under no release that is known", cutOff(nil), nil),
    RuleCase(
      "a method of Python 2", CrossingCodeTests.returned("x = mine.encode(lib).decode('utf-8')"),
      .pythonVersionUnsupported),
    RuleCase(
      "the same of what another distribution's function returned",
      CrossingCodeTests.returned("x = lib.encode('k').decode('utf-8')"), nil),
  ]
}
