import SystemCalls
import SystemPackage

/// Runs a line of sh(1), which the system call tests use as their child.
func shell(
  _ script: String, timeout: Duration = .seconds(60), limit: Int = 1 << 20, interruptions: Interruptions? = nil
) throws -> CommandResult {
  try runCommand(.shell(script), timeout: timeout, limit: limit, interruptions: interruptions)
}

extension Command {
  static func shell(_ script: String) -> Command {
    Command(executable: "/bin/sh", arguments: ["-c", script])
  }
}

extension CommandResult {
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A lock that the system takes back when the last process holding it is gone: proof of death without a sleep.
struct DeathLock {
  let file: FilePath

  /// A shell line that holds the lock, says so, and never ends by itself.
  var held: String { "flock \(file) sh -c 'echo held; exec sleep 1000'" }

  /// Waits until nobody holds it.
  func isFree() throws -> Bool {
    try shell("flock --wait 30 \(file) true").ending == .exited(0)
  }
}
