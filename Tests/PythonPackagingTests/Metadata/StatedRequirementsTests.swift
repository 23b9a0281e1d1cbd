import PythonPackaging
import TestSupport
import Testing

@Suite struct StatedRequirementsTests {
  private static let text = """
    Metadata-Version: 2.4
    Name: pkg
    Version: 1.0
    Requires-Python: >=3.9, <4
    Provides-Extra: Test_All
    Provides-Extra:
    Requires-Dist: torch (>=2.0)
    Requires-Dist: numpy>=1.0; extra == 'test.all'
    Requires-Dist: not a requirement

    Requires-Dist: description
    """

  @Test func requirementsAndProblems() throws {
    let metadata = CoreMetadata(Array(Self.text.utf8))
    #expect(metadata.requiresDistTexts == ["torch (>=2.0)", "numpy>=1.0; extra == 'test.all'", "not a requirement"])
    let results = metadata.requirements
    #expect(results.map { (try? $0.get())?.description } == ["torch>=2.0", "numpy>=1.0; extra == \"test-all\"", nil])
    let problem = #expect(throws: RequirementProblem.self) { try results.last?.get() }
    #expect(problem?.text == "not a requirement" && problem?.position == 4)
    #expect(metadata.providedExtras == [DistributionName("test-all")])
    #expect(try metadata.requiresPython?.get() == SpecifierSet(">=3.9,<4"))
  }

  @Test func whatIsNotStatedOrWrong() {
    let metadata = CoreMetadata(Array("Name: pkg\n".utf8))
    #expect(metadata.requirements.isEmpty && metadata.requiresPython == nil && metadata.providedExtras.isEmpty)
    let wrong = CoreMetadata(Array("Requires-Python: >=3.6.*\n".utf8)).requiresPython
    let problem = #expect(throws: SpecifierProblem.self) { try wrong?.get() }
    #expect(problem?.reason == .wildcardNotAllowed)
  }
}

@Suite struct RequiresTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let texts: [String]

    init(_ testDescription: String, _ file: String, _ texts: [String]) {
      self.testDescription = testDescription
      self.file = file
      self.texts = texts
    }
  }

  static let rows: [Row] = [
    Row("no section", "a>=1\n\n b \r\nc\u{0C}d", ["a>=1", "b", "c", "d"]),
    Row("an extra", "a\n[test]\nb", ["a", "b; extra == \"test\""]),
    Row("a marker", "[:python_version<'3']\nb", ["b; python_version<'3'"]),
    Row("both", "[test:os_name=='x' or os_name=='y']\nb", ["b; (os_name=='x' or os_name=='y') and extra == \"test\""]),
    Row("an extra and a colon", "[test:]\nb", ["b; extra == \"test\""]),
    Row("an address", "[test]\nb @ https://example.org/b.whl", ["b @ https://example.org/b.whl ; extra == \"test\""]),
    Row("no extra again", "[test]\na\n[]\nb", ["a; extra == \"test\"", "b"]),
    Row("brackets in brackets", "[[test]]\na", ["a; extra == \"test\""]),
    Row("nothing", "", []),
  ]

  @Test(arguments: rows)
  func isReadAsPythonDoes(_ row: Row) {
    let requires = RequiresText(Array(row.file.utf8))
    #expect(requires.texts == row.texts)
    #expect(requires.requirements.allSatisfy { (try? $0.get()) != nil })
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 314)
    let seed = Array("a>=1\n[test:os_name=='x']\nb @ c\n[]\nd".utf8)
    for _ in 0..<3_000 {
      let requires = RequiresText(generator.mutate(seed))
      #expect(requires.requirements.count == requires.texts.count)
    }
  }
}
