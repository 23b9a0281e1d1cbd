internal import Glibc

/// Ends the process at once with this status.
package func exitProcess(_ status: Int32) -> Never {
  exit(status)
}

/// Keeps an object for as long as the process runs: the system takes everything back at once, and faster than a walk
/// through its parts would.
package func keepUntilExit(_ object: AnyObject) {
  _ = Unmanaged.passRetained(object)
}
