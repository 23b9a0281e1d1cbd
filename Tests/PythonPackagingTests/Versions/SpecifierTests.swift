import PythonPackaging
import TestSupport
import Testing

@Suite struct SpecifierTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let specifier: String
    let admitted: [String]
    let refused: [String]
    var testDescription: String { specifier }

    init(_ specifier: String, _ admitted: [String], not refused: [String]) {
      self.specifier = specifier
      self.admitted = admitted
      self.refused = refused
    }
  }

  /// The examples of the standard's own text, and what they leave open.
  static let rows: [Row] = [
    Row("~=2.2", ["2.2", "2.3", "2.2.post3", "2.10+cu121"], not: ["2.1", "3", "2.2rc1", "2!2.3"]),
    Row("~=1.4.5a4", ["1.4.5a4", "1.4.5", "1.4.9"], not: ["1.4.5a3", "1.5", "1.4"]),
    Row("~=2.2.0", ["2.2", "2.2.9"], not: ["2.3", "2.1.9"]),
    Row("~=2.2.post3", ["2.2.post3", "2.3"], not: ["2.2", "3.0"]),
    Row("==1.1", ["1.1", "1.1.0", "1.1+cpu"], not: ["1.1.post1", "1.1a1", "1.1.1"]),
    Row("==1.1+cpu", ["1.1+cpu", "1.1.0+CPU"], not: ["1.1", "1.1+cu121"]),
    Row("==1.1.*", ["1.1", "1.1.7", "1.1a1", "1.1.post1", "1.1+x"], not: ["1.2", "1", "1!1.1"]),
    Row("==1.1.0.*", ["1.1", "1.1.0.5"], not: ["1.1.1"]),
    Row("==1!2.*", ["1!2.3"], not: ["2.3"]),
    Row("!=1.1", ["1.1.post1", "1.2"], not: ["1.1", "1.1.0", "1.1+local"]),
    Row("!=1.1.*", ["1.2", "1.0"], not: ["1.1", "1.1.post1", "1.1.9"]),
    Row("<=1.7", ["1.7", "1.6", "1.7+x", "1.7a1"], not: ["1.7.post1", "1.7.1"]),
    Row(">=1.7", ["1.7", "1.7.post1", "1.7+x", "2"], not: ["1.7rc1", "1.6.9"]),
    Row("<1.7", ["1.6.9", "1.6.post2"], not: ["1.7", "1.7rc1", "1.7.dev1", "1.7+x"]),
    Row("<1.7rc1", ["1.7a1", "1.6"], not: ["1.7rc1", "1.7"]),
    Row(">1.7", ["1.7.1", "1.8a1"], not: ["1.7", "1.7.0.post1", "1.7+x", "1.6"]),
    Row(">1.7.post2", ["1.7.post3", "1.7.1"], not: ["1.7.0", "1.7.post2", "1.7.post2+x"]),
    Row("===1.0", ["1.0"], not: ["1.0.0", "1"]),
    Row("=== 2.2.0+CU121", ["2.2.0+cu121"], not: ["2.2.0"]),
    Row(" >=1.2 , !=1.5.*,, <2 ", ["1.2", "1.6"], not: ["1.1", "1.5.3", "2.0", "2.0a1"]),
    Row("", ["0", "1a1", "99!0"], not: []),
  ]

  @Test(arguments: rows)
  func admits(_ row: Row) throws {
    let set = try SpecifierSet(row.specifier)
    for text in row.admitted { #expect(set.contains(try Version(text)), "\(text)") }
    for text in row.refused { #expect(!set.contains(try Version(text)), "\(text)") }
    #expect(try SpecifierSet(set.description) == set)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: SpecifierProblem.Reason
    let position: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ reason: SpecifierProblem.Reason, _ position: Int) {
      self.text = text
      self.reason = reason
      self.position = position
    }
  }

  static let wrong: [Wrong] = [
    Wrong("1.0", .operatorExpected, 0), Wrong(" =1.0", .operatorExpected, 1), Wrong("=>1", .operatorExpected, 0),
    Wrong("==", .version(.empty), 2), Wrong(">= x", .version(.releaseExpected), 3),
    Wrong("==1.0+", .version(.localPartExpected), 6), Wrong(">=1.0 beta x", .unexpectedText, 6),
    Wrong(">=1.0.*", .wildcardNotAllowed, 5), Wrong("~=1.0.*", .wildcardNotAllowed, 5),
    Wrong("==1.0a1.*", .wildcardNotAllowed, 7), Wrong("==1.0+x.*", .wildcardNotAllowed, 7),
    Wrong("==1.*.*", .unexpectedText, 5), Wrong(">=1.0+cpu", .localNotAllowed, 5),
    Wrong("~=1", .twoNumbersExpected, 2), Wrong("===1 0", .unexpectedText, 5),
    Wrong(">=1,<x", .version(.releaseExpected), 5), Wrong("==1.0a.*", .wildcardNotAllowed, 6),
    Wrong(">=1;", .unexpectedText, 3), Wrong("===x)", .unexpectedText, 4), Wrong("=== ", .version(.empty), 4),
    Wrong("==,>=1", .version(.empty), 2),
  ]

  @Test(arguments: wrong)
  func saysWhereItIsWrong(_ row: Wrong) {
    do throws(SpecifierProblem) {
      Issue.record("it was read as \(try SpecifierSet(row.text))")
    } catch {
      #expect(error.reason == row.reason && error.text == row.text && error.position == row.position)
    }
  }

  struct Spelling: Sendable, CustomTestStringConvertible {
    let written: String
    let normal: String
    var testDescription: String { written.debugDescription }

    init(_ written: String, _ normal: String) {
      self.written = written
      self.normal = normal
    }
  }

  static let spellings: [Spelling] = [
    Spelling(">= 1.0 , < 2", "<2,>=1.0"), Spelling(">=1.0,>=1.0.0", ">=1.0"),
    Spelling("~=2.2.0,~=2.2", "~=2.2,~=2.2.0"),
    Spelling("==v1.0-A1", "==v1.0-A1"), Spelling("===Any-Thing", "===Any-Thing"),
    Spelling("==1.*,==1.0.*", "==1.*,==1.0.*"),
    Spelling(">=\u{A0}1.0\u{2003}", ">=1.0"), Spelling(",,", ""),
  ]

  @Test(arguments: spellings)
  func isWrittenAsPackagingDoes(_ row: Spelling) throws {
    let set = try SpecifierSet(row.written)
    #expect(set.description == row.normal)
    #expect(try SpecifierSet(row.normal) == set)
  }

  @Test func aCommaBelongsToTheTextOfOneClause() throws {
    #expect(try Specifier("===a,b").operand == .text("a,b"))
    #expect(throws: SpecifierProblem.self) { try SpecifierSet("===a,b") }
  }

  @Test func equalityIsOfMeaning() throws {
    #expect(try SpecifierSet(">=1.0,<2") == SpecifierSet("<2.0,>=1,>=1.0.0"))
    #expect(try SpecifierSet("~=2.2") != SpecifierSet("~=2.2.0") && SpecifierSet(">=1") != SpecifierSet(">=1,<2"))
    #expect(try SpecifierSet("===1.0") != SpecifierSet("===1") && SpecifierSet("==1.0.*") != SpecifierSet("==1.*"))
  }

  @Test func prereleasesByName() throws {
    for text in [">=1.0a1", "==2.0.dev3", "<1,>=0.5rc1", "===1.0b2"] {
      #expect(try SpecifierSet(text).namesPrerelease, "\(text)")
    }
    for text in ["", ">=1.0", "!=1.0a1", "==1.*", "===whatever"] {
      #expect(try !SpecifierSet(text).namesPrerelease, "\(text)")
    }
  }

  @Test func anyTextIsReadOrRefused() {
    var generator = SeededGenerator(seed: 440)
    for seed in ["~=1!2.2.0a1.post2.dev3", "==1.1+local.7 , !=2.*", "===x;y", ">=1.0,<2.0a1"] {
      for _ in 0..<2_000 {
        let text = String(decoding: generator.mutate(Array(seed.utf8)), as: UTF8.self)
        do throws(SpecifierProblem) {
          let set = try SpecifierSet(text)
          #expect((try? SpecifierSet(set.description)) == set, "\(text)")
        } catch {
          #expect((0...text.utf8.count).contains(error.position), "\(text)")
        }
      }
    }
  }
}
