import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ChildProcessTests {
  /// What a descriptor of this process leads to, such as `pipe:[123]`.
  private func target(of descriptor: FileDescriptor?) throws -> String {
    let number = try #require(descriptor?.rawValue)
    return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
  }

  @Test func nothingOfOursReachesTheChild() throws {
    let pipe = try ChildStream.pipe()
    let socket = try ChildStream.socket()
    let other = try ChildProcess(starting: .shell("exec sleep 1000"))
    let folder = try TestFolder()
    let file = RegularFile(try folder.write("x", to: "held-open"))
    let isOpen = file != nil
    #expect(isOpen)
    let ours = [try target(of: pipe.ours), try target(of: pipe.theirs), try target(of: socket.ours)]
    // By sh itself: ls would bring a descriptor of its own.
    let seen = try shell("readlink /proc/self/fd/*").text
    for name in ours + ["held-open"] { #expect(!seen.contains(name)) }
    #expect(seen.split(separator: "\n").count { $0.contains("[pidfd]") } == 0)
    #expect(other.end() == .signalled(9))
  }

  @Test func grantsUnderTheirNumbers() throws {
    var pipe = try ChildStream.pipe()
    let child = try ChildProcess(
      starting: .shell("echo three >&3; echo nine >&9"), grants: pipe.grant(as: 3) + pipe.grant(as: 9))
    pipe.closeTheirs()
    let grants = pipe.grant(as: 3)
    #expect(grants.isEmpty)
    #expect(try read(pipe, of: child) == "three\nnine\n")
    #expect(child.end() == .exited(0))
  }

  /// One grant's number may be another grant's descriptor here.
  @Test func grantsThatCross() throws {
    var one = try ChildStream.pipe()
    var two = try ChildStream.pipe()
    guard let first = one.theirs, let second = two.theirs else { throw Errno.badFileDescriptor }
    let child = try ChildProcess(
      starting: Command(
        executable: "/bin/bash",
        arguments: ["-c", "echo one >&\(second.rawValue); echo two >&\(first.rawValue)"]),
      grants: one.grant(as: second.rawValue) + two.grant(as: first.rawValue))
    one.closeTheirs()
    two.closeTheirs()
    #expect(try read(one, of: child) == "one\n")
    #expect(try read(two, of: child) == "two\n")
    #expect(child.end() == .exited(0))
  }

  @Test func grantOfTheSameNumber() throws {
    var pipe = try ChildStream.pipe()
    guard let number = pipe.theirs?.rawValue else { throw Errno.badFileDescriptor }
    let child = try ChildProcess(
      starting: Command(executable: "/bin/bash", arguments: ["-c", "echo here >&\(number)"]),
      grants: pipe.grant(as: number))
    pipe.closeTheirs()
    #expect(try read(pipe, of: child) == "here\n")
    #expect(child.end() == .exited(0))
  }

  private func read(_ stream: borrowing ChildStream, of child: borrowing ChildProcess) throws -> String {
    var text: [UInt8] = []
    var waiting = Waiting(sources: [Source(stream.ours) { text += $0 }], interruptions: nil)
    let deadline = ContinuousClock.now + .seconds(30)
    #expect(waiting.wait(for: child, until: { deadline }) == .childEnded)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func nothingOfTheGroupOutlivesTheValue() throws {
    let folder = try TestFolder()
    let lock = DeathLock(file: folder.path.appending("lock"))
    do {
      let child = try ChildProcess(starting: .shell("\(lock.held) >/dev/null & exec sleep 1000"))
      let hasEnded = child.hasEnded
      #expect(!hasEnded)
    }
    #expect(try lock.isFree())
  }

  @Test func endedChildStaysUntilItIsAsked() throws {
    let child = try ChildProcess(starting: .shell("exit 7"))
    var waiting = Waiting(sources: [], interruptions: nil)
    let deadline = ContinuousClock.now + .seconds(30)
    #expect(waiting.wait(for: child, until: { deadline }) == .childEnded)
    let hasEnded = child.hasEnded && child.hasEnded
    #expect(hasEnded)
    #expect(child.end() == .exited(7))
  }

  @Test func signalsReachTheGroup() throws {
    let child = try ChildProcess(starting: .shell("exec sleep 1000"))
    child.sendToGroup(15)
    var waiting = Waiting(sources: [], interruptions: nil)
    let deadline = ContinuousClock.now + .seconds(30)
    #expect(waiting.wait(for: child, until: { deadline }) == .childEnded)
    #expect(child.end() == .signalled(15))
  }

  @Test func moreThanASocketHoldsIsSent() throws {
    var socket = try ChildStream.socket()
    var output = try ChildStream.pipe()
    let child = try ChildProcess(
      starting: .shell("head -c 1000000 <&3 | wc -c"), grants: socket.grant(as: 3) + output.grant(as: 1))
    socket.closeTheirs()
    output.closeTheirs()
    socket.send([UInt8](repeating: 0x61, count: 1_000_000))
    #expect(try read(output, of: child) == "1000000\n")
    #expect(child.end() == .exited(0))
  }

  @Test func sendingToTheDeadIsHarmless() throws {
    var socket = try ChildStream.socket()
    socket.closeTheirs()
    socket.send([UInt8](repeating: 0, count: 1 << 20))
  }
}
