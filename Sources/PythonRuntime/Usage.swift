internal import Glibc
internal import SystemPackage

/// What this process has used so far.
struct Usage {
  private var wall: ContinuousClock.Instant
  private var processor: Double
  /// In bytes: the most that was resident, in the program before exec(2) as well (getrusage(2)).
  private var maximum: Int

  static func now() -> Usage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Usage(
      wall: .now, processor: usage.ru_utime.seconds + usage.ru_stime.seconds, maximum: usage.ru_maxrss * 1024)
  }

  func since(_ earlier: Usage) -> (wallSeconds: Double, cpuSeconds: Double) {
    ((wall - earlier.wall) / .seconds(1), processor - earlier.processor)
  }

  /// The most that was resident in this program: a maximum that has risen meanwhile is of its own.
  func peakResidentBytes(since earlier: Usage) -> Int {
    maximum > earlier.maximum ? maximum : Self.peakOfStatus()
  }

  /// VmHWM of proc(5), which knows nothing of the program before, and takes longer.
  private static func peakOfStatus() -> Int {
    guard let file = try? FileDescriptor.open("/proc/self/status", .readOnly, options: .closeOnExec) else { return 0 }
    defer { try? file.close() }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: statusSize) { buffer in
      buffer.initialize(repeating: 0)
      // The last byte stays NUL.
      _ = try? file.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer.dropLast())))
      guard let text = buffer.baseAddress, let line = strstr(text, peak) else { return 0 }
      return max(0, strtol(line + strlen(peak), nil, 10)) * 1024
    }
  }

  private static let peak = "VmHWM:"
  /// It has about 1,500 bytes.
  private static let statusSize = 1 << 12
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
