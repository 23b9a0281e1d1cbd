package import SystemCalls

extension Kernel {
  /// Whether this is the Windows Subsystem for Linux, whose kernels Microsoft names after itself:
  /// `5.15.90.1-microsoft-standard-WSL2` and, of the first version, `4.4.0-19041-Microsoft`.
  package var isWindowsSubsystem: Bool { release.lowercased().contains("microsoft") }
}
