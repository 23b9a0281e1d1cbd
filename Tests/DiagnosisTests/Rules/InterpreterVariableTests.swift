import Testing

@testable import Diagnosis

@Suite struct InterpreterVariableTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: InterpreterVariable()) }

  private static func set(
    _ name: String, _ value: String, _ type: String, _ message: String, source: String? = nil, minor: Int = 11,
    leftOut: Set<String> = []
  ) -> Evidence {
    Sample.live(type, message, ["\(site)/spam/x.py"], source: source, minor: minor, installed: "spam 1.0") {
      $0.environment?.variables[name] = value
      $0.environment?.leftOutModules = leftOut
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a warning that is to be an error",
      set("PYTHONWARNINGS", "error", "DeprecationWarning", "utcfromtimestamp() is deprecated"),
      .environmentVariable, .certain, culprits: ["spam"]),
    RuleCase(
      "of several filters the second",
      set("PYTHONWARNINGS", "ignore::UserWarning,error::DeprecationWarning", "DeprecationWarning", "old"),
      .environmentVariable),
    RuleCase("the beginning of the word", set("PYTHONWARNINGS", "e", "UserWarning", "old"), .environmentVariable),
    RuleCase("warnings that are shown only", set("PYTHONWARNINGS", "always", "UserWarning", "old"), nil),
    RuleCase("an error of another kind", set("PYTHONWARNINGS", "error", "ValueError", "no"), nil),
    RuleCase(
      "a docstring that is left out",
      set(
        "PYTHONOPTIMIZE", "2", "AttributeError", "'NoneType' object has no attribute 'strip'", source: "__doc__.strip()"
      ),
      .environmentVariable, .certain),
    RuleCase(
      "docstrings stay",
      set(
        "PYTHONOPTIMIZE", "1", "AttributeError", "'NoneType' object has no attribute 'strip'", source: "__doc__.strip()"
      ),
      nil),
    RuleCase(
      "another thing that is None",
      set("PYTHONOPTIMIZE", "2", "AttributeError", "'NoneType' object has no attribute 'group'", source: "m.group()"),
      nil),
    RuleCase(
      "a module of the working directory",
      set("PYTHONSAFEPATH", "1", "ModuleNotFoundError", "No module named 'helper'", leftOut: ["helper"]),
      .environmentVariable, .certain),
    RuleCase(
      "a module that is not there either",
      set("PYTHONSAFEPATH", "1", "ModuleNotFoundError", "No module named 'other'", leftOut: ["helper"]), nil),
    RuleCase(
      "a Python that does not know the variable",
      set("PYTHONSAFEPATH", "1", "ModuleNotFoundError", "No module named 'helper'", minor: 10, leftOut: ["helper"]), nil
    ),
    RuleCase(
      "a text, which shows no variables", Sample.text("DeprecationWarning", "utcfromtimestamp() is deprecated"), nil),
  ]
}
