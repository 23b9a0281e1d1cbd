import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct RunCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let ending: ProcessEnding
    let output: String
    let errors: String

    init(_ script: String, _ ending: ProcessEnding = .exited(0), output: String = "", errors: String = "") {
      testDescription = script
      self.ending = ending
      self.output = output
      self.errors = errors
    }
  }

  static let cases: [Case] = [
    Case("true"), Case("exit 1", .exited(1)), Case("exit 255", .exited(255)), Case("exit 128", .exited(128)),
    Case("kill -SEGV $$", .signalled(11)), Case("kill -KILL $$", .signalled(9)), Case("kill -ABRT $$", .signalled(6)),
    Case("echo out; echo err >&2", output: "out\n", errors: "err\n"),
    Case("printf 'no line end'; exit 3", .exited(3), output: "no line end"),
    Case("exec >&- 2>&-; exit 4", .exited(4)),
    // Standard input is empty, not the terminal's.
    Case("cat; echo $?", output: "0\n"),
    Case("echo before; kill -TERM $$; echo after", .signalled(15), output: "before\n"),
    // Tests run on threads that block signals; their children must not.
    Case("grep SigBlk /proc/self/status", output: "SigBlk:\t0000000000000000\n"),
  ]

  @Test(arguments: cases)
  func ending(_ row: Case) throws {
    let result = try shell(row.testDescription)
    #expect(result.ending == row.ending)
    #expect(result.text == row.output)
    #expect(String(decoding: result.errorOutput, as: UTF8.self) == row.errors)
  }

  @Test func whatCannotBeStarted() throws {
    let folder = try TestFolder()
    let script = try folder.write("#!/bin/sh\n", to: "not-executable")
    let garbage = try folder.program("garbage", to: "garbage")
    let noInterpreter = try folder.program("#!/nowhere/sh\n", to: "no-interpreter")
    let absent = folder.path.appending("absent")
    let refusals: [(FilePath, Errno)] = [
      (absent, .noSuchFileOrDirectory), (script, .permissionDenied), (folder.path, .permissionDenied),
      (garbage, .execFormatError), (noInterpreter, .noSuchFileOrDirectory), (script.appending("x"), .notDirectory),
    ]
    for (path, reason) in refusals {
      #expect(throws: ProcessProblem.cannotStart(path, reason)) {
        try runCommand(Command(executable: path), timeout: .seconds(10))
      }
    }
  }

  @Test func argumentsAndOwnName() throws {
    let arguments = ["-c", #"printf '%s|' "$0" "$@""#, "größe", "", "a b", "'\"$x\\", "\n"]
    let result = try runCommand(Command(executable: "/bin/sh", arguments: arguments), timeout: .seconds(10))
    #expect(result.text == "größe||a b|'\"$x\\|\n|")
    let named = Command(
      executable: "/bin/sh", argumentZero: "another name", arguments: ["-c", "tr '\\0' '|' </proc/$$/cmdline"])
    #expect(try runCommand(named, timeout: .seconds(10)).text.hasPrefix("another name|-c|"))
  }

  @Test func environmentOfBytes() throws {
    let entries: [[UInt8]] = [Array("A=1".utf8), Array("B=".utf8) + [0xFF, 0x0A], Array("=odd".utf8)]
    let command = Command(executable: "/usr/bin/env", arguments: ["-0"], environment: entries)
    let result = try runCommand(command, timeout: .seconds(10))
    #expect(result.output == entries.flatMap { $0 + [0] })
    let empty = Command(executable: "/usr/bin/env", environment: [])
    #expect(try runCommand(empty, timeout: .seconds(10)).output.isEmpty)
  }

  @Test func environmentIsInheritedByDefault() throws {
    let command = Command(executable: "/usr/bin/env", arguments: ["-0"])
    let inherited = try runCommand(command, timeout: .seconds(10)).output.split(separator: 0).map(Array.init)
    #expect(Set(inherited) == Set(ProcessEnvironment.current().entries))
  }

  @Test func aGroupOfItsOwn() throws {
    let result = try shell("echo $$; cut -d ' ' -f 5 /proc/$$/stat")
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 2 && lines.first == lines.last)
  }

  @Test func deadline() throws {
    let result = try shell("echo started; exec sleep 1000", timeout: .milliseconds(500))
    #expect(result.ending == .timedOut)
  }

  @Test func deadlineOfOneThatHoldsOn() throws {
    #expect(try shell("trap '' TERM INT HUP; sleep 1000; sleep 1000", timeout: .milliseconds(200)).ending == .timedOut)
    #expect(try shell("true", timeout: .zero).ending != .interrupted)
  }

  @Test func grandchildHoldsThePipes() throws {
    let folder = try TestFolder()
    let lock = DeathLock(file: folder.path.appending("lock"))
    let fifo = folder.path.appending("fifo")
    // Reading the pipe makes the shell wait until the grandchild has the lock.
    let result = try shell("mkfifo \(fifo); (\(lock.held) | tee \(fifo)) & head -n 1 \(fifo); exit 5")
    #expect(result.ending == .exited(5))
    #expect(result.text.hasPrefix("held\n"))
    #expect(try lock.isFree())
  }

  /// It leaves the group, so it lives on; it is not waited for either.
  @Test func grandchildInASessionOfItsOwn() throws {
    #expect(try shell("setsid sleep 5 & exit 6", timeout: .seconds(60)).ending == .exited(6))
  }

  @Test func floodThatNeverEnds() throws {
    let result = try shell("yes >&2 & exec yes", timeout: .milliseconds(500), limit: 100_000)
    #expect(result.ending == .timedOut)
    #expect(result.output.count <= 100_000 && result.errorOutput.count <= 100_000)
  }

  @Test func floodThatEnds() throws {
    let script = "head -c 3000000 /dev/zero >&2; head -c 5000000 /dev/zero; printf end"
    let result = try shell(script, limit: 1 << 30)
    #expect(result.errorOutput.count == 3_000_000)
    #expect(result.output.count == 5_000_003)
    #expect(result.output.suffix(3) == Array("end".utf8)[...])
  }

  @Test func limit() throws {
    #expect(try shell("printf 1234567", limit: 3).text == "123")
    #expect(try shell("printf 1234567", limit: 0).text.isEmpty)
  }
}
