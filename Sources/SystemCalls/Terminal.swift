internal import Glibc
package import SystemPackage

/// What is known of the place that a descriptor writes to.
package enum Terminal {
  package static func isTerminal(_ descriptor: FileDescriptor) -> Bool {
    isatty(descriptor.rawValue) == 1
  }

  /// Columns of the terminal, or `nil` where there is none or it does not say.
  package static func width(_ descriptor: FileDescriptor) -> Int? {
    var size = winsize()
    guard ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
