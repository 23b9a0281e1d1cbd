import PythonPackaging
import TestSupport
import Testing

@Suite struct RequirementTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let normal: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ normal: String) {
      self.text = text
      self.normal = normal
    }
  }

  /// The normal forms are those of pypa's `packaging` 26.3.
  static let rows: [Row] = [
    Row("torch", "torch"), Row(" torch\t", "torch"), Row("Foo_.B-r", "Foo_.B-r"), Row("a_", "a_"),
    Row("torch>=2.0", "torch>=2.0"), Row("torch >= 2.0 , <3", "torch<3,>=2.0"), Row("torch>=2.0,", "torch>=2.0"),
    Row("torch (>=2.0)", "torch>=2.0"),
    Row("torch (>=2.0,!=2.1.*) ; os.name == 'nt'", "torch!=2.1.*,>=2.0; os_name == \"nt\""),
    Row("torch()", "torch"), Row("torch[]", "torch"), Row("torch[b, a,a ]==1", "torch[a,b]==1"),
    Row("torch [opt]( <3 )", "torch[opt]<3"), Row("torch>=1.0,>=1.0.0", "torch>=1.0"),
    Row("torch==1.0.*", "torch==1.0.*"),
    Row("torch==v1.0+CU121", "torch==v1.0+CU121"), Row("torch>=\n2.0", "torch>=2.0"),
    Row("torch===any+thing!;os_name=='x'", "torch===any+thing!; os_name == \"x\""), Row("torch===1,<2", "torch<2,===1"),
    Row("torch===1,,", "torch===1"), Row("torch===1, <2", "torch<2,===1"), Row("torch (===1,>= 2 ,)", "torch===1,>=2"),
    Row("torch@https://example.org/t.whl", "torch @ https://example.org/t.whl"),
    Row("torch[a] @ file:///t ; extra=='B_b'", "torch[a] @ file:///t ; extra == \"b-b\""),
    Row("torch @ x;os_name=='a'", "torch @ x;os_name=='a'"), Row("torch @ x ", "torch @ x"),
    Row("torch;python_version<'3'", "torch; python_version < \"3\""),
    Row("torch ; (python_version<'3')", "torch; python_version < \"3\""),
  ]

  @Test(arguments: rows)
  func isReadAndWritten(_ row: Row) throws {
    let requirement = try Requirement(row.text)
    #expect(requirement.description == row.normal)
    #expect(try Requirement(row.normal) == requirement)
  }

  @Test func parts() throws {
    let requirement = try Requirement("Foo.Bar[Opt_A,opt-a,b] >=1,<2 ; python_version < '3' and extra == 'x'")
    #expect(requirement.name == DistributionName("foo-bar"))
    #expect(requirement.extras == [DistributionName("opt-a"), DistributionName("b")])
    #expect(requirement.writtenExtras == ["Opt_A", "b", "opt-a"])
    #expect(try requirement.specifiers == SpecifierSet(">=1,<2"))
    #expect(requirement.url == nil)
    let marker = try #require(requirement.marker)
    #expect(marker.mentions(.extra) && marker.mentions(.pythonVersion) && !marker.mentions(.osName))
    #expect(try Requirement("a @ b").url == "b")
  }

  @Test func equalityIsOfMeaning() throws {
    #expect(try Requirement("Foo_Bar[A]==1.0") == Requirement("foo-bar [a] == 1.0.0"))
    #expect(try Requirement("a>=1") != Requirement("a>=1;os_name=='x'") && Requirement("a") != Requirement("a[b]"))
    #expect(try Requirement("a @ x") != Requirement("a @ y"))
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: RequirementProblem.Reason
    let position: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ reason: RequirementProblem.Reason, _ position: Int) {
      self.text = text
      self.reason = reason
      self.position = position
    }
  }

  static let wrong: [Wrong] = [
    Wrong("", .nameExpected, 0), Wrong("  ", .nameExpected, 2), Wrong("-a", .nameExpected, 0),
    Wrong("\u{E9}", .nameExpected, 0),
    Wrong("a->=1", .nameEnd, 1), Wrong("a.b.", .nameEnd, 3), Wrong("a b", .unexpectedText, 2),
    Wrong("a\n", .unexpectedText, 1),
    Wrong("a[", .extraExpected, 2), Wrong("a[,b]", .extraExpected, 2), Wrong("a[b,]", .extraExpected, 4),
    Wrong("a[b c]", .commaExpected, 4), Wrong("a[b", .closingBracketExpected, 3),
    Wrong("a[b;]", .closingBracketExpected, 3),
    Wrong("a[b-]", .nameEnd, 3), Wrong("a @", .urlExpected, 3), Wrong("a @ b c", .unexpectedText, 6),
    Wrong("a 1.0", .unexpectedText, 2), Wrong("a =1", .specifier(.operatorExpected), 2),
    Wrong("a>=", .specifier(.version(.empty)), 3), Wrong("a>=x", .specifier(.version(.releaseExpected)), 3),
    Wrong("a>=1,,<2", .unexpectedText, 5), Wrong("a,>=1", .unexpectedText, 1), Wrong("a>=1 <2", .unexpectedText, 5),
    Wrong("a>=1.0.*", .specifier(.wildcardNotAllowed), 6), Wrong("a<1+x", .specifier(.localNotAllowed), 3),
    Wrong("a~=1", .specifier(.twoNumbersExpected), 3), Wrong("a===1, <x", .unexpectedText, 7),
    Wrong("a===", .specifier(.version(.empty)), 4),
    Wrong("a===1,x", .specifier(.operatorExpected), 6), Wrong("a===1,>= x", .specifier(.version(.releaseExpected)), 8),
    Wrong("a @ https://x\u{0B}y", .unexpectedText, 13),
    Wrong("a (>=1", .closingParenthesisExpected, 6), Wrong("a (>=1;", .unexpectedText, 6),
    Wrong("a >=1)", .unexpectedText, 5),
    Wrong("a;", .marker(.operandExpected), 2), Wrong("a; os_name", .marker(.operatorExpected), 10),
    Wrong("a; os_nam == 'x'", .marker(.unknownVariable("os_nam")), 3),
    Wrong("\u{E9}\u{E9}", .nameExpected, 0), Wrong("a>=1; extra == 'x' junk", .marker(.unexpectedText), 19),
  ]

  @Test(arguments: wrong)
  func saysWhereItIsWrong(_ row: Wrong) {
    let problem = #expect(throws: RequirementProblem.self) { try Requirement(row.text) }
    #expect(problem?.reason == row.reason)
    #expect(problem?.position == row.position)
    #expect(problem?.text == row.text)
  }

  @Test func problemNamesTextAndPlace() {
    let problem = #expect(throws: RequirementProblem.self) { try Requirement("a>=x") }
    #expect(problem?.description == "`a>=x` is no requirement: a number is expected at offset 3")
    #expect(problem?.caret == "a>=x\n   ^")
  }

  static let seeds: [String] = [
    "Foo.Bar[a,B] >= 1.0 , !=2.* ; python_version < '3.9' and (extra == \"x\" or os.name not in 'nt posix')",
    "a (===x,<2);'\\x41' in sys_platform", "a[b] @ git+https://example.org/x#egg=y ; extra == '\\N{x}'",
  ]

  @Test(arguments: seeds)
  func mutationsAreReadOrRefused(_ seed: String) {
    var generator = SeededGenerator(seed: 508)
    for _ in 0..<3_000 {
      expectSound(String(decoding: generator.mutate(Array(seed.utf8)), as: UTF8.self))
    }
  }

  private func expectSound(_ text: String) {
    do throws(RequirementProblem) {
      let requirement = try Requirement(text)
      // A backslash within a string is written as it is, and read again as the start of an escape.
      guard !text.utf8.contains(UInt8(ascii: "\\")) else { return }
      #expect((try? Requirement(requirement.description)) == requirement, "\(text)")
    } catch {
      #expect((0...text.utf8.count).contains(error.position) && error.caret.contains("^"), "\(text)")
    }
  }

  @Test func hostileTextEnds() {
    let deep = "a;" + String(repeating: "(", count: 100_000)
    #expect(throws: RequirementProblem.self) { try Requirement(deep) }
    #expect((try? Requirement("a" + String(repeating: ">=1,", count: 50_000)))?.specifiers.specifiers.count == 50_000)
    #expect((try? Requirement("a>=" + String(repeating: "9", count: 100_000))) != nil)
  }
}
