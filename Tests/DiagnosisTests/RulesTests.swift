import Probing
import Testing

@testable import Diagnosis

@Suite struct RulesTests {
  @Test func idsAreUnique() {
    let ids = Rules.pages.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func pagesSaySomething() {
    for page in Rules.pages {
      for text in [page.id, page.sees, page.means, page.advises, page.seenAt] {
        #expect(!text.isEmpty, "\(page.id)")
      }
    }
  }

  @Test func nothingExplainsItself() {
    for page in Rules.pages { #expect(!page.explains.contains(page.cause), "\(page.id)") }
  }

  @Test func whereNothingAppliesThatIsTheFinding() {
    let findings = Diagnosis.findings(in: Evidence(failure: Failure(outcome: .failed)))
    #expect(findings.map(\.cause) == [.unknown])
  }
}
