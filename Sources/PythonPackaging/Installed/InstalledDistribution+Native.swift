extension InstalledDistribution {
  /// Whether one of its files is a shared object, such as `_C.so` or `libfoo.so.1`; unknown files count as such.
  package var hasNativeCode: Bool {
    files?.paths.contains { $0.hasSuffix(".so") || $0.contains(".so.") } ?? true
  }
}
