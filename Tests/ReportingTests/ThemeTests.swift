import Testing

@testable import Reporting

@Suite struct ThemeTests {
  private let plain = Theme(isColoured: false, width: 20)
  private let coloured = Theme(isColoured: true, width: 20)

  @Test func paint() {
    #expect(plain.paint("x", .red) == "x")
    #expect(coloured.paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
    #expect(coloured.paint("", .bold) == "\u{1B}[1m\u{1B}[0m")
  }

  struct Fit: Sendable, CustomTestStringConvertible {
    let text: String
    let used: Int
    let fitted: String
    var testDescription: String { "\(text.debugDescription) beside \(used)" }

    init(_ text: String, beside used: Int, _ fitted: String) {
      self.text = text
      self.used = used
      self.fitted = fitted
    }
  }

  static let fits: [Fit] = [
    Fit("", beside: 0, ""), Fit("0123456789", beside: 10, "0123456789"), Fit("0123456789", beside: 11, "01234567…"),
    Fit("0123456789", beside: 18, "0…"), Fit("a", beside: 19, "a"), Fit("ééééé", beside: 15, "ééééé"),
    Fit("ééééééééé", beside: 15, "éééé…"), Fit("🐍🐍🐍🐍", beside: 17, "🐍🐍…"),
  ]

  @Test(arguments: fits)
  func fit(_ row: Fit) {
    #expect(plain.fit(row.text, beside: row.used) == row.fitted)
  }

  /// Where not even one letter has room, the text stands whole; where nobody says how wide, only giants are cut.
  @Test func fitWithoutRoom() {
    for used in [19, 20, 21, 1000] { #expect(plain.fit("0123456789", beside: used) == "0123456789") }
    let unlimited = Theme(isColoured: false, width: nil)
    let long = String(repeating: "x", count: 400)
    #expect(unlimited.fit(long, beside: 300) == long)
    #expect(unlimited.fit(long + "xx", beside: 0).count == 400)
  }

  struct Wrap: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]

    init(_ text: String, _ lines: String...) {
      testDescription = text
      self.lines = lines
    }
  }

  static let wraps: [Wrap] = [
    Wrap(""), Wrap("one", "  one"), Wrap("just as much as fits", "  just as much as", "  fits"),
    Wrap("18 letters of it ok", "  18 letters of it", "  ok"), Wrap("exactly eighteen.!", "  exactly eighteen.!"),
    Wrap("a  b   c", "  a b c"),
    Wrap("a /path/that/is/longer/than/a/line b", "  a", "  /path/that/is/longer/than/a/line", "  b"),
  ]

  @Test(arguments: wraps)
  func wrap(_ row: Wrap) {
    #expect(plain.wrap(row.testDescription, indent: "  ") == row.lines.joined(separator: "\n"))
  }

  @Test func proseInFilesHasAWidth() {
    let text = String(repeating: "word ", count: 100)
    let lines = Theme(isColoured: false, width: nil).wrap(text, indent: "  ").split(separator: "\n")
    #expect(lines.allSatisfy { (90...100).contains($0.count) || $0 == lines.last })
  }
}
