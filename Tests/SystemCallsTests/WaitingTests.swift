import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct WaitingTests {
  /// What is read may move the deadline; and at the deadline the whole group ends.
  @Test func movedDeadlineEndsTheGroup() throws {
    let folder = try TestFolder()
    let lock = DeathLock(file: folder.path.appending("lock"))
    var output = try ChildStream.pipe()
    let child = try ChildProcess(starting: .shell("\(lock.held) & exec sleep 1000"), grants: output.grant(as: 1))
    output.closeTheirs()
    var deadline = ContinuousClock.now + .seconds(50)
    var ticks = 0
    let source = Source(output.ours) { if $0.starts(with: "held".utf8) { deadline = .now } }
    var waiting = Waiting(sources: [source], interruptions: nil)
    #expect(waiting.wait(for: child, until: { deadline }, tick: { ticks += 1 }) == .deadline)
    #expect(ticks > 0)
    #expect(child.end() == .signalled(9))
    #expect(try lock.isFree())
  }

  /// Both streams are read in turn, and neither keeps the deadline from being seen.
  @Test func floodOnTwoStreams() throws {
    var output = try ChildStream.pipe()
    var errors = try ChildStream.pipe()
    let child = try ChildProcess(
      starting: .shell("yes >&2 & exec yes"), grants: output.grant(as: 1) + errors.grant(as: 2))
    output.closeTheirs()
    errors.closeTheirs()
    var counts = (output: 0, errors: 0)
    var waiting = Waiting(
      sources: [
        Source(output.ours) { counts.output += $0.count }, Source(errors.ours) { counts.errors += $0.count },
      ],
      interruptions: nil)
    let start = ContinuousClock.now
    let end = waiting.wait(
      for: child, until: { min(counts.output, counts.errors) > 1 << 20 ? start : start + .seconds(50) })
    #expect(end == .deadline)
    #expect(child.end() == .signalled(9))
  }

  @Test func ticksComeWhileNothingIsWritten() throws {
    let child = try ChildProcess(starting: .shell("exec sleep 1000"))
    var ticks = 0
    var deadline = ContinuousClock.now + .seconds(50)
    var waiting = Waiting(sources: [], interruptions: nil)
    let end = waiting.wait(for: child, until: { deadline }) {
      ticks += 1
      if ticks == 3 { deadline = .now }
    }
    #expect(end == .deadline)
    #expect(child.end() == .signalled(9))
  }

  /// Ctrl-C and its kin: the signal goes to this very process, whose handler must catch it.
  @Test func interruption() throws {
    let interruptions = try #require(Interruptions())
    #expect(!interruptions.happened)
    let result = try shell("kill -TERM $PPID; exec sleep 1000", timeout: .seconds(30), interruptions: interruptions)
    #expect(result.ending == .interrupted)
    #expect(interruptions.happened)
    // It is not forgotten: what is started next ends at once, too.
    #expect(try shell("exec sleep 1000", timeout: .seconds(30), interruptions: interruptions).ending == .interrupted)
  }

  @Test func endings() {
    let own = ProcessEnding.signalled(9)
    #expect(WaitingEnd.childEnded.replaces(own) == own)
    #expect(WaitingEnd.deadline.replaces(own) == .timedOut)
    #expect(WaitingEnd.interrupted.replaces(own) == .interrupted)
  }
}
