import Testing

@testable import Diagnosis

@Suite struct RankingTests {
  private let ranking = Ranking(explains: [
    "deep": [.circularImport, .versionConflict], "symptom": [], "loop": [.shadowedModule], "guess": [.versionConflict],
  ])

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let given: [Finding]
    let expected: [Cause]
  }

  static func finding(_ cause: Cause, _ confidence: Confidence, _ rule: String) -> Finding {
    Finding(cause, confidence, "", evidence: [], rule: rule)
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing", given: [], expected: []),
    Case(
      testDescription: "surer comes first",
      given: [finding(.hang, .likely, "symptom"), finding(.numpyABI, .certain, "symptom")],
      expected: [.numpyABI, .hang]),
    Case(
      testDescription: "beside what is certain nothing is merely possible",
      given: [finding(.hang, .possible, "symptom"), finding(.numpyABI, .certain, "symptom")],
      expected: [.numpyABI]),
    Case(
      testDescription: "the symptom of what is certain is left out",
      given: [finding(.circularImport, .certain, "symptom"), finding(.shadowedModule, .certain, "deep")],
      expected: [.shadowedModule]),
    Case(
      testDescription: "a possible symptom of what is likely is left out",
      given: [finding(.circularImport, .possible, "symptom"), finding(.shadowedModule, .likely, "deep")],
      expected: [.shadowedModule]),
    Case(
      testDescription: "of equals the earlier rule",
      given: [finding(.hang, .likely, "symptom"), finding(.numpyABI, .likely, "symptom")],
      expected: [.hang, .numpyABI]),
    Case(
      testDescription: "what explains a symptom precedes it, though the symptom is surer",
      given: [finding(.circularImport, .certain, "symptom"), finding(.shadowedModule, .likely, "deep")],
      expected: [.shadowedModule, .circularImport]),
    Case(
      testDescription: "what is merely possible explains nothing that is surer",
      given: [finding(.versionConflict, .likely, "symptom"), finding(.brokenInstall, .possible, "guess")],
      expected: [.versionConflict, .brokenInstall]),
    Case(
      testDescription: "what is possible explains what is no surer",
      given: [finding(.versionConflict, .possible, "symptom"), finding(.brokenInstall, .possible, "guess")],
      expected: [.brokenInstall, .versionConflict]),
    Case(
      testDescription: "two that explain each other end all the same",
      given: [finding(.circularImport, .likely, "loop"), finding(.shadowedModule, .likely, "deep")],
      expected: [.circularImport, .shadowedModule]),
    Case(
      testDescription: "one for each cause, the surest",
      given: [finding(.hang, .possible, "symptom"), finding(.hang, .likely, "deep")], expected: [.hang]),
  ]

  @Test(arguments: cases) func order(_ row: Case) {
    #expect(ranking.ranked(row.given).map(\.cause) == row.expected)
  }
}
