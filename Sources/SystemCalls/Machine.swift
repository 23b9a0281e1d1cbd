internal import Glibc
internal import SystemPackage

/// What the system says of itself.
package enum Machine {
  /// The hardware name of uname(2), such as `x86_64`.
  package static func architecture() -> String? {
    var names = utsname()
    guard uname(&names) == 0 else { return nil }
    return withUnsafeBytes(of: names.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// How many processors this process may use.
  package static func processorCount() -> Int { Processors.count ?? 1 }

  /// What the processor can do beside its base (proc(5), cpuinfo).
  package static func processorFlags() -> Set<String> {
    let file = try? FileDescriptor.open("/proc/cpuinfo", .readOnly, options: .closeOnExec)
    guard let file, let bytes = file.availableBytes() else { return [] }
    try? file.close()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let flags = lines.first { $0.hasPrefix("flags") || $0.hasPrefix("Features") }
    return Set(flags?.split(separator: ":").last?.split(separator: " ").map(String.init) ?? [])
  }

  /// The C library that this program, and with it Python, runs on, such as `glibc 2.36`.
  package static func libc() -> String? {
    var text = [CChar](repeating: 0, count: 64)
    guard confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count) > 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
