import Testing

@testable import Diagnosis

@Suite struct NarrowInterpreterTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: NarrowInterpreter()) }

  private static func text(_ folder: String, _ module: String) -> Evidence {
    let lib = "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\\(folder)\\lib"
    return Sample.text("ImportError", "No module named '\(module)'", ["\(lib)\\imp.py"])
  }

  static let cases: [RuleCase] = [
    RuleCase("a compiled module", text("Python37-32", "_pywrap_tensorflow_internal"), .wrongArchitecture, .likely),
    RuleCase("of a newer Python", text("Python312-32", "_pywrap_tensorflow_internal"), .wrongArchitecture, .likely),
    RuleCase("a Python of 64 bits", text("Python37", "_pywrap_tensorflow_internal"), nil),
    RuleCase("another folder", text("python-project-32", "_pywrap_tensorflow_internal"), nil),
    RuleCase("a module in Python", text("Python37-32", "requests"), nil),
  ]
}
