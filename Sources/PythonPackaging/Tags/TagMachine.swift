/// A Linux machine as wheels see it.
package struct TagMachine: Hashable, Sendable {
  /// What uname(2) says, such as `x86_64`; of a program of 32 bits the machine that it was made for.
  package let architecture: String
  /// `nil` where it is not known: only `linux_` wheels fit then.
  package let libc: Libc?
  /// Whether floating-point numbers are passed in registers (`gnueabihf`), which wheels for ARM of 32 bits need.
  package let hasHardFloat: Bool

  /// - Parameters:
  ///   - architecture: What uname(2) says.
  ///   - is32Bit: Whether the interpreter is a program of 32 bits, which a kernel of 64 bits may run, too.
  package init(architecture: String, libc: Libc?, is32Bit: Bool = false, hasHardFloat: Bool = true) {
    self.architecture = (is32Bit ? Self.narrow[architecture] : nil) ?? architecture
    self.libc = libc
    self.hasHardFloat = hasHardFloat
  }

  /// What a kernel of 64 bits runs beside its own programs (`packaging.tags._linux_platforms`).
  private static let narrow: [String: String] = ["x86_64": "i686", "aarch64": "armv8l"]

  /// Whose programs run here: its own, and those of the ARM before it.
  var architectures: [String] { architecture == "armv8l" ? ["armv8l", "armv7l"] : [architecture] }

  /// The oldest glibc that wheels for this machine can name (PEP 600; PEP 599 for those that came later), `nil` where
  /// they can name none.
  var oldestGlibc: LibcVersion? {
    switch architecture {
    case "x86_64", "i686": LibcVersion(2, 5)
    case "armv7l", "armv8l": hasHardFloat ? LibcVersion(2, 17) : nil
    case "aarch64", "ppc64", "ppc64le", "s390x", "loongarch64", "riscv64": LibcVersion(2, 17)
    default: nil
    }
  }
}
