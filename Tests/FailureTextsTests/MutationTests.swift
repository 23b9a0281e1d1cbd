import FailureTexts
import Probing
import TestSupport
import Testing

/// Whatever a text holds, it is read, and what is read lies in the text.
@Suite struct MutationTests {
  @Test(arguments: Fixture.all)
  func mutatedFixtures(_ fixture: Fixture) throws {
    let bytes = try fixture.text()
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<150 {
      var mutated = generator.mutate(bytes)
      for _ in 0..<Int.random(in: 0..<20, using: &generator) { mutated = generator.mutate(mutated) }
      check(FailureText(mutated), mutated)
      check(FailureText(Array(mutated.prefix(Int.random(in: 0...mutated.count, using: &generator)))), mutated)
      check(FailureText(Array(mutated.suffix(Int.random(in: 0...mutated.count, using: &generator)))), mutated)
    }
  }

  @Test func shuffledLines() throws {
    var generator = SeededGenerator(seed: 6)
    let all = try Fixture.all.flatMap { try $0.text().split(separator: UInt8(ascii: "\n")) }
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 1...200, using: &generator)).compactMap { _ in
        all.randomElement(using: &generator)
      }
      let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      check(FailureText(bytes), bytes)
    }
  }

  @Test func noise() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...2000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      check(FailureText(bytes), bytes)
    }
  }

  private func check(_ text: FailureText, _ bytes: [UInt8]) {
    let last = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    for failure in text.failures {
      #expect(failure.lines.lowerBound >= 1 && failure.lines.upperBound <= last)
      if let facts = failure.exception { check(facts) }
    }
    for remark in text.remarks { #expect((1...last).contains(remark.line)) }
  }

  private func check(_ facts: ExceptionFacts) {
    #expect(!facts.type.isEmpty && !facts.qualifiedType.isEmpty)
    for frame in facts.frames {
      #expect(frame.line >= 0 && !frame.function.isEmpty)
      if let mark = frame.mark { #expect(mark.upperBound <= frame.source?.utf8.count ?? 0) }
    }
    for inner in facts.inner { check(inner) }
  }
}
