import PythonPackaging
import Testing

@Suite struct VersionTests {
  struct Spelling: Sendable, CustomTestStringConvertible {
    let written: String
    let normal: String
    var testDescription: String { "\(written.debugDescription) is \(normal)" }

    init(_ written: String, _ normal: String) {
      self.written = written
      self.normal = normal
    }
  }

  static let spellings: [Spelling] = [
    Spelling("1", "1"), Spelling("1.0.0", "1.0.0"), Spelling("001.010", "1.10"), Spelling("v1.2", "1.2"),
    Spelling("V1.2", "1.2"), Spelling(" \t1.2\n", "1.2"), Spelling("0!1.2", "1.2"),
    Spelling("2!1.2", "2!1.2"),
    Spelling("1.1a1", "1.1a1"), Spelling("1.1.A.1", "1.1a1"), Spelling("1.1-alpha-1", "1.1a1"),
    Spelling("1.1beta2", "1.1b2"), Spelling("1.1_b_2", "1.1b2"), Spelling("1.1c3", "1.1rc3"),
    Spelling("1.1pre3", "1.1rc3"), Spelling("1.1PreView3", "1.1rc3"), Spelling("1.1RC3", "1.1rc3"),
    Spelling("1.1a", "1.1a0"), Spelling("1.1a-", "1.1a0"), Spelling("1.1a.dev2", "1.1a0.dev2"),
    Spelling("1.2.post2", "1.2.post2"), Spelling("1.2-2", "1.2.post2"), Spelling("1.2post", "1.2.post0"),
    Spelling("1.2-rev4", "1.2.post4"), Spelling("1.2r4", "1.2.post4"), Spelling("1.2_R_4", "1.2.post4"),
    Spelling("1.2a--1", "1.2a0.post1"), Spelling("1.2.dev", "1.2.dev0"), Spelling("1.2-DEV-7", "1.2.dev7"),
    Spelling("1.2dev7", "1.2.dev7"), Spelling("1!1.2rc3.post4.dev5+ab.6", "1!1.2rc3.post4.dev5+ab.6"),
    Spelling("2.2.0+CU121", "2.2.0+cu121"), Spelling("1+ubuntu-1_07", "1+ubuntu.1.7"),
    Spelling("1+0a", "1+0a"),
    Spelling("2024.01.02.123456789012345678901234567890", "2024.1.2.123456789012345678901234567890"),
    Spelling("1.000000000000000000000000000000000005", "1.5"),
  ]

  @Test(arguments: spellings)
  func normalForm(of spelling: Spelling) throws {
    let version = try Version(spelling.written)
    #expect(version.description == spelling.normal)
    #expect(try Version(spelling.normal) == version)
    #expect(try Version(spelling.normal).hashValue == version.hashValue)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let written: String
    let reason: VersionProblem.Reason
    let position: Int
    var testDescription: String { "\(written.debugDescription): \(reason)" }

    init(_ written: String, _ reason: VersionProblem.Reason, at position: Int) {
      self.written = written
      self.reason = reason
      self.position = position
    }
  }

  static let refusals: [Refusal] = [
    Refusal("", .empty, at: 0), Refusal("  ", .empty, at: 2),
    Refusal("french toast", .releaseExpected, at: 0),
    Refusal("v", .releaseExpected, at: 1), Refusal("1!", .releaseExpected, at: 2),
    Refusal("1.0+", .localPartExpected, at: 4), Refusal("1.0+a+", .unexpectedText, at: 5),
    Refusal("1.0+_foobar", .localPartExpected, at: 4), Refusal("1.0+1..1", .localPartExpected, at: 6),
    Refusal("1.0+foo&asd", .unexpectedText, at: 7), Refusal("1.0.", .unexpectedText, at: 3),
    Refusal("1..0", .unexpectedText, at: 1), Refusal("1.0x", .unexpectedText, at: 3),
    Refusal("1.0 2", .unexpectedText, at: 4), Refusal("1.0\u{0}", .unexpectedText, at: 3),
    Refusal("1.٣", .unexpectedText, at: 1), Refusal("1.0-", .unexpectedText, at: 3),
    Refusal("1.0.dev1.post1", .unexpectedText, at: 8), Refusal("1.0rc1b2", .unexpectedText, at: 6),
  ]

  @Test(arguments: refusals)
  func refused(_ refusal: Refusal) {
    let problem = #expect(throws: VersionProblem.self) { try Version(refusal.written) }
    #expect(problem?.reason == refusal.reason)
    #expect(problem?.position == refusal.position)
    #expect(problem?.text == refusal.written)
  }

  @Test func problemNamesTextAndPlace() {
    let problem = #expect(throws: VersionProblem.self) { try Version("1.0x") }
    #expect(problem?.description == "`1.0x` is no version: the text at offset 3 belongs to no part")
  }

  struct Agreement: Sendable, CustomTestStringConvertible {
    let left: String
    let right: String
    let agree: Bool
    var testDescription: String { "\(left) \(agree ? "agrees" : "disagrees") with \(right)" }

    init(_ left: String, _ right: String, _ agree: Bool) {
      self.left = left
      self.right = right
      self.agree = agree
    }
  }

  static let agreements: [Agreement] = [
    Agreement("2.2.0+cu121", "2.2.0", true), Agreement("2.2", "2.2.0+cu121", true),
    Agreement("2.2.0+cu121", "2.2.0+cpu", false), Agreement("2.2.0+cu121", "2.2.0+CU121", true),
    Agreement("2.2.0", "2.2.1", false), Agreement("2.2.0+cu121", "2.2.1", false),
    Agreement("2.2.0.dev1", "2.2.0", false),
  ]

  @Test(arguments: agreements)
  func agreement(_ row: Agreement) throws {
    let left = try Version(row.left)
    let right = try Version(row.right)
    #expect(left.agrees(with: right) == row.agree)
    #expect(right.agrees(with: left) == row.agree)
  }

  @Test func prereleases() throws {
    #expect(try Version("1.0a1").isPrerelease && Version("1.0.dev1").isPrerelease)
    #expect(try !Version("1.0.post1").isPrerelease && !Version("1.0+a1").isPrerelease)
  }
}
