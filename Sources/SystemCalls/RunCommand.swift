internal import Glibc
internal import SystemPackage

/// Runs a short-lived command to its end and keeps what it printed, at most `limit` bytes of each stream.
///
/// At the deadline the command and all that it started are killed.
/// - Throws: ``ProcessProblem`` where it could not be started at all.
package func runCommand(
  _ command: Command, timeout: Duration, limit: Int = 1 << 20, interruptions: Interruptions? = nil
) throws(ProcessProblem) -> CommandResult {
  var output = try ChildStream.pipe()
  var errors = try ChildStream.pipe()
  let child = try ChildProcess(
    starting: command, grants: output.grant(as: STDOUT_FILENO) + errors.grant(as: STDERR_FILENO))
  output.closeTheirs()
  errors.closeTheirs()
  var printed = (output: [UInt8](), errors: [UInt8]())
  let keepOutput = { (bytes: [UInt8]) in printed.output.append(contentsOf: bytes.prefix(limit - printed.output.count)) }
  let keepErrors = { (bytes: [UInt8]) in printed.errors.append(contentsOf: bytes.prefix(limit - printed.errors.count)) }
  var waiting = Waiting(
    sources: [Source(output.ours, receive: keepOutput), Source(errors.ours, receive: keepErrors)],
    interruptions: interruptions)
  let deadline = ContinuousClock.now + timeout
  let end = waiting.wait(for: child, until: { deadline })
  let ending = child.end()
  return CommandResult(
    ending: end.replaces(ending), output: printed.output, errorOutput: printed.errors)
}

extension WaitingEnd {
  /// A process that had to be killed did not end by a signal of its own.
  package func replaces(_ ending: ProcessEnding) -> ProcessEnding {
    switch self {
    case .childEnded: ending
    case .deadline: .timedOut
    case .interrupted: .interrupted
    }
  }
}
