import PythonPackaging
import Testing

@Suite struct DistributionNameTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let written: String
    let normalized: String
    let isValid: Bool
    var testDescription: String { "\(written.debugDescription) is \(normalized.debugDescription)" }

    init(_ written: String, _ normalized: String, isValid: Bool = true) {
      self.written = written
      self.normalized = normalized
      self.isValid = isValid
    }
  }

  static let cases: [Case] = [
    Case("friendly-bard", "friendly-bard"), Case("Friendly-Bard", "friendly-bard"),
    Case("FRIENDLY-BARD", "friendly-bard"), Case("friendly.bard", "friendly-bard"),
    Case("friendly_bard", "friendly-bard"), Case("friendly--bard", "friendly-bard"),
    Case("FrIeNdLy-._.-bArD", "friendly-bard"), Case("x", "x"),
    Case("", "", isValid: false), Case("-x", "-x", isValid: false), Case("x.", "x-", isValid: false),
    Case("a b", "a b", isValid: false), Case("größe", "größe", isValid: false),
  ]

  @Test(arguments: cases)
  func normalForm(_ row: Case) {
    let name = DistributionName(row.written)
    #expect(name.normalized == row.normalized)
    #expect(name.isValid == row.isValid)
    #expect(name == DistributionName(row.normalized))
    #expect(name.description == row.written)
  }
}
