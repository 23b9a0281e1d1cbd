import FailureTexts
import Testing

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func outline(_ fixture: Fixture) throws {
    #expect(Outline.of(FailureText(try fixture.text())) == (try fixture.outline()))
  }
}
