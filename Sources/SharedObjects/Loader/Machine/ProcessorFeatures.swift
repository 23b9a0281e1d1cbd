/// What of a processor decides where the loader searches.
package struct ProcessorFeatures: Sendable, Equatable {
  /// As the kernel spells them in `/proc/cpuinfo`.
  package let flags: Set<String>
  package let isIntel: Bool

  package init(flags: Set<String>, isIntel: Bool) {
    (self.flags, self.isIntel) = (flags, isIntel)
  }

  /// Of the first processor in `/proc/cpuinfo` (proc(5)).
  package init(cpuinfo: [UInt8]) {
    var (flags, isIntel): (Set<String>?, Bool) = (nil, false)
    for line in String(decoding: cpuinfo, as: UTF8.self).split(separator: "\n") where flags == nil {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if line.hasPrefix("vendor_id") { isIntel = parts[1].contains("GenuineIntel") }
      if line.hasPrefix("flags") || line.hasPrefix("Features") {
        flags = Set(parts[1].split(separator: " ").map(String.init))
      }
    }
    self.init(flags: flags ?? [], isIntel: isIntel)
  }

  /// The level of x86-64 that the processor has, from 0 for none: glibc's `sysdeps/x86/get-isa-level.h`, with the
  /// kernel's names of the features (`arch/x86/include/asm/cpufeatures.h`).
  package var level: Int { Self.levels.prefix { flags.isSuperset(of: $0) }.count }

  private static let levels: [Set<String>] = [
    ["cmov", "cx8", "fpu", "fxsr", "mmx", "sse", "sse2"],
    ["cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2"],
    ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"],
    ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
  ]

  /// `HWCAP_X86_AVX512_1`.
  var hasIntelAVX512: Bool {
    isIntel && flags.isSuperset(of: ["avx512cd", "avx512bw", "avx512dq", "avx512vl"]) && !flags.contains("avx512er")
  }

  /// What `$PLATFORM` stands for: the kernel's AT_PLATFORM (getauxval(3)), which glibc replaces on some processors of
  /// Intel (`sysdeps/x86/cpu-features.c`). `nil` for machines where it is not known.
  package func platform(_ kind: ObjectFile.Kind) -> String? {
    switch kind.machine {
    case .amd64:
      if isIntel, flags.isSuperset(of: ["avx512cd", "avx512er", "avx512pf"]) { return "xeon_phi" }
      return isIntel && flags.isSuperset(of: Self.haswell) ? "haswell" : "x86_64"
    case .i386: return "i686"
    case .aarch64: return "aarch64"
    default: return nil
    }
  }

  private static let haswell: Set<String> = ["avx2", "fma", "bmi1", "bmi2", "abm", "movbe", "popcnt"]
}
