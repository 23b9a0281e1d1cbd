package import SystemCalls

extension LoaderProgram {
  /// How many bytes of thread-local storage are set apart for objects that a program loads later and that must have
  /// them of the block of its start; `nil` for loaders of which that is not known, as of glibc before 2.33.
  ///
  /// `_dl_tls_static_surplus_init` of glibc's `elf/dl-tls.c`: 1664, of which the tunable `rtld.optional_static_tls` says
  /// 512.
  ///
  /// - Parameter environment: Of the process.
  package func laterStorage(_ environment: ProcessEnvironment) -> Int? {
    guard case .glibc(.some) = family else { return nil }
    let name = Array("glibc.rtld.optional_static_tls=".utf8)
    let settings = environment["GLIBC_TUNABLES"]?.split(separator: UInt8(ascii: ":")) ?? []
    let value = settings.last { $0.starts(with: name) }?.dropFirst(name.count)
    let stated = value.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard let stated, (0...Self.mostStorage).contains(stated) else {
      return Self.usualStorage
    }
    return Self.usualStorage - Self.optionalStorage + stated
  }

  private static let usualStorage = 1664
  private static let optionalStorage = 512
  /// More than any thread's stack.
  private static let mostStorage = 1 << 40

  /// Whether it refuses what asks for executable stacks and is loaded into a running process (NEWS of glibc 2.41).
  package var keepsStacks: Bool {
    guard case .glibc(let version?) = family else { return false }
    return version >= GlibcVersion(major: 2, minor: 41)
  }
}
