import Testing

@testable import Reporting

@Suite struct TracebackFoldingTests {
  private func frames(_ numbers: ClosedRange<Int>) -> [String] {
    numbers.flatMap { ["  File \"/x/m\($0).py\", line \($0), in <module>", "    import m\($0 + 1)"] }
  }

  private func traceback(_ frames: [String], _ end: String = "ValueError: no") -> [String] {
    ["Traceback (most recent call last):"] + frames + [end]
  }

  private func folded(_ lines: [String]) -> [String] {
    TracebackFolding.fold(lines.joined(separator: "\n") + "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
  }

  private func note(_ count: Int) -> String { "  … \(count) frames; --verbose shows them …" }

  @Test(arguments: [1, 5, 20, 24, 25])
  func shortOnesStay(_ count: Int) {
    let lines = traceback(frames(1...count))
    #expect(folded(lines) == lines)
  }

  @Test(arguments: [26, 27, 100, 1000])
  func theMiddleIsFolded(_ count: Int) {
    let kept = frames(1...5) + [note(count - 20)] + frames((count - 14)...count)
    #expect(folded(traceback(frames(1...count))) == traceback(kept))
  }

  /// Each run of frames by itself; what stands between them stays.
  @Test func chain() {
    let between = ["", "The above exception was the direct cause of the following exception:", ""]
    let long = traceback(frames(1...30))
    let short = traceback(frames(1...3))
    let foldedLong = traceback(frames(1...5) + [note(10)] + frames(16...30))
    #expect(folded(short + between + long + between + short) == short + between + foldedLong + between + short)
    #expect(folded(long + between + long) == foldedLong + between + foldedLong)
    let half = traceback(frames(1...20))
    #expect(folded(half + between + half) == half + between + half)
  }

  @Test func linesThatBelongToFrames() {
    let marked = frames(1...30).flatMap { $0.hasPrefix("    ") ? [$0, "    ~~~~~^^^"] : [$0] }
    let result = folded(traceback(marked))
    #expect(result.count { $0.hasPrefix("  File") } == 20)
    #expect(result.count { $0.contains("~~~") } == 20)
    #expect(result.contains(note(10)))
  }

  /// Of several lines, with empty ones and indented ones among them.
  @Test func messageIsKept() {
    let message = ["ValueError: first", "", "  indented", "  File \"no frame\", really", "last"]
    let lines = traceback(frames(1...30), message[0]) + message.dropFirst()
    #expect(folded(lines).suffix(5) == message[...])
  }

  @Test(arguments: ["", "\n", "no traceback", "  File \""])
  func anythingElseStays(_ text: String) {
    #expect(TracebackFolding.fold(text) == text)
  }
}
