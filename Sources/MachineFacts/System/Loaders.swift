/// The dynamic loader of musl where one is installed: wheels of `musllinux` need it, and those of `manylinux` the one
/// of glibc (PEP 656).
package enum MuslLoader {
  /// Its path, such as `/lib/ld-musl-x86_64.so.1` (the musl manual, "Dynamic linking").
  package static func path(_ root: SystemRoot) -> String? {
    let name = root.names(in: "/lib").first { $0.hasPrefix("ld-musl-") && $0.hasSuffix(".so.1") }
    return name.map { "/lib/\($0)" }
  }
}
