import PythonPackaging

extension TargetPython {
  /// CPython 3.11 on x86_64 with glibc 2.36, or another 2.
  static func linux(glibc minor: Int = 36) throws -> TargetPython {
    let machine = TagMachine(architecture: "x86_64", libc: .glibc(LibcVersion(2, minor)))
    return TargetPython(
      markers: .linux, version: try Version("3.11.7"), tags: CompatibleTags(CPythonABI(3, 11), on: machine),
      platform: "here")
  }
}
