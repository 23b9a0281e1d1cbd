import PythonPackaging
import TestSupport
import Testing

@Suite struct MarkerTests {
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
    Row("os_name=='x'", #"os_name == "x""#), Row("'x'in os.name", #""x" in os_name"#),
    Row("sys.platform not  in 'a b'", #"sys_platform not in "a b""#),
    Row("python_implementation == 'P'", #"platform_python_implementation == "P""#),
    Row("platform.python_implementation == 'P'", #"platform_python_implementation == "P""#),
    Row("platform.version=='1' or platform.machine=='2'", #"platform_version == "1" or platform_machine == "2""#),
    Row("extra == 'Foo_.bar'", #"extra == "foo-bar""#), Row("'Foo_' == extra", #""foo-" == extra"#),
    Row("'A_b' in extras", #""a-b" in extras"#), Row("'A_b' in dependency_groups", #""a-b" in dependency_groups"#),
    Row("(os_name=='x')", #"os_name == "x""#),
    Row("((os_name=='x' and os_name=='y'))", #"os_name == "x" and os_name == "y""#),
    Row(
      "(os_name=='x') and ((os_name=='y' or os_name=='z'))", #"os_name == "x" and (os_name == "y" or os_name == "z")"#),
    Row("os_name=='x'and'y'==os_name or(os_name=='z')", #"os_name == "x" and "y" == os_name or os_name == "z""#),
    Row(#"os_name == 'say "x"'"#, #"os_name == 'say "x"'"#), Row("os_name === 'x'", #"os_name === "x""#),
    Row(#"os_name == '\x41\n\t\u00e9\101\q\"'"#, "os_name == 'A\n\t\u{E9}A\\q\"'"),
    Row("os_name == 'a\\\nb\\\r\nc'", #"os_name == "abc""#), Row("'a' == 'os_name'", #""a" == "os_name""#),
    Row("os_name == sys_platform", "os_name == sys_platform"), Row("os_name == ''", #"os_name == """#),
  ]

  @Test(arguments: rows)
  func isReadAndWritten(_ row: Row) throws {
    #expect(try Marker(row.text).description == row.normal)
  }

  /// `packaging` cannot write such a text at all.
  @Test func bothQuotesInOneString() throws {
    let marker = try Marker(#"os_name == "'\x22""#)
    #expect(marker.description == #"os_name == "'\x22""#)
    #expect(try Marker(marker.description) == marker)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: MarkerProblem.Reason
    let position: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ reason: MarkerProblem.Reason, _ position: Int) {
      self.text = text
      self.reason = reason
      self.position = position
    }
  }

  static let wrong: [Wrong] = [
    Wrong("", .operandExpected, 0), Wrong("  ==", .operandExpected, 2), Wrong("os_name", .operatorExpected, 7),
    Wrong("os_name = 'x'", .operatorExpected, 8), Wrong("os_name <>", .operandExpected, 9),
    Wrong("os_name inx 'x'", .operatorExpected, 8), Wrong("os_name not 'x'", .inExpected, 12),
    Wrong("os_name notin 'x'", .operatorExpected, 8), Wrong("os_name == x", .unknownVariable("x"), 11),
    Wrong("OS_NAME == 'x'", .unknownVariable("OS_NAME"), 0), Wrong("os.names == 'x'", .unknownVariable("os.names"), 0),
    Wrong("platform.release == 'x'", .unknownVariable("platform.release"), 0),
    Wrong("os_name == 'x", .stringUnclosed, 11),
    Wrong(#"os_name == '\'"#, .stringInvalid, 11), Wrong(#"os_name == '\x4'"#, .stringInvalid, 11),
    Wrong(#"os_name == '\u12'"#, .stringInvalid, 11), Wrong(#"os_name == '\U00110000'"#, .stringInvalid, 11),
    Wrong("os_name == 'a\nb'", .stringInvalid, 11), Wrong("os_name == 'a\0b'", .stringInvalid, 11),
    Wrong("(os_name == 'x'", .closingParenthesisExpected, 15), Wrong("(os_name == 'x'; ", .unexpectedText, 15),
    Wrong("os_name == 'x')", .unexpectedText, 14), Wrong("os_name == 'x' And os_name == 'x'", .unexpectedText, 15),
    Wrong("os_name == 'x' and", .operandExpected, 18), Wrong("os_name\n== 'x'", .operatorExpected, 7),
    Wrong(String(repeating: "(", count: 100_000), .tooDeep, 200),
  ]

  @Test(arguments: wrong)
  func saysWhereItIsWrong(_ row: Wrong) {
    let problem = #expect(throws: MarkerProblem.self) { try Marker(row.text) }
    #expect(problem?.reason == row.reason)
    #expect(problem?.position == row.position)
  }

  @Test func parenthesesUpToTheLimitAreRead() throws {
    let limit = Marker.depthLimit
    let text = String(repeating: "(", count: limit) + "os_name == 'x'" + String(repeating: ")", count: limit)
    #expect(try Marker(text).description == #"os_name == "x""#)
    let chain =
      String(repeating: "(os_name == 'x' or ", count: limit) + "os_name == 'posix'"
      + String(repeating: ")", count: limit)
    #expect(try Marker(chain).evaluate(in: .linux))
  }
}
