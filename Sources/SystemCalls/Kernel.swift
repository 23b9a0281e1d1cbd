internal import Glibc

/// The running kernel, in the words of uname(2).
package struct Kernel: Sendable, Equatable {
  /// `Linux`.
  package var name: String
  /// Such as `6.1.0-18-amd64`.
  package var release: String
  /// What was built, when: `#1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01)`.
  package var version: String

  package init(name: String, release: String, version: String) {
    self.name = name
    self.release = release
    self.version = version
  }
}

extension Machine {
  /// The kernel that runs this program; `nil` where it does not say.
  package static func kernel() -> Kernel? {
    var names = utsname()
    guard uname(&names) == 0 else { return nil }
    let text = { (bytes: UnsafeRawBufferPointer) in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    return Kernel(
      name: withUnsafeBytes(of: names.sysname, text), release: withUnsafeBytes(of: names.release, text),
      version: withUnsafeBytes(of: names.version, text))
  }
}
