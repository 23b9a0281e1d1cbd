import Testing

@testable import Diagnosis

@Suite struct CrossingCodeTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: CrossingCode())
  }

  /// A text that ends where numpy refuses a name that scipy asks for.
  private static let cutOff: Evidence = {
    var exception = Sample.exception("?", "", ["\(site)/scipy/sparse/sputils.py", "\(site)/numpy/__init__.py"])
    exception.frames[1].function = "__getattr__"
    return Sample.text(exception)
  }()

  /// An exception of a line in which another distribution has a part.
  private static func live(
    _ type: String, _ message: String, _ files: [String], from origins: NameOrigin...
  ) -> Evidence {
    Sample.live(type, message, files, installed: "spam 1.0", "eggs 4.0", "ham 1.0") {
      $0.failure.exception?.origins = origins
    }
  }

  static func returned(_ source: String) -> Evidence {
    Sample.live(
      "AttributeError", "'str' object has no attribute 'decode'", ["/w/a.py"], source: source, installed: "eggs 4.0"
    ) {
      $0.failure.exception?.origins = [beside]
    }
  }

  private static let eggs = NameOrigin(name: "lib", module: "eggs.binding", distribution: "eggs", isSubject: true)
  private static let beside = NameOrigin(name: "lib", module: "eggs", distribution: "eggs", isSubject: false)
  private static let ham = NameOrigin(name: "Ham", module: "ham", distribution: "ham", isSubject: false)

  static let cases: [RuleCase] = [
    RuleCase(
      "a model that gets no value",
      live("ValidationError", "1 validation error for S\nurl\n  Field required", ["\(site)/spam/x.py"], from: eggs), nil
    ),
    RuleCase(
      "an object that comes of another distribution",
      live("AttributeError", "module 'lib' has no attribute 'X'", ["\(site)/spam/x.py"], from: eggs),
      .versionConflict, .likely, culprits: ["spam", "eggs"]),
    RuleCase(
      "a line in which two others have a part", live("TypeError", "no", ["\(site)/spam/x.py"], from: beside, ham),
      .versionConflict, .possible, culprits: ["spam"]),
    RuleCase(
      "what the exception is about, and another one",
      live(
        "TypeError", "lib() got an unexpected keyword argument 'a'", ["\(site)/spam/x.py"], from: ham, eggs),
      .versionConflict, .likely, culprits: ["spam", "eggs"]),
    RuleCase(
      "the user's own code, which wants an attribute of an installed class",
      live("AttributeError", "'Lib' object has no attribute 'x'", ["/home/me/x.py"], from: eggs), .versionConflict,
      .likely, culprits: ["eggs"]),
    RuleCase(
      "the user's own code, beside an installed one",
      live("TypeError", "f() missing 1 required positional argument: 'a'", ["/home/me/x.py"], from: ham), nil),
    RuleCase(
      "the user's own code, which calls a function with wrong arguments",
      live("TypeError", "lib() takes 1 positional argument but 2 were given", ["/home/me/x.py"], from: eggs),
      .versionConflict, .likely, culprits: ["eggs"]),
    RuleCase(
      "the user's own code, in which something else is wrong",
      live("AttributeError", "'NoneType' object has no attribute 'x'", ["/home/me/x.py"], from: eggs), nil),
    RuleCase(
      "installed code that the user's own calls",
      live("TypeError", "f() got an unexpected keyword argument 'a'", ["/home/me/x.py", "\(site)/spam/x.py"]),
      .versionConflict, .possible, culprits: ["spam"]),
    RuleCase("cut off", cutOff, .versionConflict, .likely, culprits: ["scipy", "numpy"]),
    RuleCase(
      "one calls another",
      Sample.text(
        "TypeError", "f() got an unexpected keyword argument 'a'", ["\(site)/spam/x.py", "\(site)/eggs/x.py"]),
      .versionConflict, .likely, culprits: ["eggs", "spam"]),
    RuleCase(
      "one alone", Sample.text("TypeError", "metaclass conflict", ["\(site)/spam/x.py"]), .versionConflict, .possible,
      culprits: ["spam"]),
    RuleCase(
      "an object whose class is known",
      Sample.text("AttributeError", "'FieldInfo' object has no attribute 'required'", ["\(site)/deepspeed/x.py"]),
      .versionConflict, .likely, culprits: ["deepspeed", "pydantic"]),
    RuleCase("the user's own code", Sample.live("TypeError", "unsupported operand", ["/home/me/x.py"]), nil),
    RuleCase("an exception that code makes for itself", Sample.text("RuntimeError", "no", ["\(site)/spam/x.py"]), nil),
    RuleCase(
      "arguments, with nothing beside them", Sample.text("TypeError", "f() got an unexpected keyword argument 'x'"),
      .versionConflict, .possible),
    RuleCase(
      "a conflict with another one than it is about",
      Sample.live(
        "AttributeError", "module 'pyarrow' has no attribute 'PyExtensionType'", ["\(site)/datasets/x.py"],
        installed: "datasets 2.10", "pyarrow 21.0", "dill 0.4"
      ) {
        $0.conflict("datasets", "dill<0.3.7", found: "0.4")
      }, .versionConflict, .likely, culprits: ["datasets", "pyarrow"]),
    RuleCase(
      "one whose place nobody showed", Sample.text("TypeError", "metaclass conflict"), .versionConflict, .possible),
    RuleCase(
      "another exception of installed code that other installed code calls, in a text",
      Sample.text("ValueError", "no", ["\(site)/eggs/x.py", "\(site)/spam/x.py"]),
      .versionConflict, .possible, culprits: ["spam", "eggs"]),
    RuleCase(
      "the same where one can look", Sample.live("ValueError", "no", ["\(site)/spam/x.py"], installed: "spam 1"), nil),
    RuleCase(
      "what a library is named for", Sample.text("AttributeError", "module 'telebot' has no attribute 'TeleBot'"), nil),
    RuleCase(
      "what a function of another distribution returned",
      returned("x = lib.encode({'a': f(1)}, 'k').decode('utf-8')"), .versionConflict, .likely, culprits: ["eggs"]),
    RuleCase("what a function of one's own returned", returned("x = mine.encode(lib).decode('utf-8')"), nil),
  ]
}
