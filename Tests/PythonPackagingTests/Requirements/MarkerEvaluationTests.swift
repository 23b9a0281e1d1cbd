import PythonPackaging
import Testing

@Suite struct MarkerEvaluationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let holds: Bool
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ holds: Bool) {
      self.text = text
      self.holds = holds
    }
  }

  static let rows: [Row] = [
    // Versions, and not text: 3.11 is after 3.9.
    Row("python_version >= '3.9'", true), Row("'3.9' <= python_version", true), Row("python_version < '3.9'", false),
    Row("python_version == '3.11.*'", true), Row("python_version ~= '3.8'", true),
    Row("python_version == '3.11.0'", true),
    Row("python_version === '3.11'", true), Row("python_version === '3.11.0'", false),
    Row("python_full_version >= '3.11.7rc1'", true), Row("implementation_version > '3.11'", true),
    Row("python_version < '=3.11'", true), Row("python_version >= ' 3.9 '", true),
    // What is no version is text, and nothing is greater or less.
    Row("platform_release >= '5'", false), Row("platform_release == '6.1.0-18-amd64'", true),
    Row("platform_release < 'a'", false), Row("platform_release <= '6.1.0-18-amd64'", true),
    Row("os_name > 'a'", false), Row("os_name < 'z'", false), Row("os_name >= 'posix'", true),
    Row("platform_version != '#1'", true), Row("sys_platform == 'Linux'", false),
    // Parts of text, versions as well.
    Row("python_version in '3.10, 3.11'", true), Row("python_version not in '3.1'", true),
    Row("'nux' in sys_platform", true),
    Row("sys_platform in 'linux darwin'", true), Row("'' in os_name", true), Row("os_name not in ''", true),
    Row("'a' in 'os_name'", false), Row("os_name == sys_platform", false), Row("'posix' == 'os_name'", true),
    // `and` binds more than `or`.
    Row("os_name == 'posix' or os_name == 'x' and os_name == 'y'", true),
    Row("(os_name == 'posix' or os_name == 'x') and os_name == 'y'", false), Row("extra == ''", true),
    Row("extra == 'x'", false), Row("python_implementation == 'CPython'", true),
  ]

  @Test(arguments: rows)
  func evaluates(_ row: Row) throws {
    #expect(try Marker(row.text).evaluate(in: .linux) == row.holds)
  }

  static let undefined: [String] = [
    "os_name ~= '1'", "os_name === 'posix'", "platform_release ~= 'x'", "'a' == 'b'", "'x' in extras",
    "extras == 'x'", "os_name == 'posix' or os_name ~= '1'", "os_name == 'x' and 'a' == 'b'",
  ]

  @Test(arguments: undefined)
  func isNeitherTrueNorFalse(_ text: String) throws {
    let marker = try Marker(text)
    #expect(throws: MarkerEvaluationProblem.self) { try marker.evaluate(in: .linux) }
  }

  @Test func extrasThatWereAskedFor() throws {
    let marker = try Marker("extra == 'Foo.Bar' and python_version > '3'")
    let names = { (names: [String]) in Set(names.map(DistributionName.init)) }
    #expect(try marker.evaluate(in: .linux, extras: names(["a", "foo_bar"])))
    #expect(try !marker.evaluate(in: .linux, extras: names(["a"])) && !marker.evaluate(in: .linux, extras: []))
    #expect(try Marker("extra != 'a'").evaluate(in: .linux, extras: []))
    #expect(throws: MarkerEvaluationProblem.undefinedName("extra")) {
      try marker.evaluate(in: .linux, context: .requirement)
    }
  }

  @Test func setsOfALockFile() throws {
    let context = MarkerContext.lockFile(extras: ["Foo_Bar"], dependencyGroups: ["dev"])
    #expect(
      try Marker("'foo.bar' in extras and 'test' not in dependency_groups").evaluate(in: .linux, context: context))
    #expect(try !Marker("'x' in extras or 'x' == extras").evaluate(in: .linux, context: context))
    #expect(try Marker("'x' != extras").evaluate(in: .linux, context: context))
    for text in ["extras == 'x'", "'x' ~= extras", "extra == 'x'"] {
      let marker = try Marker(text)
      #expect(throws: MarkerEvaluationProblem.self) { try marker.evaluate(in: .linux, context: context) }
    }
  }

  @Test func pythonBetweenTwoTags() throws {
    var environment = MarkerEnvironment.linux
    environment.pythonFullVersion = "3.13.0rc1+"
    #expect(
      try Marker("python_full_version >= '3.13.0rc1' and python_full_version < '3.13.1'").evaluate(in: environment))
  }
}
