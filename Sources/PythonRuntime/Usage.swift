internal import Glibc
internal import SystemPackage

/// What this process has used so far.
struct Usage {
  private var wall: ContinuousClock.Instant
  private var processor: Double

  static func now() -> Usage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Usage(wall: .now, processor: usage.ru_utime.seconds + usage.ru_stime.seconds)
  }

  func since(_ earlier: Usage) -> (wallSeconds: Double, cpuSeconds: Double) {
    ((wall - earlier.wall) / .seconds(1), processor - earlier.processor)
  }

  /// VmHWM of proc(5). The maximum of getrusage(2) would not do: it survives exec, and so counts the front, too.
  static func peakResidentBytes() -> Int {
    let line = status().split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(separator: " ").dropFirst().first?.split(separator: "\t").last.flatMap { Int($0) }
    return (kibibytes ?? 0) * 1024
  }

  private static func status() -> String {
    guard let file = try? FileDescriptor.open("/proc/self/status", .readOnly, options: .closeOnExec) else { return "" }
    defer { try? file.close() }
    return String(unsafeUninitializedCapacity: 1 << 14) { buffer in
      (try? file.read(into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
